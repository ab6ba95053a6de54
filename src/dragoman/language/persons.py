"""Who the named persons of a document are: one `Person` for all spellings and short forms, with office and side.

In: an analysis, the names found in it, the world, the day. Out: persons, and where each is named. Evidence for the
side, strongest first: a title with its state in the text, the table of office holders under the full name, a title
without a state together with the table, the surname and office alone.
"""

from dataclasses import dataclass, field

from dragoman.language.descriptions import REBEL, Description, describe
from dragoman.language.names import Found
from dragoman.language.person_spans import left_edge, name_spans, right_edge
from dragoman.model.analysis import Analysis
from dragoman.text.names import fold_name, same_person
from dragoman.vocab.holders import Holder
from dragoman.vocab.world import World


@dataclass(slots=True)
class Naming:
    """One place where a person is named: the name's own tokens, and those of the whole phrase with its titles."""

    first: int
    last: int
    start: int
    stop: int
    text: str
    left: Description
    right: Description


@dataclass(slots=True)
class Person:
    """A person of the document."""

    number: int
    name: str
    namings: list[Naming] = field(default_factory=list)
    codes: tuple[str, ...] = ()
    sector: str = "UNK"
    offices: frozenset[str] = frozenset()
    former: bool = False
    serving: bool = False
    how: str = ""


def find_persons(an: Analysis, world: World, found: list[Found], day: str) -> list[Person]:
    """The persons of a document in the order in which they appear."""
    owners = {each.first: each for each in found}
    namings = [_read_naming(an, world, span, owners) for span in name_spans(an, world, found, day)]
    persons = _group(namings)
    _add_short_names(an, persons, found)
    for person in persons:
        _identify(person, world, day)
    return persons


def _add_short_names(an: Analysis, persons: list[Person], found: list[Found]) -> None:
    """A capitalised word that is somebody's last name in the document names that person."""
    taken = {t for each in found if each.name.kind != "person" for t in range(each.first, each.last)}
    taken |= {t for p in persons for n in p.namings for t in range(n.first, n.last)}
    by_last = {p.name.split()[-1]: p for p in reversed(persons) if len(p.name.split()) > 1}
    for token, word in enumerate(an.word):
        person = by_last.get(word)
        if person and token not in taken and len(word) > 2 and an.pos[token] in ("PROPN", "NOUN", "ADJ", "X"):
            empty = Description()
            person.namings.append(Naming(token, token + 1, token, token + 1, word, empty, empty))


def _read_naming(an: Analysis, world: World, span: tuple[int, int], owners: dict[int, Found]) -> Naming:
    first, last = span
    start = left_edge(an, world, first, owners)
    right_first, stop = right_edge(an, world, last, owners)
    left = describe(an, world, start, first, owners)
    right = describe(an, world, right_first, stop, owners) if stop > right_first else Description()
    if right.titles and not left.codes and not any(t.kind != "honorific" for t in right.titles):
        right = Description()
    return Naming(first, last, start, stop if right.titles else last, _spelling(an, first, last), left, right)


def _spelling(an: Analysis, first: int, last: int) -> str:
    """The name as written; spaces around hyphens, as tokenised copy has them, are taken out."""
    return an.words(first, last).replace(" - ", "-")


def _group(namings: list[Naming]) -> list[Person]:
    """One person for a full name, its spellings and its short forms; the fullest form used first gives the name."""
    persons: list[Person] = []
    for naming in sorted(namings, key=lambda n: (len(n.text.split()) < 2, n.first)):
        match = next((person for person in persons if _is_same(person.name, naming.text)), None)
        if match is None:
            match = Person(len(persons), naming.text)
            persons.append(match)
        match.namings.append(naming)
    for person in persons:
        person.namings.sort(key=lambda n: n.first)
        person.name = _fullest(person)
    return sorted(persons, key=lambda p: p.namings[0].first)


def _fullest(person: Person) -> str:
    most = max(len(n.text.split()) for n in person.namings)
    return next(n.text for n in person.namings if len(n.text.split()) == most)


def _is_same(full: str, other: str) -> bool:
    if len(other.split()) == 1:
        words, short = fold_name(full).split(), fold_name(other).split()
        return bool(words and short) and (short[-1] == words[-1] or short == words[:1])
    return same_person(full, other)


def _identify(person: Person, world: World, day: str) -> None:
    described = [d for n in person.namings for d in (n.left, n.right) if d.titles or d.codes]
    person.offices = frozenset(office for d in described for office in d.offices)
    person.serving = any(d.titles and not d.former and any(t.kind == "title" for t in d.titles) for d in described)
    person.former = any(d.former for d in described) and not person.serving
    person.sector = next((d.sector for d in described if d.sector not in ("UNK", "")), "UNK")
    stated = min((d for d in described if d.codes and d.titles), key=lambda d: d.private, default=None)
    if stated and not stated.private:
        groups = tuple(code for code in stated.codes if code.startswith("GRP:"))
        person.codes, person.how = (groups or stated.codes)[:1], f"title in the text ({stated.how})"
        return
    if any(d.private for d in described) and (not stated or stated.private):
        person.how = "private title"
        return
    if person.sector != REBEL:
        _look_up(person, world, day)


def _is_coming(holder: Holder, person: Person, day: str) -> bool:
    """Whether somebody who takes an office later already speaks for the state: as its elect, or in another office."""
    if ":" in holder.code:
        return False
    return bool(person.offices) or holder.start <= f"{int(day[:4]) + 1}{day[4:]}"


def _is_one_in_office(holders: tuple[Holder, ...], day: str) -> bool:
    """Whether all offices under a surname are of one person, who is in the first of them: a rebel who came to rule."""
    return bool(day and holders) and len({each.person for each in holders}) == 1 and holders[0].holds_on(day)


def _look_up(person: Person, world: World, day: str) -> None:
    single = len(person.name.split()) == 1
    holders = world.holders.find_person(person.name, day)
    if day and holders and holders[0].start > day and not _is_coming(holders[0], person, day):
        return
    if single and len({holder.code for holder in holders}) != 1 and not _is_one_in_office(holders, day):
        holders = tuple(h for h in holders if h.office in person.offices)
        if len({holder.code for holder in holders}) != 1:
            return
    if not holders or (single and day and not person.offices and not holders[0].holds_on(day)):
        return
    best = holders[0]
    person.codes = (best.code,)
    person.how = f"office holders: {best.person}, {best.office} {best.start}/{best.end}"
    person.offices |= {h.office for h in holders if h == best or (h.person == best.person and day and h.holds_on(day))}
    if person.sector == "UNK":
        person.sector = "GOV"
