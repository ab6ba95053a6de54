"""Compares two documents: what text they share, and what kind of sharing it is.

In: two documents, read once each. Out: an `Overlap`, or None. It must not know other documents: what it says of a pair
stays true whatever else is read, and is the same whichever of the two comes first.
"""

from dataclasses import dataclass

from dragoman.model.document import Document
from dragoman.model.resolution import JOINING_KINDS, Credit, Overlap
from dragoman.resolve.families.credits import credits_of
from dragoman.resolve.families.dates import days_between
from dragoman.resolve.families.fingerprints import fingerprint_words
from dragoman.resolve.families.kinds import Judgement, Sharing, judge_kind
from dragoman.resolve.families.retelling import Telling, judge_retelling, key_retelling, read_telling
from dragoman.resolve.families.shared import Side, find_later, find_shared, order_sides
from dragoman.resolve.families.words import Words, read_words


@dataclass(frozen=True)
class Reading:
    """A document as it is compared: its words, whom it credits, what a retelling of it would have in common."""

    words: Words
    credits: tuple[Credit, ...]
    telling: Telling

    @property
    def doc(self) -> Document:
        """The document."""
        return self.words.doc


def read_document(doc: Document) -> Reading:
    """Read a document for comparison; worth keeping while it is compared with several."""
    found = credits_of(doc)
    return Reading(read_words(doc), found, read_telling(doc, found))


def fingerprint_document(doc: Document) -> tuple[int | str, ...]:
    """The keys of a document, as `fingerprint`."""
    return fingerprint(read_document(doc))


def fingerprint(reading: Reading) -> tuple[int | str, ...]:
    """The keys to store with a document: documents that share one are worth a comparison, see `pair_candidates`.

    Numbers are keys of shared text: a passage of 32 words always gives one. Strings are keys of retellings, only for
    texts of known outlets or with a credit in their opening: outlet, day and two names.
    """
    return (*fingerprint_words(reading.words), *key_retelling(reading.telling))


def compare_documents(a: Document, b: Document) -> Overlap | None:
    """What two documents share, as `compare_readings`."""
    return compare_readings(read_document(a), read_document(b))


def compare_readings(a: Reading, b: Reading) -> Overlap | None:
    """What two documents share; None if that is nothing, or one and the same document.

    Returns:
        The overlap with the smaller id as `a`. Its shares are of all body words, standing sentences included.
    """
    if a.doc.id == b.doc.id:
        return None
    first, second = (a, b) if a.doc.id < b.doc.id else (b, a)
    sides = find_shared(first.words, second.words)
    judgement = _judge_sides(first, second, sides) if sides else None
    if judgement is None or judgement.kind not in JOINING_KINDS:
        judgement = judge_retelling(first.telling, second.telling) or judgement
    if judgement is None:
        return None
    share_a, share_b = (round(side.share_of_all, 3) for side in sides) if sides else (0.0, 0.0)
    return Overlap(first.doc.id, second.doc.id, judgement.kind, share_a, share_b, judgement.reason)


def _judge_sides(a: Reading, b: Reading, sides: tuple[Side, Side]) -> Judgement:
    shorter, longer = order_sides(sides)
    days, later = days_between(a.doc.published, b.doc.published), find_later(sides)
    return judge_kind(Sharing(shorter, longer, days, later, bool(a.telling.agencies & b.telling.agencies)))
