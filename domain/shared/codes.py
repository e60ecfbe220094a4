"""Codes that come from outside.

Countries (ISO 3166-1 alpha-2), languages (BCP 47), currencies (ISO 4217), fields of study (ISCED-F 2013), levels (EQF).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from domain.shared.errors import Invalid
from domain.shared.isced import FIELDS_OF_STUDY

COUNTRIES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
    FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
    MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
    TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()
)

CURRENCIES = frozenset(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
    MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
    VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
    """.split()
)

EQF_LEVELS = (1, 2, 3, 4, 5, 6, 7, 8)
"""Levels of the European Qualifications Framework: 6 bachelor, 7 master, 8 doctor."""

AREAS = (
    "student_exchange",
    "staff_exchange",
    "joint_programmes",
    "joint_research",
    "innovation_projects",
    "training",
    "internships",
    "cotutelle",
    "conferences",
    "publications",
    "capacity_building",
    "other",
)
"""Areas of cooperation that a memorandum may cover."""

EMAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
LONGEST_EMAIL = 254
_EMAIL = re.compile(EMAIL)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


def country(value: Any, field: str = "country") -> str:
    """A country by its ISO 3166-1 alpha-2 code.

    Raises:
        Invalid: no such code.
    """
    if not isinstance(value, str) or value not in COUNTRIES:
        raise Invalid(field, value, "country")
    return value


def language(value: Any, field: str = "language") -> str:
    """A language tag such as ``en``, ``uz-Latn`` or ``zh-CN`` (BCP 47: language, script, region).

    Raises:
        Invalid: not of this form.
    """
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        raise Invalid(field, value, "language")
    return value


def by_language(value: Any, field: str, least: int) -> list[tuple[str, Any]]:
    """What is said in several languages, ``{"en": …, "uz": …}``, in the order of their tags.

    Raises:
        Invalid: not of this form, fewer than ``least`` or more than 20.
    """
    if not isinstance(value, Mapping) or not least <= len(value) <= 20:
        raise Invalid(field, value, "by_language", minimum=least)
    return sorted((language(tag, field), text) for tag, text in value.items())


def identifier(value: Any, field: str) -> str:
    """The id of another record.

    Raises:
        Invalid: not a UUID.
    """
    try:
        return str(UUID(str(value)))
    except ValueError:
        raise Invalid(field, value, "uuid") from None


def sha256(value: Any, field: str = "sha256") -> str:
    """The digest of a document's bytes: 64 hexadecimal digits in lower case.

    Raises:
        Invalid: not of this form.
    """
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise Invalid(field, value, "sha256")
    return value


def email(value: Any, field: str = "email") -> str:
    """An address for electronic mail, as it is written on letterheads.

    Raises:
        Invalid: not of this form.
    """
    if not isinstance(value, str) or not _EMAIL.fullmatch(value) or len(value) > LONGEST_EMAIL:
        raise Invalid(field, value, "email")
    return value


def field_of_study(value: Any, field: str = "fields") -> str:
    """A detailed field of study by its four digits.

    Raises:
        Invalid: no such code in ISCED-F 2013.
    """
    if not isinstance(value, str) or value not in FIELDS_OF_STUDY:
        raise Invalid(field, value, "field_of_study")
    return value


def currency(value: Any, field: str = "currency") -> str:
    """A currency by its ISO 4217 code.

    Raises:
        Invalid: no such code.
    """
    if not isinstance(value, str) or value not in CURRENCIES:
        raise Invalid(field, value, "currency")
    return value


def eqf_level(value: Any, field: str = "eqf_level") -> int:
    """A level of the European Qualifications Framework, as a number or as its digit.

    Raises:
        Invalid: not a whole number from 1 to 8.
    """
    level = next((one for one in EQF_LEVELS if not isinstance(value, bool) and value in (one, str(one))), None)
    if level is None:
        raise Invalid(field, value, "between", minimum=EQF_LEVELS[0], maximum=EQF_LEVELS[-1])
    return level
