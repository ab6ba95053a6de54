"""Writes the entry of each actor: identifier, fullest name, spellings, offices, reasons, and whom it may be besides.

In: the groups of units of one component. Out: `ActorEntry` values and the actor of each naming.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from dragoman.model.resolution import ActorEntry, Spelling
from dragoman.resolve.actors.grouping import Grouping
from dragoman.resolve.actors.known import KnownPerson
from dragoman.resolve.actors.links import tell_link
from dragoman.resolve.actors.naming import Naming, NamingKey
from dragoman.resolve.actors.units import Unit
from dragoman.text.edtf import bounds_of
from dragoman.text.hashing import make_id

MOST_REASONS = 12


def make_entries(units: Sequence[Unit], grouping: Grouping) -> tuple[list[ActorEntry], dict[NamingKey, str]]:
    """Entries in the order of their ids, and for each naming the id of its entry."""
    ids = [_id_of([units[at] for at in group]) for group in grouping.groups]
    owner = {at: id for id, group in zip(ids, grouping.groups, strict=True) for at in group}
    unsure: dict[str, set[str]] = defaultdict(set)
    for a, b in grouping.unsure:
        unsure[owner[a]].add(owner[b])
        unsure[owner[b]].add(owner[a])
    reasons: dict[str, list[str]] = defaultdict(list)
    for link in grouping.joined:
        names = f"{units[link.a].readings[0].spelled}, {units[link.b].readings[0].spelled}"
        reasons[owner[link.a]].append(f"{names}: {'; '.join(tell_link(units, link))}")
    for group, id in zip(grouping.groups, ids, strict=True):
        reasons[id] += [reason for at in group if (reason := _repeated(units[at]))]
    entries = [
        _make_entry(id, [units[at] for at in group], tuple(reasons[id]), unsure[id])
        for id, group in zip(ids, grouping.groups, strict=True)
    ]
    actors = {reading.naming.key: owner[at] for at, unit in enumerate(units) for reading in unit.readings}
    return sorted(entries, key=lambda entry: entry.id), actors


def _repeated(unit: Unit) -> str:
    """Why namings of one unit are one person, "" if there is only one."""
    if unit.known or len(unit.readings) < 2:
        return ""
    return f"{unit.readings[0].spelled}: the same words for {unit.code} in {len(unit.readings)} documents"


def _id_of(units: Sequence[Unit]) -> str:
    """A known person's own id; else of the naming published first, which stays when later documents come."""
    known = min((unit.known.id for unit in units if unit.known), default="")
    if known:
        return known
    first = min((r.naming for unit in units for r in unit.readings), key=lambda n: (_day(n), n.document, n.name))
    return make_id("p", [first.document, first.name])


def _day(naming: Naming) -> str:
    day = bounds_of(naming.published)[0] if naming.published else None
    return day.isoformat() if day else "9999"


def _make_entry(id: str, units: Sequence[Unit], reasons: tuple[str, ...], unsure: set[str]) -> ActorEntry:
    known = next((unit.known for unit in units if unit.known), None)
    maybe = {person.id: person for unit in units for reading in unit.readings for person in reading.maybe}
    doubts = tuple(sorted({r.reason for unit in units for r in unit.readings if r.maybe}))
    first = () if known is None else tuple(sorted({r.reason for unit in units for r in unit.readings if r.known}))
    return ActorEntry(
        id=id, kind="person", name=_fullest(units), code=_code_of(units, known), spellings=_spellings(units),
        offices=_offices_of(known), reasons=(*first, *doubts, *sorted(set(reasons)))[:MOST_REASONS],
        unsure=tuple(sorted((unsure | set(maybe)) - {id})),
    )  # fmt: skip


def _fullest(units: Sequence[Unit]) -> str:
    """The known person's name; else the most words, then the most mentions, then the alphabet."""
    known = next((unit.known for unit in units if unit.known), None)
    if known:
        return known.name
    counts: Counter[str] = Counter()
    words: dict[str, int] = {}
    for unit in units:
        for reading in unit.readings:
            counts[reading.spelled] += reading.naming.mentions
            words[reading.spelled] = len([word for word in unit.name.words if len(word) > 1])
    return min(counts, key=lambda name: (-words[name], -counts[name], name))


def _code_of(units: Sequence[Unit], known: KnownPerson | None) -> str:
    counts: Counter[str] = Counter()
    for unit in units:
        counts[unit.code] += sum(reading.naming.mentions for reading in unit.readings) if unit.code else 0
    own = {code: n for code, n in counts.items() if code and (known is None or code in known.codes)}
    if own:
        return min(own, key=lambda code: (-own[code], code))
    return max(known.terms, key=lambda term: (term.start, term.code)).code if known else ""


def _spellings(units: Sequence[Unit]) -> tuple[Spelling, ...]:
    mentions: Counter[str] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        for reading in unit.readings:
            mentions[reading.naming.name] += reading.naming.mentions
            documents[reading.naming.name].add(reading.naming.document)
    found = [Spelling(name, mentions[name], len(documents[name])) for name in mentions]
    return tuple(sorted(found, key=lambda spelling: (-spelling.mentions, spelling.name)))


def _offices_of(known: KnownPerson | None) -> tuple[str, ...]:
    """Terms of the table as "FM of RUS, 2004-03-09/..", first to last."""
    if known is None:
        return ()
    terms = (f"{term.office} of {term.code}, {term.start or '..'}/{term.end or '..'}" for term in known.terms)
    return tuple(dict.fromkeys(terms))
