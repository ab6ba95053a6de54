"""Claims to be the first that an earlier visit refutes, or another claim of the same visit.

In: claims and events. Out: contradictions with an earlier act of the same sides in the span that the claim covers.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction
from dragoman.resolve.contradictions.first_claims import LEADER, MARGIN, FirstClaim, names_its_year
from dragoman.resolve.contradictions.tellings import safe_bounds
from dragoman.resolve.contradictions.titles import read_titles
from dragoman.resolve.contradictions.visits import Sides, guests_and_hosts, is_visit
from dragoman.text.edtf import spell
from dragoman.text.hashing import make_id
from dragoman.text.names import same_person
from dragoman.vocab.holders import load_holders

_RULING = frozenset({"HOS", "HOG"})


def check_first_claims(claims: Iterable[FirstClaim], events: Iterable[Event]) -> list[Contradiction]:
    """Claims that an earlier act of the same sides and office refutes.

    Args:
        claims: of `find_first_claims`.
        events: of the whole dossier, or of the threads of the same sides.

    Returns:
        One contradiction for each claim and refuting year, by id.
    """
    by_sides: dict[Sides, list[Event]] = {}
    for event in events:
        if event.type == "CONSULT" and event.status == "happened" and event.voice != "comment":
            by_sides.setdefault(guests_and_hosts(event), []).append(event)
    found: dict[str, Contradiction] = {}
    known = sorted(claims, key=lambda claim: (claim.event.id, claim.words))
    for clash in _claims_at_odds(known):
        found[clash.id] = clash
    for claim in known:
        for clash in _refutations(claim, by_sides.get(guests_and_hosts(claim.event), ())):
            found[clash.id] = clash
    return [found[key] for key in sorted(found)]


def _claims_at_odds(claims: Sequence[FirstClaim]) -> Iterator[Contradiction]:
    """Two claims of one visit of which one names, as the last before it, a year within the span of the other."""
    shelves: dict[tuple[object, ...], list[FirstClaim]] = {}
    for claim in claims:
        shelves.setdefault((guests_and_hosts(claim.event), claim.office, claim.year), []).append(claim)
    for shelf in shelves.values():
        for a, b in combinations(shelf, 2):
            wide, narrow = sorted((a, b), key=lambda claim: claim.since)
            if names_its_year(narrow) and narrow.since > wide.since + MARGIN and a.event.id != b.event.id:
                records = (wide.event.id, narrow.event.id)
                yield Contradiction(
                    make_id("c", ["first", *records]), "first", wide.event.thread, records, (wide.words, narrow.words),
                    "one names as the last visit before it a year in which the other says that there was none",
                )  # fmt: skip


def _refutations(claim: FirstClaim, events: Iterable[Event]) -> Iterator[Contradiction]:
    latest = claim.year
    seen: set[int] = set()
    for event in sorted(events, key=lambda e: (-e.confidence, e.id)):
        first, last = safe_bounds(event.date)
        if first is None or last is None or first.year != last.year or first.year in seen:
            continue
        if claim.since < first.year < latest and is_visit(event) and _held_office(event, claim):
            seen.add(first.year)
            yield _build(claim, event)


def _held_office(event: Event, claim: FirstClaim) -> bool:
    """Whether the visitor held the office of the claim: by his title in the quote, or by the table of holders."""
    guests, _ = guests_and_hosts(event)
    offices = _RULING if claim.office == LEADER else {claim.office}
    mutual = guests != frozenset(event.actors)
    titled = [
        held for held in read_titles(event.quote)
        if held.office in offices and held.plain and (held.state in guests or not held.state and not mutual)
    ]  # fmt: skip
    for person in event.people[:4]:
        if any(same_person(person, held.name) for held in titled):
            return True
        terms = load_holders().in_office(person, event.date)
        if any(row.code in guests and row.office in offices for row in terms):
            return True
    return False


def _build(claim: FirstClaim, event: Event) -> Contradiction:
    values = (claim.words, f"{event.trigger}, {spell(event.date)}")
    records = (claim.event.id, event.id)
    return Contradiction(
        make_id("c", ["first", *records]), "first", claim.event.thread, records, values,
        "an earlier act of the same sides and office lies in the span of the claim",
    )  # fmt: skip
