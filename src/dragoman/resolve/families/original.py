"""Which document of a family the text comes from, and why.

In: documents of one family, whom each credits, what they share. Out: an id and a reason for people to read.
It must not read texts: credits were found before.

What is asked, in this order: who is named as first publisher or credited by the copies; which is the earliest; which is
the fullest. An unknown date does not count as early.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.resolution import Credit, Overlap, SourceDocument
from dragoman.resolve.families.retelling import find_source
from dragoman.text.edtf import bounds_of, sort_key
from dragoman.vocab.owners import fold_usual
from dragoman.vocab.page_words import load_outlets

Credits = Mapping[str, Sequence[Credit]]
"""Id of a document to its credits."""


@dataclass(frozen=True, slots=True)
class Original:
    """The likely original and why it is taken for that."""

    document: str
    reason: str


def find_original(documents: Sequence[SourceDocument], overlaps: Iterable[Overlap], found: Credits) -> Original:
    """The likely original of a family.

    Args:
        documents: at least one.
        overlaps: between them; others are ignored.
        found: credits of the documents; those without are left out.
    """
    ids = {doc.id for doc in documents}
    pairs = sorted((pair for pair in overlaps if {pair.a, pair.b} <= ids), key=lambda pair: (pair.a, pair.b))
    named = _find_named(documents, found)
    home = [doc for doc in documents if named and source_of(doc, ()) == named.outlet]
    if named and home:
        first = min(home, key=lambda doc: _rank(doc, pairs, found))
        return Original(first.id, named.reason)
    first = min(documents, key=lambda doc: _rank(doc, pairs, found))
    reason = _reason_for(first, documents, pairs)
    return Original(first.id, f"{reason}; {named.reason}, which is not among them" if named else reason)


@dataclass(frozen=True, slots=True)
class _Named:
    outlet: str
    reason: str


def source_of(doc: SourceDocument, found: Sequence[Credit]) -> str:
    """Folded name of who first had the text: a credited first publisher or agency, else its outlet; "" if unknown."""
    return find_source(doc.outlet, found)


def _find_named(documents: Sequence[SourceDocument], found: Credits) -> _Named | None:
    """The outlet that most documents name as first publisher; failing that, by a credit line."""
    for kind, words in (("first", "says that it was first in"), ("line", "credits")):
        votes: dict[str, list[str]] = {}
        for doc in documents:
            own = source_of(doc, ())
            for each in found.get(doc.id, ()):
                name = fold_usual(each.outlet)
                if each.kind == kind and name != own:
                    votes.setdefault(name, []).append(doc.id)
        if votes:
            name = min(votes, key=lambda key: (-len(set(votes[key])), key))
            return _Named(name, f"{min(votes[name])} {words} {_shown(name)}")
    return None


def _shown(name: str) -> str:
    known = load_outlets().get(name)
    return known.name if known else name


def _rank(doc: SourceDocument, pairs: Sequence[Overlap], found: Credits) -> tuple[bool, bool, str, float, str]:
    """Smaller is likelier: copies by their own word last, then by date, completeness and id."""
    says_copy = any(
        each.kind == "first" and fold_usual(each.outlet) != source_of(doc, ())
        for each in found.get(doc.id, ())
    )
    return says_copy, not doc.published, _day_key(doc.published), _shortness(doc.id, pairs), doc.id


def _day_key(published: str) -> str:
    """Sorts dates by the last day that they allow: "2012" must not pass for the first of January."""
    try:
        last = bounds_of(published)[1] if published else None
    except ValueError:
        return "9999"
    return last.isoformat() if last else sort_key(published)


def _shortness(document: str, pairs: Sequence[Overlap]) -> float:
    """How much more of this document stands in the others than of the others in it: below 0 for the fullest."""
    mine = sum(pair.share_a - pair.share_b for pair in pairs if pair.a == document)
    mine += sum(pair.share_b - pair.share_a for pair in pairs if pair.b == document)
    return round(mine, 6)


def _reason_for(first: SourceDocument, documents: Sequence[SourceDocument], pairs: Sequence[Overlap]) -> str:
    others = [doc for doc in documents if doc.id != first.id]
    dated = [doc for doc in others if doc.published]
    if first.published and dated and all(_day_key(first.published) < _day_key(doc.published) for doc in dated):
        undated = "" if len(dated) == len(others) else "; other copies have no date"
        return f"the earliest, {first.published}{undated}"
    if first.published and not dated:
        return f"the only one with a date, {first.published}"
    if _shortness(first.id, pairs) < 0:
        same = f"of the first day, {first.published}, " if first.published else ""
        return f"{same}the fullest text"
    return "nothing tells them apart; the first by id"
