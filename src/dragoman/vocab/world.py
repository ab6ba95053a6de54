"""All that the program knows before it reads a text: names, titles, office holders, predicates and cues, as one value.

In: the data files, and a user's own additions. Out: `World`, handed to the stages that need it, and its hash, named in
every run. Knows no text.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dragoman.vocab.cue_table import DATA, CueIndex
from dragoman.vocab.cues import (
    AttributionCue,
    SpeakerNoun,
    StatusCue,
    load_attribution_cues,
    load_speakers,
    load_status_cues,
)
from dragoman.vocab.gazetteer import Gazetteer, Name, NameKind
from dragoman.vocab.groups import load_groups
from dragoman.vocab.holders import HolderTable, load_holders
from dragoman.vocab.known_events import KnownEvents, load_known_events
from dragoman.vocab.metonyms import load_metonyms
from dragoman.vocab.offices import load_offices
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.periods import Period
from dragoman.vocab.places import load_places
from dragoman.vocab.predicate_types import Lexicon
from dragoman.vocab.predicates import load_predicates
from dragoman.vocab.rebels import Rebels
from dragoman.vocab.relations import RelationNoun, RelationWord, load_relation_nouns, load_relation_words
from dragoman.vocab.side_weights import load_side_choices, load_side_weights
from dragoman.vocab.states import State, load_states
from dragoman.vocab.wars import War, load_wars
from dragoman.vocab.weights import load_act_weights, load_confidence
from dragoman.vocab.word_groups import word_group

Entry = tuple[str, Name]


@dataclass(frozen=True, slots=True)
class World:
    """The vocabulary, loaded. `hash` is the SHA-256 over all its files, the user's own included."""

    names: Gazetteer
    titles: Gazetteer
    holders: HolderTable
    lexicon: Lexicon
    status_cues: CueIndex[StatusCue]
    attribution_cues: CueIndex[AttributionCue]
    speakers: CueIndex[SpeakerNoun]
    relation_nouns: CueIndex[RelationNoun]
    relation_words: CueIndex[RelationWord]
    confidence: Mapping[str, float]
    act_weights: Mapping[str, float]
    side_weights: Mapping[str, Mapping[str, float]]
    side_choices: Mapping[str, Mapping[str, float]]
    rebels: Rebels
    known_events: KnownEvents
    wars: tuple[War, ...]
    hash: str


def load_world(*, actors: Path | None = None, holders: Path | None = None) -> World:
    """Load everything.

    Args:
        actors: a user's table of names (code, name, names, kind, from, to).
        holders: a user's table of office holders.

    Raises:
        VocabError: a file is faulty; the message names file and line.
    """
    table = load_holders(holders)
    adjectives = {s.code: s.adjectives[0].lstrip("?") for s in load_states(actors).states if s.adjectives}
    return World(
        names=Gazetteer(_names(actors, table)),
        titles=Gazetteer(_titles()),
        holders=table,
        lexicon=load_predicates(),
        status_cues=load_status_cues(),
        attribution_cues=load_attribution_cues(),
        speakers=load_speakers(),
        relation_nouns=load_relation_nouns(),
        relation_words=load_relation_words(),
        confidence=load_confidence(),
        act_weights=load_act_weights(),
        side_weights=load_side_weights(),
        side_choices=load_side_choices(),
        known_events=load_known_events(),
        wars=load_wars(),
        rebels=Rebels.of(load_groups(actors).groups, adjectives),
        hash=hash_vocabulary(*(path for path in (actors, holders) if path)),
    )


