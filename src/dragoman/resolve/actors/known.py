"""Finds the office holder whom a naming means: by full name, or by a surname with state and date.

In: a naming and the table of holders. Out: the known person, or those whom it may mean where the evidence does not
decide. A surname alone decides nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from dragoman.resolve.actors.naming import Naming
from dragoman.resolve.actors.personal import find_fuller, offices_beside, strip_titles
from dragoman.resolve.actors.spelling import (
    LIKENESSES,
    Likeness,
    PersonName,
    are_opposed,
    compare_names,
    mend_letters,
    read_name,
)
from dragoman.text.edtf import bounds_of
from dragoman.text.hashing import make_id
from dragoman.text.names import fold_name
from dragoman.vocab.holders import Holder
from dragoman.vocab.world import World

YEARS_BEFORE, YEARS_AFTER = 12, 40
"""How long before the first and after the last term a full name still means the holder: history is retold for decades,
but somebody of 1950 is not on today's pages without his state."""
_SURE: frozenset[Likeness] = frozenset(("same", "spelled"))
_LOOSE: frozenset[Likeness] = frozenset(("tail", "turned", "initial"))
CLOSE = 0.8
"""Share of letters that a surname alone must have in common with a holder's: "Musharaff" has .89; "Tarhunah", a town,
has .75 with Tarhouni."""
_HIGHEST_OFFICES = frozenset(("HOS", "HOG", "FM", "IGO"))
_HIGH_OFFICES = _HIGHEST_OFFICES | {"VHOS", "DM", "MIL", "SPY", "NSA"}
GRACE = 3
"""Years after a term in which a surname still means the holder ("Mubarak" on trial)."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the table of office holders with all his terms; `id` hangs on code and name in the table only."""

    id: str
    name: str
    terms: tuple[Holder, ...]
    forms: tuple[PersonName, ...]

    @property
    def codes(self) -> frozenset[str]:
        """Codes of all states and bodies for which the person has held an office."""
        return frozenset(term.code for term in self.terms)


@dataclass(frozen=True, slots=True)
class Reading:
    """A naming made ready, with the holder whom it means.

    Attributes:
        name: the name without titles, in its fullest form.
        offices: named beside it.
        company: other persons of the document, folded, without office holders: those are named everywhere. A tuple,
            sorted: there is one for each name in each document, and a set takes five times the room.
        known: the holder, None if there is none or it is not sure.
        maybe: holders of whom it may mean one, if it is not sure.
        reason: why, for people to read.
    """

    naming: Naming
    name: PersonName
    spelled: str
    offices: frozenset[str] = frozenset()
    company: tuple[str, ...] = ()
    known: KnownPerson | None = None
    maybe: tuple[KnownPerson, ...] = ()
    reason: str = ""


class KnownPersons:
    """The table of holders by person: rows with one Wikidata entry, or one name and state, are one person."""

    def __init__(self, world: World) -> None:
        """Take the table of the vocabulary."""
        self._world = world
        self._rows: dict[tuple[str, str], list[Holder]] = {}
        self._made: dict[int, KnownPerson] = {}
        self._found: dict[str, list[KnownPerson]] = {}
        self._folded: dict[str, str] = {}
        for rows in _by_person(world.holders.holders):
            self._rows.update({(row.code, fold_name(row.person)): rows for row in rows})

    def read(self, naming: Naming) -> Reading:
        """Make a naming ready and find its holder."""
        bare, offices = strip_titles(mend_letters(naming.name), self._world)
        spelled = find_fuller(bare, naming.before, self._world)
        offices |= offices_beside(naming.before, naming.after, self._world)
        company = tuple(sorted({folded for other in naming.companions if (folded := self._as_company(other))}))
        reading = Reading(naming, read_name(spelled), spelled, offices, company)
        found = self._candidates(spelled)
        if not found:
            return reading
        return _decide_full(reading, found) if reading.name.is_full else _decide_bare(reading, found)

    def _as_company(self, name: str) -> str:
        """A name folded, "" if it may be an office holder's."""
        known = self._folded.get(name)
        if known is None:
            known = self._folded[name] = "" if self._candidates(name) else fold_name(name)
        return known

    def _candidates(self, name: str) -> list[KnownPerson]:
        known = self._found.get(name)
        if known is None:
            people = map(self._person_of, self._world.holders.find_person(name))
            known = self._found[name] = list({person.id: person for person in people}.values())
        return known

    def _person_of(self, term: Holder) -> KnownPerson:
        rows = self._rows[term.code, fold_name(term.person)]
        made = self._made.get(id(rows))
        if made is None:
            made = self._made[id(rows)] = _make_person(rows)
        return made


def _by_person(holders: Iterable[Holder]) -> list[list[Holder]]:
    """Rows of one person: linked by entry, by name within a state, by name between a state and an organisation."""
    rows = list(holders)
    parent = list(range(len(rows)))
    entry = {at: row.wikidata for at, row in enumerate(rows)}
    first: dict[tuple[str, str], int] = {}
    for at, row in enumerate(rows):
        for key in _links(row):
            other, own = _root(parent, first.setdefault(key, at)), _root(parent, at)
            two = entry[own] and entry[other] and entry[own] != entry[other]
            if own != other and not two and not _are_two(rows[first[key]], row):
                parent[own] = other
                entry[other] = entry[other] or entry[own]
    groups: dict[int, list[Holder]] = defaultdict(list)
    for at, row in enumerate(rows):
        groups[_root(parent, at)].append(row)
    return list(groups.values())


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _links(row: Holder) -> list[tuple[str, str]]:
    """What ties a row to another of the same person."""
    full = [form for form in map(fold_name, (row.person, *row.spellings)) if " " in form]
    links = [(row.code, form) for form in full] or [(row.code, fold_name(row.person))]
    links.append((row.code, fold_name(row.person)))
    if row.wikidata:
        links.append(("wikidata", row.wikidata))
    if " " in fold_name(row.person):
        links.append(("any body", fold_name(row.person)))
    return links


