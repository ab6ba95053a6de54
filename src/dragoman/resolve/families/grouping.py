"""Groups documents that carry one text into families.

In: overlaps and what is known about the documents. Out: families, each with its likely original. It reads no
texts.

Whole copies are joined through and through. What is less than a copy joins only directly: a family has a centre, the
text that most others carry, and each member shares text with the centre or is a whole copy of one that does. So a chain
of partial copies (A in B, B's end in C, C's end in D) cannot join stories that have nothing in common, and a round-up
that carries three agency texts belongs to one of them and does not make one story of three.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.model.resolution import JOINING_KINDS, Family, Overlap, SourceDocument
from dragoman.resolve.families.groups import group_linked
from dragoman.resolve.families.original import Credits, find_original
from dragoman.text.edtf import sort_key
from dragoman.text.hashing import make_id

Core = tuple[str, ...]
"""Whole copies of one text, sorted; most often one document."""


def find_families(
    overlaps: Iterable[Overlap], documents: Iterable[SourceDocument], found: Credits | None = None
) -> list[Family]:
    """The families of at least two documents, by the id of the first.

    Args:
        overlaps: each pair at most once; kinds that do not join (quotation, boilerplate) are ignored.
        documents: all that the overlaps name; others stay without a family.
        found: credits of the documents, for choosing the original.
    """
    known = {doc.id: doc for doc in documents}
    joining = sorted(
        (pair for pair in overlaps if pair.kind in JOINING_KINDS and pair.a in known and pair.b in known),
        key=lambda pair: (pair.a, pair.b, pair.kind),
    )
    cores = group_linked(
        {end for pair in joining for end in (pair.a, pair.b)},
        ((pair.a, pair.b) for pair in joining if pair.kind == "copy"),
    )
    groups = [sorted(each for core in star for each in core) for star in _gather(cores, joining)]
    families = [_make_family(group, known, joining, found or {}) for group in groups if len(group) > 1]
    return sorted(families, key=lambda family: min(family.documents))


def _gather(cores: Sequence[Core], joining: Sequence[Overlap]) -> Iterator[list[Core]]:
    """Stars of cores: again and again the centre that most is left around, with all that is left around it."""
    links = _link_cores(cores, joining)
    left = set(cores)
    while left:
        weights = {core: _weight(core, links, left) for core in left}
        centre = min(left, key=lambda core: (-weights[core], core))
        if weights[centre] <= 0:
            yield from ([core] for core in sorted(left))
            return
        star = [centre, *sorted(core for core in links.get(centre, {}) if core in left and core != centre)]
        yield star
        left.difference_update(star)


def _link_cores(cores: Sequence[Core], joining: Sequence[Overlap]) -> Mapping[Core, Mapping[Core, float]]:
    """Core to the cores that carry its text, each with the largest share; a text is no centre for what it carries."""
    home = {document: core for core in cores for document in core}
    links: dict[Core, dict[Core, float]] = {}
    for pair in joining:
        if pair.kind == "copy":
            continue
        for centre, share, carrier in _directions(pair):
            ours, theirs = home[centre], home[carrier]
            if ours != theirs:
                around = links.setdefault(ours, {})
                around[theirs] = max(around.get(theirs, 0.0), share)
    return links


def _directions(pair: Overlap) -> Iterator[tuple[str, float, str]]:
    """Centre, weight and carrier; for a partial copy only the text of which the larger part stands in the other."""
    if pair.kind == "retelling":
        yield pair.a, 0.5, pair.b
        yield pair.b, 0.5, pair.a
        return
    if pair.kind != "partial" or pair.share_a >= pair.share_b:
        yield pair.a, max(pair.share_a, 0.01), pair.b
    if pair.kind != "partial" or pair.share_b >= pair.share_a:
        yield pair.b, max(pair.share_b, 0.01), pair.a


def _weight(core: Core, links: Mapping[Core, Mapping[Core, float]], left: set[Core]) -> float:
    return round(sum(share for other, share in links.get(core, {}).items() if other in left), 6)


def _make_family(
    group: Sequence[str], known: Mapping[str, SourceDocument], joining: Sequence[Overlap], found: Credits
) -> Family:
    members = set(group)
    inside = tuple(pair for pair in joining if pair.a in members and pair.b in members)
    original = find_original([known[each] for each in group], inside, found)
    others = sorted(
        (each for each in group if each != original.document),
        key=lambda each: (sort_key(known[each].published), each),
    )
    documents = (original.document, *others)
    return Family(make_id("f", min(group)), documents, original.document, original.reason, inside)
