"""Contradictions: two records of one thread that cannot both be true, or a record against a known fact."""

from dragoman.resolve.contradictions.across import find_split_contradictions
from dragoman.resolve.contradictions.between import compare_threads
from dragoman.resolve.contradictions.finding import check_facts, find_contradictions
from dragoman.resolve.contradictions.first_claims import FirstClaim, find_first_claims
from dragoman.resolve.contradictions.firsts import check_first_claims

__all__ = [
    "FirstClaim",
    "check_facts",
    "check_first_claims",
    "compare_threads",
    "find_contradictions",
    "find_first_claims",
    "find_split_contradictions",
]
