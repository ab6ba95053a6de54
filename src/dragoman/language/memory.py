"""What a text has mentioned so far, for the words that point back: persons, states, pairs, groups, who spoke last.

In: mentions in text order. Out: the likeliest state, pair or speaker at a point of the text. Resolves nothing itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dragoman.model.analysis import Analysis, Mention
from dragoman.vocab.rebels import Rebels
from dragoman.vocab.word_groups import word_group

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SAYING = word_group("saying")
_WITHIN = word_group("within")
_SIGNS = word_group("torn-sign")
_TORN = 2
"""Times that a text must show a state from within before nameless rebels are taken to be at home there."""
_REACH = 3
_RECENT = 200
"""Pairs looked back at for the two named together most often; so that long lists of states take no time."""
_MOST_SIDES = 8
"""Sides of one sentence that may be such a pair, the first ones."""
_COUPLE_LEAD = 2
"""How many sentences older two states named as a couple may be than two that merely share a sentence."""


@dataclass(slots=True)
class Memory:
    """What has been mentioned: recent persons, states, and pairs of states, newest last."""

    rebels: Rebels
    day: str = ""
    persons: list[Mention] = field(default_factory=list)
    sides: list[Mention] = field(default_factory=list)
    pairs: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    groups: list[Mention] = field(default_factory=list)
    couples: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    fellows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    heads: dict[int, Mention] = field(default_factory=dict)
    bodies: list[Mention] = field(default_factory=list)
    pointers: dict[int, Mention] = field(default_factory=dict)
    sentence_codes: list[str] = field(default_factory=list)
    sentence: int = -1
    all_persons: list[Mention] = field(default_factory=list)
    crowds: list[Mention] = field(default_factory=list)
    lands: list[Mention] = field(default_factory=list)
    often: Counter[str] = field(default_factory=Counter)
    speaker: Mention | None = None
    placed: dict[int, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    ahead: Mapping[int, Mention] = field(default_factory=dict)
    torn: Mention | None = None

    def note(self, an: Analysis, mention: Mention) -> None:
        """Take in the next mention of the text."""
        sentence = an.sentence[mention.head]
        if sentence != self.sentence:
            self.sentence, self.sentence_codes = sentence, []
        if mention.kind == "person":
            self.persons.append(mention)
        if mention.kind == "role" and an.tag[mention.head] in ("NNS", "NNPS"):
            self.crowds.append(mention)
        if mention.kind in ("state", "place", "person") and len(mention.codes) == 1 and ":" not in mention.codes[0]:
            self.lands.append(mention)
        if an.dep[mention.head] in SUBJECTS and an.lemma[an.head[mention.head]] in SAYING:
            self.speaker = mention
        if mention.kind in ("state", "organisation", "group", "role") and mention.codes:
            self.sides.append(mention)
        if mention.codes and mention.codes[0].startswith("GRP:"):
            self.groups.append(mention)
        if mention.kind == "organisation":
            self.bodies.append(mention)
        if mention.kind != "place" and not mention.former:
            self._note_pair(mention, sentence)
            self._note_couple(an, mention, sentence)
            self.heads[mention.head] = mention

    def _note_pair(self, mention: Mention, sentence: int) -> None:
        for code in mention.codes:
            if not code.startswith("IGO:") and code not in self.sentence_codes:
                self.sentence_codes.append(code)
                if len(self.sentence_codes) > 2:
                    self.pairs.pop()
                if len(self.sentence_codes) > 1:
                    self.pairs.append((sentence, tuple(self.sentence_codes)))

    def _note_couple(self, an: Analysis, mention: Mention, sentence: int) -> None:
        """ "Chad and Sudan", "the U.S.-Cuban": named as two, not merely in one sentence."""
        codes, up = mention.codes, an.head[mention.head]
        if an.dep[mention.head] == "conj" and an.dep[up] != "conj":
            other = self.heads.get(up)
            if any(an.dep[kid] == "conj" for kid in an.children[mention.head]):
                return
            codes = tuple(dict.fromkeys((*other.codes, *codes))) if other else codes
        if len(codes) == 1 and self._is_fellow(an, mention):
            self.fellows.append((sentence, codes))
        if len(codes) == 2 and not any(code.startswith("IGO:") for code in codes):
            self.couples.append((sentence, codes))

    def _is_fellow(self, an: Analysis, mention: Mention) -> bool:
        """ "Lee and Roe", both of one state."""
        other = self.heads.get(an.head[mention.head])
        if mention.kind != "person" or an.dep[mention.head] != "conj" or other is None:
            return False
        return other.kind == "person" and other.codes == mention.codes

    def both_before(self) -> tuple[str, ...]:
        """Whom "both" stands for: two persons of one state if they were the last couple named, else two sides."""
        last = self.couples[-1][0] if self.couples else -1
        if self.fellows and self.fellows[-1][0] > last and self.sentence - self.fellows[-1][0] <= 1:
            return self.fellows[-1][1]
        return self.pair_before()

    def land_of(self, an: Analysis, token: int, *, of_rebels: bool = False) -> Mention | None:
        """The state spoken of: that named most often in the text among those of the nearest sentences that name any.

        With `of_rebels`, only states where some armed group is known to be at home.
        """
        here = an.sentence[token]
        near = [m for m in self.lands[-12:] if 0 <= here - an.sentence[m.head] <= _REACH]
        if of_rebels:
            near = [m for m in near if m.kind != "person" and m.codes[0] in self.rebels.restless]
        return max(near, key=lambda m: (self.often[m.codes[0]], m.head)) if near else None

    def pair_before(self, *, states: bool = False) -> tuple[str, ...]:
        """The two sides last named as a couple or in one sentence; with `states`, no armed groups; () if none.

        Of more than two sides in one sentence those two that the text has so far named together most often.
        """
        pairs = [(at, each) for at, codes in self.pairs if len(each := _without_groups(codes) if states else codes) > 1]
        couples = [pair for pair in self.couples if not (states and ":" in "".join(pair[1]))]
        last = pairs[-1][0] if pairs else -1
        if couples and couples[-1][0] >= last - _COUPLE_LEAD:
            return couples[-1][1]
        if pairs:
            return self.usual_pair(pairs[-1][1])
        codes = list(dict.fromkeys(c for m in self.sides for c in m.codes if ":" not in c))
        return tuple(codes[:2]) if len(codes) == 2 else ()

    def usual_pair(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The first two, unless two others have been named as two more often."""
        if len(codes) == 2:
            return codes
        named = (each for _, each in (*self.pairs[-_RECENT:], *self.couples[-_RECENT:]) if len(each) == 2)
        times = Counter(frozenset(each) for each in named)
        return max(combinations(codes[:_MOST_SIDES], 2), key=lambda pair: times[frozenset(pair)])


def _without_groups(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if ":" not in code)


def land_torn(an: Analysis, mentions: Sequence[Mention], restless: frozenset[str]) -> Mention | None:
    """The restless state that a text shows from within, where nameless rebels are at home; None if none stands out.

    "In Chad", "inside Chad" count, and "the Chadian regime", "Chad's people"; a state that only acts does not.
    """
    seen: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind not in ("state", "place") or len(mention.codes) != 1 or mention.codes[0] not in restless:
            continue
        first.setdefault(mention.codes[0], mention)
        up = an.head[mention.head]
        within = an.dep[mention.head] == "pobj" and an.lemma[up] in _WITHIN
        body = an.dep[mention.head] in ("amod", "poss", "compound", "nmod") and an.lemma[up] in _SIGNS
        seen[mention.codes[0]] += within or body
    ranked = seen.most_common(2)
    if not ranked or ranked[0][1] < _TORN or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return first[ranked[0][0]]
