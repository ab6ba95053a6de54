"""The predicate lexicon: which words name an act between political actors, its PLOVER type and the slots of its sides.

In: `predicates.tsv`, `light_verbs.tsv`, `frames.tsv`, `classes.tsv`, `plover.tsv`, and a user's own predicates.
Out: one `Lexicon`, read once and kept. It must not know how a sentence is parsed; `docs/predicates.md` tells how to
read and extend the files.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from dragoman.model.errors import VocabError
from dragoman.model.records import EVENT_TYPES, EventType
from dragoman.vocab.cue_table import DATA, check_choice, check_list, read_table, split_list
from dragoman.vocab.predicate_types import (
    Frame,
    Lexicon,
    LightVerb,
    Need,
    NeedKind,
    Predicate,
    PredicatePos,
    Sides,
    TriggerWord,
)

PREDICATE_COLUMNS = ("head", "pos", "needs", "type", "mode", "frame", "weight", "needs_actor", "note")
LIGHT_COLUMNS = ("verb", "prt", "slot", "nouns", "trigger", "type", "mode", "frame", "note")
FRAME_COLUMNS = ("frame", "actor", "recipient", "both", "note")
CLASS_COLUMNS = ("class", "words", "note")
MODE_COLUMNS = ("type", "mode", "note")
SLOT_COLUMNS = ("slot", "note")
BLOCK = "-"

_POS = frozenset({"verb", "noun", "adj"})
_SIDES = frozenset({"both", "one", "none"})
_TRIGGERS = frozenset({"noun", "verb"})
_TYPES = frozenset(EVENT_TYPES) | {BLOCK}
_KINDS = frozenset({"ACTOR", "PERSON", "PLACE", "CLAUSE", "ANY", "NONE"})

Classes = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Act:
    """The columns of a predicate that many rows share, checked once."""

    pos: PredicatePos
    type: EventType | None
    weight: float
    needs_actor: Sides


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the rows of predicates and light verbs may refer to, and what has been read of them so far."""

    classes: Classes
    frames: Mapping[str, Frame]
    frame_names: frozenset[str]
    modes: frozenset[tuple[str, str]]
    slots: frozenset[str]
    needs: dict[str, Need]
    acts: dict[tuple[str, ...], _Act]


@cache
def load_predicates(extra: Path | None = None) -> Lexicon:
    """The lexicon, with a user's predicates laid over ours.

    Args:
        extra: a file with the columns of `predicates.tsv`; a row with head, pos and needs of one of ours replaces it.

    Raises:
        VocabError: a faulty row, with file and line.
    """
    tables = _load_tables()
    found = dict(_read_predicates(DATA / "predicates.tsv", tables))
    if extra is not None:
        found.update(_read_predicates(extra, tables))
    entries = tuple(found.values())
    return Lexicon(
        predicates=entries,
        by_word=_group_predicates(entries),
        light_verbs=_group_light_verbs(_read_light_verbs(DATA / "light_verbs.tsv", tables)),
        frames=tables.frames,
        classes=tables.classes,
    )


def _load_tables() -> _Tables:
    slots = frozenset(fields[0] for _, fields in read_table(DATA / "slots.tsv", SLOT_COLUMNS))
    modes = frozenset((fields[0], fields[1]) for _, fields in read_table(DATA / "plover.tsv", MODE_COLUMNS))
    classes = {name: frozenset(words) for name, words in _read_classes(DATA / "classes.tsv")}
    frames = {frame.name: frame for frame in _read_frames(DATA / "frames.tsv", slots)}
    return _Tables(classes, frames, frozenset(frames), modes, slots, {}, {})


