"""Options of questions: the day asked about, the instant whose knowledge answers, and pages of long lists."""

from __future__ import annotations

import click

from application.memorandum.renewals.queries import MOST_DAYS
from application.paging import LONGEST_PAGE
from web.cli.acting import Option, using
from web.cli.listing import Bounded

AS_OF = click.option("--as-of", "--on", "as_of", metavar="DATE", help="The day asked about. [default: today]")
KNOWN_AT = click.option(
    "--known-at", metavar="DATE|INSTANT", help="Answer as was known then; a date means the end of that day."
)
LIMIT = click.option("--limit", type=Bounded(1, LONGEST_PAGE), default=50, show_default=True, help="At most so many.")
PAGE: Option = using(
    LIMIT, click.option("--after", metavar="KEY", help="Go on after the page that ended with this key.")
)
OWNER = click.option("--owner", metavar="ID", help="Only those of this employee.")
DAYS = click.option(
    "--days", type=Bounded(0, MOST_DAYS), default=90, show_default=True, help="How many days to look ahead."
)
