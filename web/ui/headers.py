"""The headers that keep a page to itself: nothing from elsewhere, nothing inline, in nobody's frame."""

from __future__ import annotations

from flask import Response

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def seal(response: Response, language: str) -> Response:
    """Give a response its headers; one that set its own keeps it.

    Args:
        response: what is about to be sent.
        language: in which its words are.
    """
    own = {name.lower() for name, _ in response.headers}
    response.headers.extend([(name, value) for name, value in HEADERS.items() if name.lower() not in own])
    if response.mimetype == "text/html":
        response.headers["Content-Language"] = language
        response.headers["Cache-Control"] = "no-store"  # a standing changes at midnight, and so does the page
        response.vary.add("Accept-Language")
    return response
