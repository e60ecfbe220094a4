"""The oracle: the standing of one day by brute force, straight from the rules, sharing nothing with what it checks."""

from tests.domain.memorandum.oracle.answer import Answer, answers
from tests.domain.memorandum.oracle.world import NoAnswer

__all__ = ["Answer", "NoAnswer", "answers"]
