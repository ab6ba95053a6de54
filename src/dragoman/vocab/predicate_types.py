"""What an entry of the predicate lexicon is: a word, the conditions it needs, the act it names, the slots of its sides.

In: nothing. Out: the frozen types that `predicates.py` fills. It must not know files, and not how a sentence is parsed.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Literal

from dragoman.model.records import EventType

PredicatePos = Literal["verb", "noun", "adj"]
NeedKind = Literal["ACTOR", "PERSON", "PLACE", "CLAUSE", "ANY", "NONE"]
Sides = Literal["both", "one", "none"]
TriggerWord = Literal["noun", "verb"]


@dataclass(frozen=True, slots=True)
class Need:
    """One condition on a slot of the predicate; alternatives are joined by "or".

    Attributes:
        slot: `subj obj iobj attr prt mod poss xcomp ccomp gov` or a preposition; passives are turned round first.
        negated: True if the rest must not hold.
        words: dictionary forms in lower case of which one must be the head of what fills the slot.
        kinds: what the filler may be instead: `ACTOR`, `PERSON` in office, `PLACE`, `CLAUSE`, `ANY` thing;
            `NONE`: the slot is empty.
    """

    slot: str
    negated: bool
    words: frozenset[str]
    kinds: frozenset[NeedKind]

    def accepts(self, words: Set[str], kinds: Set[NeedKind]) -> bool:
        """Whether the condition holds.

        Args:
            words: dictionary forms, lower case, of the heads that fill the slot.
            kinds: which of `ACTOR`, `PLACE`, `CLAUSE` the fillers are; both sets are empty for an empty slot.
        """
        filled = bool(words or kinds)
        if "NONE" in self.kinds:
            holds = not filled
        elif "ANY" in self.kinds:
            holds = filled
        else:
            holds = not self.words.isdisjoint(words) or not self.kinds.isdisjoint(kinds)
        return holds != self.negated

    @property
    def precision(self) -> int:
        """How much the condition says: 3 for words, 2 for an actor, place or clause, 0 for the rest."""
        if self.negated or not self.kinds.isdisjoint(("ANY", "NONE")):
            return 0
        return 2 if self.kinds else 3


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that names an act, or, without a type, a use of it that names none.

    Attributes:
        head: dictionary form, lower case.
        needs: conditions that must all hold; empty for the word in any use.
        type: PLOVER type; None blocks: the word is no event in this use.
        mode: PLOVER mode of the type, "" if none.
        frame: name of a `Frame`, "" for a blocking entry.
        weight: 0..1, how surely the word names a political act.
        needs_actor: how many sides must be known actors.
        where: file and line, for `explain`.
    """

    head: str
    pos: PredicatePos
    needs: tuple[Need, ...]
    type: EventType | None
    mode: str
    frame: str
    weight: float
    needs_actor: Sides
    note: str
    where: str

    @property
    def rank(self) -> tuple[int, int, bool]:
        """The greater wins: conditions that say more, then more conditions, then the entry that blocks."""
        return sum(need.precision for need in self.needs), len(self.needs), self.type is None


@dataclass(frozen=True, slots=True)
class Frame:
    """Which slots hold the sides of an act, best slot first.

    Attributes:
        actor: slots of who does it; `recipient`: of whom it is done to.
        both: slots of all parties of a mutual act; then the other two are empty.
    """

    name: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    both: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb and a noun that are one event together ("paid a visit", "lifted the sanctions").

    Attributes:
        prt: particle that the verb needs, "" if none.
        slot: where the noun stands: `obj` or a preposition.
        nouns: dictionary forms of the noun.
        trigger: which of the two words the record quotes.
        type: PLOVER type of both together, None for that of the noun.
        blocks: True if both together are no event.
        mode, frame: "" for those of the noun.
    """

    verb: str
    prt: str
    slot: str
    nouns: frozenset[str]
    trigger: TriggerWord
    type: EventType | None
    blocks: bool
    mode: str
    frame: str
    note: str
    where: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, looked up by word.

    Attributes:
        predicates: in the order of the files.
        by_word: dictionary form and part of speech to their entries, the most specific first.
        light_verbs: verb to its rows, those with a particle first.
        frames: by name; `classes`: name without `@` to its words.
    """

    predicates: tuple[Predicate, ...]
    by_word: Mapping[tuple[str, str], tuple[Predicate, ...]]
    light_verbs: Mapping[str, tuple[LightVerb, ...]]
    frames: Mapping[str, Frame]
    classes: Mapping[str, frozenset[str]]

    def of(self, lemma: str, pos: str) -> tuple[Predicate, ...]:
        """Entries of a word, the most specific first; the first whose needs hold decides. Empty if unknown."""
        return self.by_word.get((lemma, pos), ())

    def light(self, lemma: str) -> tuple[LightVerb, ...]:
        """Light-verb rows of a verb, those with a particle first; empty if none."""
        return self.light_verbs.get(lemma, ())