def _read_classes(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    seen: set[tuple[str, ...]] = set()
    for where, (name, field, _note) in read_table(path, CLASS_COLUMNS):
        _check_new((name,), seen, where)
        words = split_list(field)
        if not words or field != field.lower() or " " in field:
            raise VocabError(f"{where}: words of @{name} must be single words in lower case joined by |")
        yield name, words


def _read_frames(path: Path, slots: frozenset[str]) -> Iterator[Frame]:
    seen: set[tuple[str, ...]] = set()
    for where, (name, actor, recipient, both, note) in read_table(path, FRAME_COLUMNS):
        _check_new((name,), seen, where)
        if bool(both) == bool(actor or recipient):
            raise VocabError(f"{where}: fill either both, or actor and recipient")
        yield Frame(
            name=name,
            actor=check_list(actor, slots, where, "actor"),
            recipient=check_list(recipient, slots, where, "recipient"),
            both=check_list(both, slots, where, "both"),
            note=note,
        )


def _read_predicates(path: Path, tables: _Tables) -> Iterator[tuple[tuple[str, ...], Predicate]]:
    seen: set[tuple[str, ...]] = set()
    for where, (head, pos, needs, kind, mode, frame, weight, sides, note) in read_table(path, PREDICATE_COLUMNS):
        key = (head, pos, *sorted(needs.split(" "))) if " " in needs else (head, pos, needs)
        _check_new(key, seen, where)
        if " " in head or head != head.lower():
            raise VocabError(f"{where}: head {head!r} must be one word in lower case; what stands beside it is a need")
        columns = (pos, kind, mode, frame, weight, sides)
        act = tables.acts.get(columns)
        if act is None:
            act = tables.acts[columns] = _read_act(columns, tables, where)
        parsed = _read_needs(needs, tables, where)
        yield key, Predicate(head, act.pos, parsed, act.type, mode, frame, act.weight, act.needs_actor, note, where)


def _read_act(columns: tuple[str, ...], tables: _Tables, where: str) -> _Act:
    pos, kind, mode, frame, weight, sides = columns
    check_choice(pos, _POS, where, "pos")
    check_choice(sides, _SIDES, where, "needs_actor")
    if frame or kind != BLOCK:
        check_choice(frame, tables.frame_names, where, "frame")
    act_type = _read_type(kind, mode, tables, where)
    return _Act(cast(PredicatePos, pos), act_type, _read_weight(weight, where), cast(Sides, sides))


def _read_light_verbs(path: Path, tables: _Tables) -> Iterator[LightVerb]:
    for where, (verb, prt, slot, nouns, trigger, kind, mode, frame, note) in read_table(path, LIGHT_COLUMNS):
        check_choice(slot, tables.slots, where, "slot")
        check_choice(trigger, _TRIGGERS, where, "trigger")
        if frame:
            check_choice(frame, tables.frame_names, where, "frame")
        yield LightVerb(
            verb=verb,
            prt=prt,
            slot=slot,
            nouns=_read_spec(nouns, tables.classes, where)[0],
            trigger=cast(TriggerWord, trigger),
            type=_read_type(kind, mode, tables, where) if kind else None,
            blocks=kind == BLOCK,
            mode=mode,
            frame=frame,
            note=note,
            where=where,
        )


def _check_new(key: tuple[str, ...], seen: set[tuple[str, ...]], where: str) -> None:
    if key in seen:
        raise VocabError(f"{where}: a second row for {' '.join(part for part in key if part)}. Merge the two")
    seen.add(key)


def _read_type(kind: str, mode: str, tables: _Tables, where: str) -> EventType | None:
    check_choice(kind, _TYPES, where, "type")
    if mode and (kind, mode) not in tables.modes:
        raise VocabError(f"{where}: {mode!r} is no mode of {kind}; see plover.tsv")
    return None if kind == BLOCK else cast(EventType, kind)


def _read_weight(field: str, where: str) -> float:
    try:
        weight = float(field)
    except ValueError as error:
        raise VocabError(f"{where}: weight is {field!r}, expected a number from 0 to 1") from error
    if not 0 <= weight <= 1:
        raise VocabError(f"{where}: weight is {field}, expected a number from 0 to 1")
    return weight


def _read_needs(field: str, tables: _Tables, where: str) -> tuple[Need, ...]:
    return tuple(_read_need(part, tables, where) for part in field.split(" ")) if field else ()


def _read_need(part: str, tables: _Tables, where: str) -> Need:
    known = tables.needs.get(part)
    if known is not None:
        return known
    slot, colon, spec = part.removeprefix("!").partition(":")
    if not colon or not spec:
        raise VocabError(f"{where}: need {part!r} is not slot:words")
    check_choice(slot, tables.slots, where, "slot of a need")
    words, kinds = _read_spec(spec, tables.classes, where)
    need = tables.needs[part] = Need(slot, part.startswith("!"), words, kinds)
    return need


def _read_spec(spec: str, classes: Classes, where: str) -> tuple[frozenset[str], frozenset[NeedKind]]:
    words: set[str] = set()
    kinds: set[NeedKind] = set()
    for part in spec.split("|"):
        if part in _KINDS:
            kinds.add(cast(NeedKind, part))
        elif part.startswith("@"):
            if part[1:] not in classes:
                raise VocabError(f"{where}: {part} is no class of classes.tsv")
            words |= classes[part[1:]]
        elif not part or part != part.lower():
            raise VocabError(f"{where}: {part!r} is neither a word in lower case, a @class nor one of {sorted(_KINDS)}")
        else:
            words.add(part)
    return frozenset(words), frozenset(kinds)


def _group_predicates(entries: tuple[Predicate, ...]) -> dict[tuple[str, str], tuple[Predicate, ...]]:
    grouped: dict[tuple[str, str], list[Predicate]] = {}
    for entry in entries:
        grouped.setdefault((entry.head, entry.pos), []).append(entry)
    for found in grouped.values():
        if len(found) > 1:
            found.sort(key=lambda entry: entry.rank, reverse=True)
    return {word: tuple(found) for word, found in grouped.items()}


def _group_light_verbs(rows: Iterator[LightVerb]) -> dict[str, tuple[LightVerb, ...]]:
    grouped: dict[str, list[LightVerb]] = {}
    for row in rows:
        grouped.setdefault(row.verb, []).append(row)
    return {verb: tuple(sorted(found, key=lambda row: not row.prt)) for verb, found in grouped.items()}
