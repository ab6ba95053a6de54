"""Reprint families: which documents carry one text, whole, in part, brought up to date or retold, and from where."""

from dragoman.model.resolution import Credit
from dragoman.resolve.families.comparing import (
    Reading,
    compare_documents,
    compare_readings,
    fingerprint,
    fingerprint_document,
    read_document,
)
from dragoman.resolve.families.credits import credits_of
from dragoman.resolve.families.fingerprints import CROWD, pair_candidates
from dragoman.resolve.families.grouping import find_families
from dragoman.resolve.families.original import Original, find_original

__all__ = [
    "CROWD",
    "Credit",
    "Original",
    "Reading",
    "compare_documents",
    "compare_readings",
    "credits_of",
    "find_families",
    "find_original",
    "fingerprint",
    "fingerprint_document",
    "pair_candidates",
    "read_document",
]
