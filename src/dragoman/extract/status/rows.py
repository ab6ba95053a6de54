"""Finding the row of the lexicon that a word of the sentence is: its other words stand, place, type and context hold.

In: a `Walk` and a token. Out: the row with the most conditions, None without one. It must not know what a row does.
"""

from dataclasses import dataclass, field

from dragoman.extract.grammar.tree import is_verbal
from dragoman.extract.status.contexts import holds
from dragoman.extract.status.grammar import is_definite
from dragoman.extract.status.judgement import AlsoAct, Judgement
from dragoman.model.analysis import Analysis
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import StatusCue

_PARTICLE_REACH = 6
"""How many words after a verb its particle or second word may stand ("put the long-awaited visit off")."""
_ENDINGS = frozenset({"cancelled", "postponed", "denied"})
_OPEN = frozenset({"planned", "proposed", "possible"})


@dataclass(slots=True)
class Walk:
    """A walk from an act up the parse.

    Attributes:
        an: the analysis.
        cues: the status lexicon.
        trigger: token that names the act.
        judgement: what the cues made of it so far.
        node: the token whose governor is looked at.
        path: tokens passed that carry the act, innermost first.
        used: words that some cue is already made of; no word counts twice.
        weak: a cue that counts only where nothing else does ("any talks").
        missed: the act is told as what "would have been".
    """

    an: Analysis
    cues: CueIndex[StatusCue]
    trigger: int
    judgement: Judgement
    node: int
    path: list[int] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    weak: StatusCue | None = None
    missed: bool = False

    def take(self, at: int, kinds: tuple[str, ...], place: str) -> StatusCue | None:
        """The best row at a token for an act in `place`; its words count as used."""
        found = self.find(at, kinds, place)
        if found is None:
            return None
        cue, tokens = found
        self.used.update(tokens)
        return cue

    def find(self, at: int, kinds: tuple[str, ...], place: str) -> tuple[StatusCue, list[int]] | None:
        """The best row at a token for an act in `place`, with the tokens of its words."""
        an = self.an
        if at in self.used:
            return None
        best: tuple[StatusCue, list[int]] | None = None
        rank = (-1, -1)
        lemma, word = an.lemma[at], an.word[at].lower()
        rows = self.cues.get(lemma)
        for cue in rows if word == lemma else (*rows, *self.cues.get(word)):
            if cue.pos not in kinds or not self._fits(cue, place):
                continue
            mine = (len(cue.context) + bool(cue.types), len(cue.words))
            if mine <= rank:
                continue
            tokens = [at] if len(cue.words) == 1 else words_of(an, cue, at)
            if not tokens or any(token in self.used and token != self.node for token in tokens):
                continue
            if _are_own(an, cue, tokens, place) and all(holds(self, at, place, name) for name in cue.context):
                best, rank = (cue, tokens), mine
        return best

    def note_also(self, cue: StatusCue, at: int) -> None:
        """Keep the act that a cue is itself; that of an auxiliary is named by the verb of saying above its clause."""
        an, token = self.an, at
        if cue.pos == "aux":
            token = an.head[at]
            while an.dep[token] in ("conj", "xcomp") and an.head[token] != token:
                token = an.head[token]
            token = an.head[token]
        self.judgement.also.append(AlsoAct(token, cue.also, cue.where))

    def _fits(self, cue: StatusCue, place: str) -> bool:
        if place not in cue.scope and not self._is_behind_particle(cue, place):
            return False
        return not cue.types or self.judgement.type in cue.types or self._any_type(cue)

    def _is_behind_particle(self, cue: StatusCue, place: str) -> bool:
        """"put off signing": what the parser reads as a preposition is the cue's own second word."""
        if place not in cue.words[1:]:
            return False
        return ("xcomp" if is_verbal(self.an, self.node) else "obj") in cue.scope

    def _any_type(self, cue: StatusCue) -> bool:
        """Acts of words are no wishes and no plans (`types`), unless they are told as plans or as not yet there.

        "Dropped a plan to condemn", "avoided condemning", "considers a suit"; not "considers the suit", which exists.
        """
        if cue.effect in _ENDINGS:
            verbal = is_verbal(self.an, self.node) or self.an.tag[self.trigger] == "VB"
            return (verbal or self.judgement.status in _OPEN) and "self" not in cue.context
        return cue.effect == "proposed" and not is_verbal(self.an, self.node) and not is_definite(self.an, self.node)


def words_of(an: Analysis, cue: StatusCue, at: int) -> list[int]:
    """The tokens of a cue of several words whose look-up word stands at `at`; empty if they do not all stand."""
    start = at - cue.head
    if start < 0:
        return []
    tokens = list(range(start, at + 1))
    for word, token in zip(cue.words, tokens, strict=False):
        if not _is_word(an, token, word):
            return []
    for word in cue.words[cue.head + 1 :]:
        first = tokens[-1] + 1
        reach = _PARTICLE_REACH if cue.pos == "verb" and word != "to" and tokens[-1] == at else 2
        while word == "to" and first + 1 < len(an.word) and an.pos[first] == "ADV":
            first += 1
        window = range(first, min(first - 1 + reach, len(an.word)))
        found = next((token for token in window if _is_word(an, token, word)), -1)
        if found < 0 or an.sentence[found] != an.sentence[at]:
            return []
        tokens.append(found)
    return tokens


def _are_own(an: Analysis, cue: StatusCue, tokens: list[int], place: str) -> bool:
    """Whether no preposition among the words has an object of its own ("hold exercises off Pohang": no "hold off")."""
    if cue.pos != "verb" or len(tokens) == 1:
        return True
    return not any(
        an.dep[kid] in ("pobj", "pcomp") and kid not in tokens
        for token in tokens[1:] if an.pos[token] == "ADP" and an.word[token].lower() != place
        for kid in an.children[token]
    )  # fmt: skip


def _is_word(an: Analysis, token: int, word: str) -> bool:
    return word in (an.lemma[token], an.word[token].lower())