def _are_two(a: Holder, b: Holder) -> bool:
    """Whether two rows that share a name are of two persons: their main names disagree, or two states have the name."""
    if a.wikidata and a.wikidata == b.wikidata:
        return False
    if are_opposed(read_name(a.person), read_name(b.person)):
        return True
    return a.code != b.code and ":" not in a.code + b.code


def _make_person(rows: list[Holder]) -> KnownPerson:
    terms = tuple(sorted(set(rows), key=lambda row: (row.start, row.end, row.code, row.office, row.source)))
    code, person = min((row.code, row.person) for row in rows)
    forms = {read_name(form) for row in rows for form in (row.person, *row.spellings)}
    ordered = tuple(sorted(forms, key=lambda form: (form.words, form.suffix)))
    return KnownPerson(make_id("p", [code, fold_name(person)]), person, terms, ordered)


def _decide_full(reading: Reading, found: list[KnownPerson]) -> Reading:
    """The holder of a full name: one whose state, time and spelling agree, and better than any other's."""
    fits = [(person, _alike(reading.name, person)) for person in found]
    ranked = [(_rank(reading, person, likeness), person) for person, likeness in fits if likeness]
    allowed = [(rank, person) for rank, person in ranked if rank is not None]
    good = sorted(allowed, key=lambda item: (item[0], item[1].id), reverse=True)
    if not good:
        return reading
    best, person = good[0]
    if len(good) > 1 and good[1][0] == best:
        return _unsure(reading, [other for rank, other in good if rank == best])
    return _sure(reading, person, "full name")


def _alike(name: PersonName, person: KnownPerson) -> Likeness | None:
    found = [compare_names(name, form) for form in person.forms if form.is_full or form == name]
    return next((kind for kind in LIKENESSES if kind in found), None)


def _rank(reading: Reading, person: KnownPerson, likeness: Likeness) -> tuple[int, ...] | None:
    """How well state, office and time agree, None if they do not allow it."""
    naming = reading.naming
    said = naming.code in person.codes
    hinted = said or bool(person.codes & set(naming.sides))
    near = _distance(person, naming.published)
    if near is None:
        return None
    if naming.code and not said and not (likeness == "same" and hinted):
        return None
    if likeness not in _SURE and not hinted:
        return None
    held = any(term.office in reading.offices for term in person.terms)
    if likeness in _LOOSE and not (said and (held or likeness == "turned")):
        return None
    return int(said), int(held), -near, int(hinted), int(likeness in _SURE)


def _distance(person: KnownPerson, on: str) -> int | None:
    return _distance_of(person.terms, on)


def _distance_of(terms: tuple[Holder, ...], on: str) -> int | None:
    """0 in office, else years to the nearest term and one; None if too far or without a term."""
    day = bounds_of(on)[0] if on else None
    if day is None:
        return 0 if terms else None
    if any(term.holds_on(on) for term in terms):
        return 0
    ahead = [int(term.start[:4]) - day.year for term in terms if term.start and int(term.start[:4]) >= day.year]
    past = [day.year - int(term.end[:4]) for term in terms if term.end and int(term.end[:4]) <= day.year]
    fit = [n for n in ahead if n <= YEARS_BEFORE] + [n for n in past if n <= YEARS_AFTER]
    return 1 + min(fit) if fit else None


def _decide_bare(reading: Reading, found: list[KnownPerson]) -> Reading:
    """The holder of a surname: the only one of the state who is in office then, or whose office stands beside it."""
    naming = reading.naming
    codes = {naming.code} if naming.code else set(naming.sides)
    if not codes or not naming.published:
        return reading
    near = [p for p in found if codes & p.codes and _is_recent(p, naming.published) and _is_close(reading.name, p)]
    offices = _HIGH_OFFICES if naming.code else _HIGHEST_OFFICES
    serving = [p for p in near if _serves(p, codes, naming.published, offices)]
    titled = [p for p in serving if reading.offices & {t.office for t in p.terms if t.code in codes}]
    if len(titled) == 1:
        return _sure(reading, titled[0], "surname, state, office and date")
    if len(near) == 1 and near == serving:
        return _sure(reading, near[0], "surname, state and date; no other holder of that name")
    return _unsure(reading, near) if near else reading


def _is_close(name: PersonName, person: KnownPerson) -> bool:
    """Whether a surname is nearly a word of the holder's names."""
    words = {word for form in person.forms for word in form.words}
    return any(Indel.normalized_similarity(name.words[-1], word) >= CLOSE for word in words)


def _is_recent(person: KnownPerson, on: str) -> bool:
    distance = _distance(person, on)
    return distance is not None and distance <= YEARS_BEFORE


def _serves(person: KnownPerson, codes: set[str], on: str, offices: frozenset[str]) -> bool:
    """Whether he holds one of the offices for one of the sides, or has left it since `GRACE` years at most."""
    terms = tuple(term for term in person.terms if term.code in codes and term.office in offices)
    distance = _distance_of(terms, on)
    return distance is not None and distance <= GRACE


def _sure(reading: Reading, person: KnownPerson, why: str) -> Reading:
    return replace(reading, known=person, reason=f"office holder by {why}")


def _unsure(reading: Reading, persons: list[KnownPerson]) -> Reading:
    names = ", ".join(sorted({f"{p.name} ({min(p.codes)})" for p in persons}))
    return replace(reading, maybe=tuple(sorted(persons, key=lambda p: p.id)), reason=f"may be {names}")