def hash_vocabulary(*extra: Path) -> str:
    """SHA-256 over the names and bytes of all vocabulary files, in sorted order, then of the user's own."""
    digest = sha256()
    for path in [*sorted(DATA.glob("*.tsv"), key=lambda p: p.name), *extra]:
        digest.update(path.name.encode("utf-8") + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _names(actors: Path | None, holders: HolderTable) -> Iterator[Entry]:
    for state in load_states(actors).states:
        yield from _state_names(state)
    yield from _metonyms()
    for organisation in load_organisations(actors).organisations:
        how = f"organisations.tsv: {organisation.code}"
        for form in organisation.names:
            for spelling in _spellings(form):
                yield _entry(spelling, "organisation", organisation.sides, organisation.period, how, sector="IGO")
    for group in load_groups(actors).groups:
        for form in group.names:
            for spelling in _numbers(form):
                yield _entry(spelling, "group", (group.code,), group.period, f"groups.tsv: {group.code}", sector="REB")
    yield from _places()
    for holder in holders.holders:
        for form in (holder.person, *holder.spellings):
            if " " in form:
                yield form, Name("person", (holder.code,), "GOV", how=f"office holders: {holder.person}")


def _spellings(form: str) -> tuple[str, ...]:
    """The form, and in small letters if it is made of words: some papers write "the security council"."""
    words = form.lstrip("?").split()
    plain = len(words) > 1 and all(word.istitle() or word.islower() for word in words)
    return (form, form.lower()) if plain else (form,)


_FIGHTERS = word_group("armed-noun")
_LEADING = frozenset({"HOS", "HOG", "FM", "DM"})
"""Offices whose title tells the state where only one state has it ("the Secretary of State", "the Taoiseach")."""


def _numbers(form: str) -> tuple[str, ...]:
    """The form, of several fighters one ("a Kashmiri separatist"), and with a capital article ("Al Qaeda in Iraq")."""
    rest, _, last = form.rpartition(" ")
    one = (form[:-1],) if rest and last.removesuffix("s") in _FIGHTERS and last.endswith("s") else ()
    article = ("A" + form[1:],) if form.startswith("al-") else ()
    return (form, *one, *article)


def _state_names(state: State) -> Iterator[Entry]:
    how = f"states.tsv: {state.code}"
    kinds: tuple[tuple[NameKind, tuple[str, ...]], ...] = (
        ("state", state.names), ("adjective", state.adjectives), ("people", state.people),
        ("prefix", state.prefixes), ("capital", state.capitals),
    )  # fmt: skip
    for kind, forms in kinds:
        for form in forms:
            yield _entry(form.rstrip("-"), kind, (state.code,), state.period, how)


def _metonyms() -> Iterator[Entry]:
    for row in load_metonyms().rows:
        codes = tuple(row.code.split("|")) if row.code else ()
        how = f"metonyms.tsv: {row.name}"
        forms = {row.name, row.name.title()} if row.needs_state and row.name.islower() else {row.name}
        for form in forms:
            name = _entry(form, "body", codes, row.period, how, sector=row.sector)[1]
            yield form, Name("body", codes, row.sector, name.since, name.until, "", row.needs_state, row.doubtful, how)


def _places() -> Iterator[Entry]:
    places = load_places()
    seen: set[str] = set()
    for disputed in places.disputed:
        for form in (disputed.name, *disputed.names):
            yield form, Name("disputed", (), how=f"disputed.tsv: {disputed.name}")
    for place in sorted(places.places, key=lambda p: -p.size):
        for form in (place.name, *place.names):
            if form not in seen and place.kind != "capital":
                seen.add(form)
                codes = (place.state,) if place.state else ()
                yield form, Name("place", codes, how=f"places.tsv: {place.name}, {place.state}")


def _entry(
    form: str, kind: NameKind, codes: tuple[str, ...], period: Period, how: str, *, sector: str = "UNK"
) -> Entry:
    since = period.first.isoformat() if period.first else ""
    until = period.last.isoformat() if period.last else ""
    return form.lstrip("?"), Name(kind, codes, sector, since, until, "", False, form.startswith("?"), how)


def _titles() -> Iterator[Entry]:
    table = load_offices()
    meanings = Counter(row.phrase for row in table.titles)
    for row in table.titles:
        office = "FORMER" if row.former else row.office
        alone = row.office in _LEADING and len(row.states) == 1 and meanings[row.phrase] == 1
        codes = row.states if alone else ()
        yield row.phrase, Name(row.kind, codes, row.sector or "UNK", office=office, how=f"offices.tsv: {row.phrase}")
