"""A value that its field does not accept, and the refusals without a rule of their own."""

from __future__ import annotations

from web.wording import fields
from web.wording.accepted import accepted
from web.wording.language import gettext as _
from web.wording.names import Names
from web.wording.problems.table import Data, Problem, explains, shown


@explains("invalid_value")
def _invalid_value(data: Data, _names: Names) -> Problem:
    field, value = fields.label(str(data["field"])), data["value"]
    if value is None or value == "":
        detail = _("%(field)s is missing.", field=field)
    elif str(value).startswith(("{", "[")):  # a list or an object as programs write it: no help to people
        detail = _("%(field)s: what is given is not accepted.", field=field)
    else:
        detail = _("%(field)s: “%(value)s” is not accepted.", field=field, value=shown(value))
    return Problem(_("A value is not accepted"), detail, accepted(data["accepts"], data["limits"]))


@explains("error")
@explains("refused")
def _error(_data: Data, _names: Names) -> Problem:
    return Problem(_("It is not possible"), _("Bitim refused this."), "")
