"""Gathers who is named in a dossier, and finds the actors: from the record's rows to entries with their records.

In: an open dossier and the vocabulary. Out: `Actors`: all entries, the actor of each naming, and what each actor said
and did. Nothing is stored: it is computed when asked.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.flow.reviewing import find_links
from dragoman.model.resolution import ActorEntry
from dragoman.record.dossier import Dossier
from dragoman.record.named import NamedEvent, NamedSpeaker, NamedText
from dragoman.resolve.actors import (
    Naming,
    NamingKey,
    PersonActors,
    SideNaming,
    find_actors,
    find_coded_actors,
    is_personal,
)
from dragoman.text.edtf import bounds_of
from dragoman.text.names import fold_name
from dragoman.vocab.gazetteer import Name, fold_word
from dragoman.vocab.names_of_codes import load_code_names
from dragoman.vocab.world import World

CONTEXT = 80
"""Characters of the text on either side of a name that are looked at for titles and given names."""
MOST_COMPANIONS = 40
_WORD = re.compile(r"(?:[A-Z]\.)+|\w+(?:['’](?!s\b)\w+)*|[^\w\s]")
_CODED_KINDS = frozenset(("state", "adjective", "people", "prefix", "organisation", "group"))
_BODIES = frozenset(("organisation", "group", "body"))
_SPELLED_KINDS = frozenset(("state", "organisation", "group"))


@dataclass(slots=True)
class _Draft:
    """What the records of one document say of one name, while it is gathered."""

    mentions: int = 0
    codes: dict[str, int] = field(default_factory=dict)
    sides: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Deeds:
    """Ids of what an actor said and did, in the order of ids."""

    statements: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actors:
    """All actors of a dossier.

    Attributes:
        persons: the outcome for persons, to which documents can be added.
        coded: states, organisations and groups.
        deeds: what each actor said and did, by the actor's id.
        words: the code of words that name a side in a document, by document and words.
    """

    persons: PersonActors
    coded: tuple[ActorEntry, ...]
    deeds: dict[str, Deeds]
    words: dict[NamingKey, str]

    @property
    def entries(self) -> tuple[ActorEntry, ...]:
        """Persons and sides, the most often recorded first."""
        everybody = (*self.persons.entries, *self.coded)
        return tuple(sorted(everybody, key=lambda entry: (-self.weight_of(entry.id), entry.id)))

    def entries_among(self, records: frozenset[str]) -> tuple[ActorEntry, ...]:
        """Entries with one of these records at least, those with most of them first."""
        counts = {
            id: len(records.intersection(deeds.statements)) + len(records.intersection(deeds.events))
            for id, deeds in self.deeds.items()
        }
        found = [entry for entry in (*self.persons.entries, *self.coded) if counts.get(entry.id)]
        return tuple(sorted(found, key=lambda entry: (-counts[entry.id], entry.id)))

    def deeds_of(self, id: str) -> "Deeds":
        """What an actor said and did."""
        return self.deeds.get(id, Deeds())

    def weight_of(self, id: str) -> int:
        """How many records an actor has."""
        deeds = self.deeds_of(id)
        return len(deeds.statements) + len(deeds.events)


def find_dossier_actors(opened: Dossier, world: World) -> Actors:
    """All actors of a dossier, from its records and the words around names."""
    gathering = Gathering(world)
    for event in opened.named_events():
        gathering.add_event(event)
    for speaker in opened.named_speakers():
        gathering.add_speaker(speaker)
    texts = {text.id: text for text in opened.named_texts()}
    namings = list(gathering.namings(texts))
    links = find_links(opened, "actor")
    persons = find_actors(
        namings, world, together=_firsts_of(links.together, namings), apart=_all_of(links.apart, namings)
    )
    sides = list(gathering.side_namings(texts))
    coded = find_coded_actors(sides, load_code_names())
    return Actors(persons, coded, gathering.deeds_of(persons.actors), _words_of(sides) | gathering.words)


def _firsts_of(pairs: Iterable[tuple[str, str]], namings: Sequence[Naming]) -> list[tuple[NamingKey, NamingKey]]:
    """For two actors that people joined one naming of each: the others follow by the evidence that holds them."""
    found = ((_named_so(a, namings), _named_so(b, namings)) for a, b in pairs)
    return [(ours[0], theirs[0]) for ours, theirs in found if ours and theirs]


def _all_of(pairs: Iterable[tuple[str, str]], namings: Sequence[Naming]) -> list[tuple[NamingKey, NamingKey]]:
    """For two actors that people parted every naming of one with every naming of the other."""
    return [(a, b) for one, other in pairs for a in _named_so(one, namings) for b in _named_so(other, namings)]


def _named_so(actor: str, namings: Iterable[Naming]) -> list[NamingKey]:
    """The namings that a decision means by "Sergei Lavrov, RUS"; without a code those of any side."""
    name, _, code = actor.partition(", ")
    wanted = fold_name(name)
    return sorted(n.key for n in namings if fold_name(n.name) == wanted and code in ("", n.code, *n.sides))


def _words_of(sides: list[SideNaming]) -> dict[NamingKey, str]:
    return {(side.document, side.name): side.code for side in sides if side.name}


class Gathering:
    """Collects namings from the rows of a dossier."""

    def __init__(self, world: World) -> None:
        """Start empty."""
        self._world = world
        self._personal: dict[str, bool] = {}
        self._drafts: dict[NamingKey, _Draft] = defaultdict(_Draft)
        self._said: dict[NamingKey, list[str]] = defaultdict(list)
        self._done: dict[NamingKey, list[str]] = defaultdict(list)
        self._code_said: dict[str, list[str]] = defaultdict(list)
        self._code_done: dict[str, list[str]] = defaultdict(list)
        self._quotes: dict[NamingKey, set[str]] = defaultdict(set)
        self.words: dict[NamingKey, str] = {}

    def add_event(self, event: NamedEvent) -> None:
        """Take the people and the sides of an event; its voice only if it speaks elsewhere as well."""
        for name in event.people:
            if self._is_personal(name):
                draft = self._drafts[event.document, name]
                draft.mentions += 1
                draft.sides.update(event.sides)
                self._done[event.document, name].append(event.id)
        if event.voice not in ("author", "comment") and self._is_personal(event.voice):
            self._drafts[event.document, event.voice].mentions += 1
        for code in event.sides:
            self._code_done[code].append(event.id)
        self._quotes[event.document, event.quote].update(event.sides)

    def add_speaker(self, row: NamedSpeaker) -> None:
        """Take the speaker of a statement: a person, or words that stand for a side."""
        if row.code:
            self._code_said[row.code].append(row.id)
        if self._is_personal(row.speaker):
            draft = self._drafts[row.document, row.speaker]
            draft.mentions += 1
            if row.code:
                draft.codes[row.code] = draft.codes.get(row.code, 0) + 1
            self._said[row.document, row.speaker].append(row.id)
        else:
            self._quotes[row.document, row.speaker].update([row.code] if row.code else [])
            self.words[row.document, row.speaker] = row.code or self._body_in(row.speaker)

    def namings(self, texts: dict[str, NamedText]) -> Iterator[Naming]:
        """One naming for each name in each document."""
        named: dict[str, list[str]] = defaultdict(list)
        for document, name in sorted(self._drafts):
            if " " in name:
                named[document].append(name)
        for (document, name), draft in sorted(self._drafts.items()):
            text = texts[document]
            before, after = find_context(text.text, name)
            companions = tuple(other for other in named[document][:MOST_COMPANIONS] if other != name)
            code = min(draft.codes, key=lambda code: (-draft.codes[code], code), default="")
            yield Naming(
                name, document, text.published, code, tuple(sorted(draft.sides)), before, after, companions,
                draft.mentions,
            )  # fmt: skip

    def side_namings(self, texts: dict[str, NamedText]) -> Iterator[SideNaming]:
        """The codes of all sides, with the words that stand for them in quotes and speakers."""
        counts: dict[tuple[str, str, str], int] = defaultdict(int)
        days = {id: _first_day(text.published) for id, text in texts.items()}
        for (document, quote), sides in self._quotes.items():
            for words, code in self._spelled(quote, sides, days[document]):
                counts[code, words, document] += 1
            for code in sides:
                counts[code, "", document] += 1
        for (code, words, document), number in sorted(counts.items()):
            yield SideNaming(code, words, document, number)

    def deeds_of(self, actors: dict[NamingKey, str]) -> dict[str, Deeds]:
        """What each actor said and did."""
        said: dict[str, set[str]] = defaultdict(set)
        done: dict[str, set[str]] = defaultdict(set)
        for key, id in actors.items():
            said[id].update(self._said.get(key, ()))
            done[id].update(self._done.get(key, ()))
        for code, ids in self._code_said.items():
            said[code].update(ids)
        for code, ids in self._code_done.items():
            done[code].update(ids)
        return {id: Deeds(tuple(sorted(said[id])), tuple(sorted(done[id]))) for id in {*said, *done}}

    def _is_personal(self, name: str) -> bool:
        known = self._personal.get(name)
        if known is None:
            known = self._personal[name] = is_personal(name, self._world)
        return known

    def _body_in(self, words: str) -> str:
        """The code of the first organisation, group or state's body in a description: "a statement from the X"."""
        folded = [fold_word(found.group()) for found in _WORD.finditer(words)]
        for at in range(len(folded)):
            hit = self._world.names.at(folded, at) if folded[at] in self._world.names else None
            for name in hit.names if hit else ():
                if name.kind in _BODIES and name.codes and not name.doubtful and not name.needs_state:
                    return name.codes[0]
        return ""

    def _spelled(self, quote: str, sides: set[str], day: str) -> Iterator[tuple[str, str]]:
        """Names of states, organisations and groups in a quote with the code that they have that day.

        A doubtful name, or an adjective, counts only for a side of the record.
        """
        spans = [(found.group(), found.start(), found.end()) for found in _WORD.finditer(quote)]
        folded = [fold_word(word) for word, _, _ in spans]
        at = 0
        while at < len(folded):
            hit = self._world.names.at(folded, at) if folded[at] in self._world.names else None
            last = hit.last if hit else at + 1
            code = ""
            while hit and not (code := _code_of(hit.names, sides, day)):
                hit = self._world.names.at(folded[: hit.last - 1], at) if hit.last - at > 1 else None
            if hit:
                yield quote[spans[at][1] : spans[hit.last - 1][2]], code
            at = last


def _code_of(names: tuple[Name, ...], sides: set[str], day: str) -> str:
    fits = [name for name in names if name.kind in _CODED_KINDS and name.codes and name.valid_on(day)]
    own = [name for name in fits if name.codes[0] in sides]
    sure = [name for name in fits if name.kind in _SPELLED_KINDS and not name.doubtful]
    return next((name.codes[0] for name in (*own, *sure)), "")


def find_context(text: str, name: str) -> tuple[str, str]:
    """The text before and behind the first place where the name stands as whole words; ("", "") if it does not."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            return text[max(0, at - CONTEXT) : at], text[end : end + CONTEXT]
        at = text.find(name, at + 1)
    return "", ""


def _first_day(published: str) -> str:
    day = bounds_of(published)[0] if published else None
    return day.isoformat() if day else ""
