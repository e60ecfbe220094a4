"""What can happen to a memorandum, by chapter of its life."""

from domain.memorandum.events.base import MemorandumEvent
from domain.memorandum.events.correcting import MemorandumCorrected, MemorandumRetracted
from domain.memorandum.events.drafting import (
    MemorandumApproved,
    MemorandumApprovedByPartner,
    MemorandumCleared,
    MemorandumCounterpartyNamed,
    MemorandumDrafted,
    MemorandumReturned,
    MemorandumReverted,
    MemorandumRevised,
    MemorandumSigningPlanned,
    MemorandumSubmitted,
    MemorandumWithdrawn,
)
from domain.memorandum.events.ending import (
    MemorandumExpired,
    MemorandumNoticeGiven,
    MemorandumObjected,
    MemorandumResumed,
    MemorandumSuperseded,
    MemorandumSuspended,
    MemorandumTacitlyRenewed,
    MemorandumTerminated,
)
from domain.memorandum.events.keeping import (
    MemorandumArchived,
    MemorandumBroughtBack,
    MemorandumContactNamed,
    MemorandumContactWithdrawn,
    MemorandumDocumentAttached,
    MemorandumNoted,
    MemorandumOwnerAssigned,
    MemorandumPartnerReferenceRecorded,
    MemorandumPlacedUnderFramework,
)
from domain.memorandum.events.paper import (
    MemorandumEditionRecorded,
    MemorandumRegistered,
    MemorandumStubCompleted,
)
from domain.memorandum.events.renewing import MemorandumAmendmentProposed, MemorandumRenewalProposed
from domain.memorandum.events.signing import MemorandumSigned, MemorandumSignedOutside
from domain.shared.correction import as_corrected

__all__ = [
    "MemorandumAmendmentProposed",
    "MemorandumApproved",
    "MemorandumApprovedByPartner",
    "MemorandumArchived",
    "MemorandumBroughtBack",
    "MemorandumCleared",
    "MemorandumContactNamed",
    "MemorandumContactWithdrawn",
    "MemorandumCorrected",
    "MemorandumCounterpartyNamed",
    "MemorandumDocumentAttached",
    "MemorandumDrafted",
    "MemorandumEditionRecorded",
    "MemorandumEvent",
    "MemorandumExpired",
    "MemorandumNoted",
    "MemorandumNoticeGiven",
    "MemorandumObjected",
    "MemorandumOwnerAssigned",
    "MemorandumPartnerReferenceRecorded",
    "MemorandumPlacedUnderFramework",
    "MemorandumRegistered",
    "MemorandumRenewalProposed",
    "MemorandumResumed",
    "MemorandumRetracted",
    "MemorandumReturned",
    "MemorandumReverted",
    "MemorandumRevised",
    "MemorandumSigned",
    "MemorandumSignedOutside",
    "MemorandumSigningPlanned",
    "MemorandumStubCompleted",
    "MemorandumSubmitted",
    "MemorandumSuperseded",
    "MemorandumSuspended",
    "MemorandumTacitlyRenewed",
    "MemorandumTerminated",
    "MemorandumWithdrawn",
    "as_corrected",
]
