"""What is said of renewals in an updated form, and of amendments."""

from __future__ import annotations

from web.wording.events.table import Data, says
from web.wording.language import gettext as _
from web.wording.names import Names


@says("memorandum.renewal_proposed")
def _renewal_proposed(data: Data, names: Names) -> str:
    edition = names.edition(data["follows"])
    return _("Renewal in an updated form drafted, to follow %(edition)s.", edition=edition)


@says("memorandum.amendment_proposed")
def _amendment_proposed(data: Data, names: Names) -> str:
    return _("Amendment of %(edition)s drafted.", edition=names.edition(data["amends"]))
