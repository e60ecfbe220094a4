"""Walking: cases sent one by one, most of them along the links of answers before.

So what was drafted is submitted, cleared, approved and signed, which chance alone would never bring about. Schemathesis
makes up the cases and holds every answer against the description.
"""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Set
from typing import Any

import requests
import schemathesis
from schemathesis import Case, Config
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks

from tests.web.fuzzing.following import Done, follow
from tests.web.fuzzing.making import Maker

CONFIG = Config.from_dict(
    {
        "request-timeout": 60,
        "checks": {"negative_data_rejection": {"expected-statuses": [400, 404, 409, 412, 415, 422, 428]}},
    }
)
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
    checks.missing_required_header,
]
ROOT = "partners.register"
"""Where most links begin."""
ALONG_A_LINK, BEGINNING = 0.7, 0.05  # of all cases; the rest goes anywhere
BARE = 0.85  # of the cases along a link, and of the right ones anywhere
WRONG = 0.35  # of those anywhere
REMEMBERED = 4  # answers of each operation from which links are followed
LONGEST_LIFE = 14  # versions; of a memorandum to which chance has done more, the standing takes seconds to compute
ROUND = 100  # cases that are sent at once where a command has not succeeded yet
OTHERS = {
    "framework_id": "memorandums.draft",
    "by_memorandum_id": "memorandums.draft",
    "successor_id": "partners.register",
    "survivor_id": "partners.register",
}
"""Fields that name a second record, which no link can know: by what it was made."""
NOBODY = "00000000-0000-4000-8000-000000000000"


class Walker:
    """Sends cases, and remembers what was answered.

    Args:
        address: of the service.
        number: the seed; with the same one, an empty register is walked the same way.
    """

    def __init__(self, address: str, number: int) -> None:
        self._chance = random.Random(number)  # noqa: S311  no secret
        schema = schemathesis.openapi.from_url(f"{address}/api/v1/openapi.json", config=CONFIG)
        self._maker = Maker(schema, self._chance)
        self._session = requests.Session()
        self._done: deque[Done] = deque(maxlen=100)
        self._etags: dict[str, str] = {}
        self._followed: Counter[tuple[str, str]] = Counter()
        self.statuses: dict[str, Counter[int]] = {name: Counter() for name in self._maker.operations}
        self.failures: dict[str, str] = {}

    def walk(self, cases: int) -> None:
        """Send so many cases."""
        for _ in range(cases):
            links = list(self._links())
            chance = self._chance.random()
            if links and chance < ALONG_A_LINK:
                (chosen,) = self._chance.choices(links, [self._weight(link, done) for link, done in links])
                self._go_along(*chosen)
            elif chance > 1 - BEGINNING:
                self._send(ROOT, self._maker.right(ROOT))
            else:
                self._go_anywhere()

    def walk_until_done(self, commands: Set[str], cases: int, most: int) -> set[str]:
        """Send so many cases, and more until each command has succeeded; gives those that have not after the most."""
        self.walk(cases)
        for _ in range(cases, most, ROUND):
            if not self.never_done() & commands:
                break
            self.walk(ROUND)
        return self.never_done() & commands

    def table(self) -> str:
        """How often each operation was answered with each status."""
        rows = [
            f"{name:42}" + "".join(f"{status:>6}: {count:<5}" for status, count in sorted(counts.items()))
            for name, counts in sorted(self.statuses.items())
        ]
        total = sum(counts.total() for counts in self.statuses.values())
        return "\n".join([*rows, f"{total} cases, {len(self.failures)} kinds of failure"])

    def never_done(self) -> set[str]:
        """The operations that never succeeded."""
        return {name for name, counts in self.statuses.items() if not counts[200] + counts[201]}

    def _links(self) -> Iterator[tuple[Mapping[str, Any], Done]]:
        seen: Counter[str] = Counter()
        for done in reversed(self._done):
            seen[done.operation] += 1
            if seen[done.operation] <= REMEMBERED and self._version(done) <= LONGEST_LIFE:
                responses = self._maker.operations[done.operation].definition.raw["responses"].values()
                yield from ((link, done) for response in responses for link in response.get("links", {}).values())

    def _version(self, done: Done) -> int:
        """That the record has now."""
        return int(self._etags[done.answer["id"]].strip('"'))

    def _weight(self, link: Mapping[str, Any], done: Done) -> float:
        """How gladly a link is followed.

        Rather where it leads to what seldom succeeded, where it was seldom followed, and on a young record: with what
        has ended little is possible.
        """
        counts = self.statuses[link["operationId"]]
        seldom = (1 + counts[200] + counts[201]) ** 2 * (1 + self._followed[done.operation, link["operationId"]])
        return 1 / seldom / (1 + self._version(done))

    def _go_along(self, link: Mapping[str, Any], done: Done) -> None:
        name = link["operationId"]
        self._followed[done.operation, name] += 1
        case = self._maker.bare(name) if self._chance.random() < BARE else self._maker.right(name)
        if isinstance(case.body, dict):
            case.body |= {field: self._another(field) for field in case.body if field in OTHERS}
        follow(case, link, done, self._etags[done.answer["id"]])
        self._send(name, case)

    def _another(self, field: str) -> str:
        """The id of a record that was made before, for a field that names one."""
        made = [done.answer["id"] for done in self._done if done.operation == OTHERS[field]]
        return self._chance.choice(made) if made else NOBODY

    def _go_anywhere(self) -> None:
        name = self._chance.choice(sorted(self._maker.operations))
        if self._chance.random() < WRONG:
            self._send(name, self._maker.wrong(name))
        else:
            self._send(name, self._maker.bare(name) if self._chance.random() < BARE else self._maker.right(name))

    def _send(self, name: str, case: Case) -> None:
        response = case.call(session=self._session)
        self.statuses[name][response.status_code] += 1
        # In a form everything is text: what is made up as wrong may be right.
        excluded = [checks.negative_data_rejection] if case.media_type == "multipart/form-data" else []
        try:
            case.validate_response(response, checks=CHECKS, excluded_checks=excluded)
        except FailureGroup as group:
            self.failures.setdefault(f"{name} {response.status_code}", str(group))
        if response.status_code in (200, 201) and "etag" in response.headers:
            sent = case.body if isinstance(case.body, dict) else {}
            headers = {header: values[0] for header, values in response.headers.items()}
            done = Done(name, sent, response.json(), headers)
            self._etags[done.answer["id"]] = headers["etag"]
            self._done.append(done)
