"""The tables: a memorandum, its editions, their parties with approvals and signatures, and notes; each with history."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from simple_history.models import HistoricalRecords


class Partner(models.Model):
    """An institution."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=300)
    country = models.CharField(max_length=2, db_index=True)
    history = HistoricalRecords()


class Memorandum(models.Model):
    """A written instrument of cooperation; the dates of its last signed edition are kept here for the lists."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=100)
    owner = models.CharField(max_length=100)
    stage = models.CharField(max_length=20, default="draft")
    in_force_from = models.DateField(null=True)
    in_force_until = models.DateField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)
    history = HistoricalRecords()

    class Meta:
        """The order of all lists, and the indexes that they need."""

        ordering = ("-created_at", "-id")
        indexes = (
            models.Index(fields=("-created_at", "-id"), name="newest_first"),
            models.Index(fields=("stage", "-created_at"), name="by_stage"),
        )

    def standing(self, day: date) -> str:
        """How it stands on a day."""
        if self.in_force_from is None or day < self.in_force_from:
            return "in_preparation"
        expired = self.in_force_until is not None and day > self.in_force_until
        return "expired" if expired else "in_force"


class Edition(models.Model):
    """What was agreed: the first text, or a renewal of it."""

    memorandum = models.ForeignKey(Memorandum, models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField(default=1)
    nature = models.CharField(max_length=20, default="first")
    stage = models.CharField(max_length=20, default="draft")
    cleared_by = models.JSONField(default=list)
    titles = models.JSONField()
    texts = models.JSONField(default=dict)
    areas = models.JSONField(default=list)
    term = models.JSONField(null=True)
    effective_on = models.DateField(null=True)
    planned_at = models.CharField(max_length=300, blank=True)
    history = HistoricalRecords()

    class Meta:
        """Each number once, in order."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("memorandum", "number"), name="one_edition_a_number"),)


class Party(models.Model):
    """A side of an edition, with its approval and its signature."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="parties")
    party_id = models.CharField(max_length=4)
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="parties")
    unit = models.CharField(max_length=200, blank=True)
    ours = models.BooleanField(default=False)
    approved_on = models.DateField(null=True)
    signatory = models.CharField(max_length=200, blank=True)
    office = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    signed_on = models.DateField(null=True)
    history = HistoricalRecords()

    class Meta:
        """Each side once, in order."""

        ordering = ("party_id",)
        constraints = (models.UniqueConstraint(fields=("edition", "party_id"), name="one_party_a_side"),)


class Note(models.Model):
    """What somebody wrote down."""

    memorandum = models.ForeignKey(Memorandum, models.CASCADE, related_name="notes")
    text = models.TextField()
    made_on = models.DateField()
    history = HistoricalRecords()

    class Meta:
        """In the order in which they were made."""

        ordering = ("id",)
