"""What comes in and goes out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from register.models import Edition, Memorandum, Note, Party
from rest_framework import serializers
from simple_history.utils import bulk_create_with_history


class PartyShown(serializers.ModelSerializer):
    """A side."""

    name = serializers.CharField(source="partner.name")

    class Meta:
        """All that is shown of it."""

        model = Party
        fields = (
            "party_id",
            "partner_id",
            "name",
            "unit",
            "ours",
            "approved_on",
            "signatory",
            "office",
            "place",
            "signed_on",
        )


class EditionListed(serializers.ModelSerializer):
    """An edition without its texts."""

    parties = PartyShown(many=True)

    class Meta:
        """All that lists show of it."""

        model = Edition
        fields = (
            "number",
            "nature",
            "stage",
            "cleared_by",
            "titles",
            "areas",
            "term",
            "effective_on",
            "planned_at",
            "parties",
        )


class EditionShown(EditionListed):
    """An edition in full."""

    class Meta(EditionListed.Meta):
        """With its texts."""

        fields = (*EditionListed.Meta.fields, "texts")


class NoteShown(serializers.ModelSerializer):
    """A note."""

    class Meta:
        """All that is shown of it."""

        model = Note
        fields = ("text", "made_on")


class MemorandumListed(serializers.ModelSerializer):
    """A row of the list."""

    editions = EditionListed(many=True)
    standing = serializers.SerializerMethodField()

    class Meta:
        """All that lists show of it."""

        model = Memorandum
        fields = (
            "id",
            "reference",
            "kind",
            "owner",
            "stage",
            "standing",
            "in_force_from",
            "in_force_until",
            "created_at",
            "version",
            "editions",
        )

    def get_standing(self, memorandum: Memorandum) -> str:
        """How it stands on the day asked."""
        return memorandum.standing(self.context["day"])


class MemorandumShown(MemorandumListed):
    """A memorandum in full."""

    editions = EditionShown(many=True)
    notes = NoteShown(many=True)

    class Meta(MemorandumListed.Meta):
        """With its notes."""

        fields = (*MemorandumListed.Meta.fields, "notes")


class PartyEntered(serializers.ModelSerializer):
    """A side of a draft."""

    class Meta:
        """What is entered of it."""

        model = Party
        fields = ("party_id", "partner", "unit", "ours")


class EditionEntered(serializers.ModelSerializer):
    """A draft."""

    parties = PartyEntered(many=True)
    titles = serializers.DictField(child=serializers.CharField(max_length=1000), allow_empty=False)
    texts = serializers.DictField(child=serializers.CharField(max_length=200_000))

    class Meta:
        """What is entered of it."""

        model = Edition
        fields = ("titles", "texts", "areas", "term", "effective_on", "parties")


class MemorandumEntered(serializers.ModelSerializer):
    """A memorandum with its first draft; its reference must be new."""

    content = EditionEntered()

    class Meta:
        """What is entered of it."""

        model = Memorandum
        fields = ("reference", "kind", "owner", "content")

    @transaction.atomic
    def create(self, validated_data: dict[str, Any]) -> Memorandum:
        """Enter it with its edition and parties."""
        content = validated_data.pop("content")
        parties = content.pop("parties")
        memorandum = Memorandum.objects.create(**validated_data)
        edition = Edition.objects.create(memorandum=memorandum, **content)
        bulk_create_with_history([Party(edition=edition, **party) for party in parties], Party)
        return memorandum


class Signature(serializers.Serializer):
    """A signature of one side."""

    party_id = serializers.CharField(max_length=4)
    signatory = serializers.CharField(max_length=200)
    office = serializers.CharField(max_length=200)
    place = serializers.CharField(max_length=200, allow_blank=True, default="")
    signed_on = serializers.DateField(default=date.today)


class Renewal(serializers.Serializer):
    """The parts of a renewal that differ from the edition before it."""

    titles = serializers.DictField(child=serializers.CharField(max_length=1000), required=False)
    texts = serializers.DictField(child=serializers.CharField(max_length=200_000), required=False)
    areas = serializers.JSONField(required=False)
    term = serializers.JSONField(required=False)
    effective_on = serializers.DateField(required=False)
