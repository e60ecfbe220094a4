"""The six endpoints."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404
from register.history import entries
from register.models import Edition, Memorandum, Party
from register.serializers import MemorandumEntered, MemorandumListed, MemorandumShown, Renewal, Signature
from register.terms import last_day
from rest_framework import generics, pagination, status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from simple_history.utils import bulk_create_with_history

PARTIES = Prefetch("parties", Party.objects.select_related("partner"))
LISTED = Prefetch("editions", Edition.objects.defer("texts").prefetch_related(PARTIES))
SHOWN = Prefetch("editions", Edition.objects.prefetch_related(PARTIES))
OF_COUNTRY = Party.objects.filter(edition__memorandum=OuterRef("pk"))


class Page(pagination.CursorPagination):
    """A page by key: nothing is counted."""

    page_size = 50
    page_size_query_param = "limit"
    max_page_size = 500
    ordering = ("-created_at", "-id")


class Memorandums(generics.ListCreateAPIView):
    """The list, and the way into it."""

    pagination_class = Page

    def get_queryset(self) -> QuerySet[Memorandum]:
        """Those that meet the conditions."""
        asked = self.request.query_params
        found = Memorandum.objects.prefetch_related(LISTED)
        for field in ("kind", "owner"):
            if field in asked:
                found = found.filter(**{field: asked[field]})
        if "country" in asked:
            found = found.filter(Exists(OF_COUNTRY.filter(partner__country=asked["country"])))
        return found.filter(_standing(asked["standing"], self.day)) if "standing" in asked else found

    def get_serializer_class(self) -> type[Any]:
        """What is entered differs from what is shown."""
        return MemorandumEntered if self.request.method == "POST" else MemorandumListed

    def get_serializer_context(self) -> dict[str, Any]:
        """The day asked, today unless said otherwise."""
        return {"request": self.request, "view": self, "day": self.day}

    @property
    def day(self) -> date:
        """The day asked."""
        asked = self.request.query_params.get("as_of")
        return date.fromisoformat(asked) if asked else date.today()  # noqa: DTZ011  the server's zone is the office's

    def create(self, request: Request, *_: Any, **__: Any) -> Response:
        """Enter a memorandum."""
        entered = MemorandumEntered(data=request.data)
        entered.is_valid(raise_exception=True)
        memorandum = entered.save()
        answer = {"id": memorandum.pk, "version": memorandum.version, "reference": memorandum.reference}
        return Response(answer, status.HTTP_201_CREATED)


def _standing(standing: str, day: date) -> Q:
    begun = Q(in_force_from__lte=day)
    ended = Q(in_force_until__lt=day)
    if standing == "in_force":
        return begun & (Q(in_force_until__isnull=True) | Q(in_force_until__gte=day))
    return begun & ended if standing == "expired" else Q(in_force_from__isnull=True) | Q(in_force_from__gt=day)


class OneMemorandum(APIView):
    """One memorandum in full."""

    def get(self, _: Request, memorandum_id: UUID) -> Response:
        """Show it."""
        found = get_object_or_404(Memorandum.objects.prefetch_related(SHOWN, "notes"), pk=memorandum_id)
        shown = MemorandumShown(found, context={"day": date.today()})  # noqa: DTZ011  the server's zone is the office's
        return Response(shown.data, headers={"ETag": f'"{found.version}"'})


class History(APIView):
    """What happened to it."""

    def get(self, _: Request, memorandum_id: UUID) -> Response:
        """Show it, oldest first."""
        found = get_object_or_404(Memorandum, pk=memorandum_id)
        return Response({"items": entries(found), "version": found.version})


class Sign(APIView):
    """A signature."""

    @transaction.atomic
    def post(self, request: Request, memorandum_id: UUID) -> Response:
        """Record it; with the last one the edition is concluded."""
        given = Signature(data=request.data)
        given.is_valid(raise_exception=True)
        memorandum = get_object_or_404(Memorandum.objects.select_for_update(), pk=memorandum_id)
        edition = memorandum.editions.order_by("-number").prefetch_related("parties").first()
        parties = {party.party_id: party for party in edition.parties.all()}
        party = parties.get(given.validated_data["party_id"])
        if edition.stage != "approved" or party is None or party.signed_on is not None:
            raise ValidationError({"party_id": "This party cannot sign now."})
        for name, value in given.validated_data.items():
            setattr(party, name, value)
        party.save()
        if all(one.signed_on for one in parties.values()):
            _conclude(memorandum, edition, party.signed_on)
        _next_version(memorandum)
        return Response({"id": memorandum.pk, "version": memorandum.version})


class Renew(APIView):
    """A renewal in an updated form."""

    @transaction.atomic
    def post(self, request: Request, memorandum_id: UUID) -> Response:
        """Begin the next edition as a draft; the one before it stays in force."""
        given = Renewal(data=request.data)
        given.is_valid(raise_exception=True)
        memorandum = get_object_or_404(Memorandum.objects.select_for_update(), pk=memorandum_id)
        last = memorandum.editions.order_by("-number").prefetch_related("parties").first()
        if last.stage != "signed":
            raise ValidationError({"memorandum": "Only what was signed can be renewed."})
        parts = {name: getattr(last, name) for name in ("titles", "texts", "areas", "term")} | given.validated_data
        edition = Edition.objects.create(memorandum=memorandum, number=last.number + 1, nature="renewal", **parts)
        kept = ("party_id", "partner_id", "unit", "ours")
        sides = [{name: getattr(party, name) for name in kept} for party in last.parties.all()]
        bulk_create_with_history([Party(edition=edition, **one) for one in sides], Party)
        _next_version(memorandum)
        return Response({"id": memorandum.pk, "version": memorandum.version})


def _conclude(memorandum: Memorandum, edition: Edition, day: date) -> None:
    edition.stage = memorandum.stage = "signed"
    edition.save()
    memorandum.in_force_from = edition.effective_on or day
    memorandum.in_force_until = last_day(edition.term, memorandum.in_force_from)


def _next_version(memorandum: Memorandum) -> None:
    memorandum.version += 1
    memorandum.save()
