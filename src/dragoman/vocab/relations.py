"""Words for how two sides get on: nouns that name the relation, words that give its level or its trend.

In: `relation_nouns.tsv`, `relation_words.tsv`. Out: frozen entries behind an index, read once and kept.
It must not know how a sentence is parsed; `docs/cues.md` tells how the columns are meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from dragoman.model.errors import VocabError
from dragoman.vocab.cue_table import (
    DATA,
    CueIndex,
    build_index,
    check_choice,
    check_list,
    check_unique,
    find_head,
    find_prepositions,
    load_small_words,
    read_table,
)

Level = Literal["good", "bad", "neutral", ""]
Trend = Literal["improving", "worsening", "steady", ""]
Needs = Literal["relation_noun", "two_parties"]
WordPos = Literal["verb", "adj", "adv", "noun", "phrase"]
Reach = Literal["slots", "clause", "text", "noun", "never"]
Effect = Literal[
    "", "growth", "lessening", "strength", "desire", "hindrance", "negation", "shell", "turn", "mutual",
    "end", "halt",
]  # fmt: skip

NOUN_COLUMNS = ("noun", "level", "trend", "party_slots", "reach", "note")
WORD_COLUMNS = ("word", "pos", "level", "trend", "needs", "effect", "note")

_LEVELS = frozenset({"good", "bad", "neutral", ""})
_TRENDS = frozenset({"improving", "worsening", "steady", ""})
_NEEDS = frozenset({"relation_noun", "two_parties"})
_POS = frozenset({"verb", "adj", "adv", "noun", "phrase"})
_SLOTS = frozenset({"mod", "poss"})
_REACHES = frozenset({"slots", "clause", "text", "noun", "never"})
_EFFECTS = frozenset(get_args(Effect))


@dataclass(frozen=True, slots=True)
class RelationNoun:
    """A noun that names how two sides get on.

    Attributes:
        words: lemmas in order; `head` is the index of the one it is looked up by.
        level: "" where the noun judges nothing or tells only of a change.
        party_slots: where the sides stand: `mod`, `poss` or a preposition.
        reach: how far off the sides may stand: in these `slots`, in the `clause`, in the `text` before; `noun`: it
            judges only beside another relation noun; `never`: it names no relation of two sides.
        where: file and line, for `explain`.
    """

    words: tuple[str, ...]
    head: int
    level: Level
    trend: Trend
    party_slots: tuple[str, ...]
    reach: Reach
    note: str
    where: str

    @property
    def noun(self) -> str:
        """The words, joined by spaces."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class RelationWord:
    """A word that gives a level or a trend; `needs` says beside what, `effect` what it does to the words under it."""

    words: tuple[str, ...]
    head: int
    pos: WordPos
    level: Level
    trend: Trend
    needs: Needs
    effect: Effect
    note: str
    where: str

    @property
    def word(self) -> str:
        """The words, joined by spaces."""
        return " ".join(self.words)


@cache
def load_relation_nouns(path: Path | None = None) -> CueIndex[RelationNoun]:
    """Relation nouns by look-up word.

    Raises:
        VocabError: a faulty row, with file and line.
    """
    return build_index(_read_nouns(path or DATA / "relation_nouns.tsv"))


@cache
def load_relation_words(path: Path | None = None) -> CueIndex[RelationWord]:
    """Relation words by look-up word.

    Raises:
        VocabError: a faulty row, with file and line.
    """
    return build_index(_read_words(path or DATA / "relation_words.tsv"))


def _read_nouns(path: Path) -> Iterator[RelationNoun]:
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    slots = _SLOTS | find_prepositions()
    for where, (noun, level, trend, party_slots, reach, note) in read_table(path, NOUN_COLUMNS):
        check_choice(level, _LEVELS, where, "level")
        check_choice(trend, _TRENDS, where, "trend")
        check_choice(reach, _REACHES, where, "reach")
        check_unique((noun,), (), seen, where)
        found = check_list(party_slots, slots, where, "party_slots")
        if not found:
            raise VocabError(f"{where}: party_slots is empty, expected mod, poss or prepositions joined by |")
        words = tuple(noun.split(" "))
        yield RelationNoun(
            words=words,
            head=_find_noun_head(words),
            level=cast(Level, level),
            trend=cast(Trend, trend),
            party_slots=found,
            reach=cast(Reach, reach),
            note=note,
            where=where,
        )


def _read_words(path: Path) -> Iterator[RelationWord]:
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    for where, (word, pos, level, trend, needs, effect, note) in read_table(path, WORD_COLUMNS):
        check_choice(pos, _POS, where, "pos")
        check_choice(level, _LEVELS, where, "level")
        check_choice(trend, _TRENDS, where, "trend")
        check_choice(needs, _NEEDS, where, "needs")
        check_choice(effect, _EFFECTS, where, "effect")
        check_unique((word, pos, needs), (), seen, where)
        words = tuple(word.split(" "))
        yield RelationWord(
            words=words,
            head=_find_word_head(words, pos),
            pos=cast(WordPos, pos),
            level=cast(Level, level),
            trend=cast(Trend, trend),
            needs=cast(Needs, needs),
            effect=cast(Effect, effect),
            note=note,
            where=where,
        )


def _find_noun_head(words: tuple[str, ...]) -> int:
    """Index of the noun that carries an expression: the last word before a preposition ("parting OF the ways")."""
    prepositions = find_prepositions()
    stops = (index for index, word in enumerate(words) if index and word in prepositions)
    return next(stops, len(words)) - 1


def _find_word_head(words: tuple[str, ...], pos: str) -> int:
    """Index of the look-up word: a verb's first, a noun's carrier, an adjective's last full word, a phrase's first."""
    if pos == "verb":
        return 0
    if pos == "noun":
        return _find_noun_head(words)
    if pos == "adj":
        small = load_small_words()
        return max((index for index, word in enumerate(words) if word not in small), default=0)
    return find_head(words)
