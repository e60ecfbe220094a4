"""Pages fetch nothing from elsewhere: the browser refuses, and remembers what was asked for."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Route


def refuse_outside(context: BrowserContext) -> list[str]:
    """Refuse what a page fetches from another machine; the list fills with the addresses refused."""
    refused: list[str] = []

    def refuse(route: Route) -> None:
        refused.append(route.request.url)
        route.abort()

    context.route(_is_outside, refuse)
    return refused


def _is_outside(url: str) -> bool:
    address = urlsplit(url)
    return address.scheme in ("http", "https") and address.hostname not in ("127.0.0.1", "localhost")
