"""Identifiers that others give to an organisation. All are optional: many a partner has none."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from domain.shared.errors import Invalid
from domain.shared.text import one_of

SCHEMES = ("schac", "erasmus_code", "pic", "oid", "ror")
"""SCHAC home organisation, Erasmus code, participant identification code, Erasmus+ organisation id, ROR."""

_DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])")
_ERASMUS = re.compile(r"(?:([A-Z]{1,2})[ \u00a0]+|(IRL|LUX)[ \u00a0]*)([A-Z][A-Z-]{0,8}[0-9]{2,3})")
_PIC = re.compile(r"[0-9]{9}")
_OID = re.compile(r"E[0-9]{8}")
_ROR = re.compile(r"(?:https://ror\.org/)?(0[a-hj-km-np-tv-z0-9]{6}[0-9]{2})")


def _schac(value: str) -> str | None:
    domain = value.lower()
    return domain if _DOMAIN.fullmatch(domain) else None


def _erasmus_code(value: str) -> str | None:
    """The country's prefix is padded to three places: ``E  SANTAND01``; published lists pad with other spaces too."""
    form = _ERASMUS.fullmatch(value)
    return f"{form[1] or form[2]:<3}{form[3]}" if form else None


def _ror(value: str) -> str | None:
    form = _ROR.fullmatch(value)
    return f"https://ror.org/{form[1]}" if form else None


_READ: dict[str, Callable[[str], str | None]] = {
    "schac": _schac,
    "erasmus_code": _erasmus_code,
    "pic": lambda value: value if _PIC.fullmatch(value) else None,
    "oid": lambda value: value if _OID.fullmatch(value) else None,
    "ror": _ror,
}


def identifier(scheme: Any, value: Any, field: str = "value") -> str:
    """An identifier in the form in which it is kept.

    Args:
        scheme: one of `SCHEMES`.
        value: ``tersu.uz``, ``E  SANTAND01``, ``999999999``, ``E10000000``, ``https://ror.org/0…``.
        field: the name of the field that holds it.

    Raises:
        Invalid: another scheme; not of the scheme's form.
    """
    one_of(scheme, "scheme", SCHEMES)
    read = _READ[scheme](value.strip()) if isinstance(value, str) else None
    if read is None:
        raise Invalid(field, value, scheme)
    return read


def identifiers(value: Any, field: str = "identifiers") -> dict[str, str]:
    """Identifiers by scheme.

    Raises:
        Invalid: another form, another scheme, an identifier not of its scheme's form.
    """
    if not isinstance(value, Mapping) or not set(value) <= set(SCHEMES):
        raise Invalid(field, value, "identifiers", schemes=SCHEMES)
    return {scheme: identifier(scheme, value[scheme], f"{field}.{scheme}") for scheme in SCHEMES if scheme in value}
