"""Makes the pages part of a web application: their routes, language, templates and headers."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from flask import Flask, Response, g, request, url_for

from web.core import bitim
from web.ui import headers
from web.ui.asking import Time
from web.ui.routes import pages
from web.wording import kinds, values
from web.wording.language import choose, current, speak


def register(app: Flask) -> None:
    """Serve the pages."""
    app.register_blueprint(pages)
    app.before_request(_listen)
    app.after_request(_close)
    app.teardown_request(_fall_silent)
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # put there by the extension
        _gettext, _ngettext, newstyle=True
    )
    app.jinja_env.filters |= {"without": _without, "with_": _with}
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals |= {
        "to": _to,
        "language": lambda: current().code,
        "standing_word": values.standing,
        "number": values.number,
        "bitim_version": version("bitim"),
    }


def _gettext(message: str) -> str:
    return current().catalog.gettext(message)


def _ngettext(one: str, many: str, number: int) -> str:
    return current().catalog.ngettext(one, many, number)


def _to(page: str, time: Time | None = None, **given: Any) -> str:
    """The address of a page, at the same two times."""
    return url_for(f"pages.{page}", **{**(time.query if time else {}), **given})


def _without(given: dict[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in given.items() if name not in names}


def _with(given: dict[str, str], **more: str) -> dict[str, str]:
    return {**given, **more}


def _listen() -> None:
    """Answer in the language that is wished for, with the institution's own words for its kinds."""
    ours = bitim()
    language = choose(request.headers.get("Accept-Language"), ours.settings.language)
    g.at_the_end = speak(language), kinds.define(lambda: ours.decisions.get()["kinds"])


def _close(response: Response) -> Response:
    """Seal what leaves, whatever it is."""
    return headers.seal(response, current().code)


def _fall_silent(_error: BaseException | None) -> None:
    for end in g.pop("at_the_end", ()):
        end()
