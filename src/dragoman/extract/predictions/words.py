"""What the words of a statement say towards a forecast: cues at tokens, negation, subjects, how sure it all is.

In: analysis, the speaker's side, the span of the statement. Out: `Reported`, the view from which clauses are judged,
and `Forecast`. It must not know which clauses foretell.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.grammar.arguments import surface_subjects
from dragoman.extract.grammar.tree import PASSIVE_SUBJECTS, SUBJECTS, child
from dragoman.extract.predictions.certainty import weaken
from dragoman.extract.predictions.own_side import OwnSide
from dragoman.model.analysis import Analysis
from dragoman.model.records import Certainty
from dragoman.vocab.predictions import ForesightKind, PredictionCue, load_prediction_cues

_FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
_ADVERBIAL = frozenset({"advmod", "neg", "prep", "intj", "nsubj", "dobj", "nsubjpass"})
_COUNTED = frozenset({"nsubj", "nsubjpass", "attr", "dobj"})


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a clause foretells: its verb or noun, how sure, and which entry says so."""

    verb: int
    certainty: Certainty
    why: str


@dataclass(frozen=True, slots=True)
class Reported:
    """One statement as its clauses are judged.

    Attributes:
        an: the analysis.
        side: the speaker's side.
        span: first token of the statement, and the token after its last.
        shifted: the words are told of the past ("said it would fail").
        doubted: a clause with "whether" is what the speaker doubts.
        weighed: told by a word of thinking or warning, not plainly.
    """

    an: Analysis
    side: OwnSide
    span: tuple[int, int]
    shifted: bool
    doubted: bool
    weighed: bool

    def find(self, kind: ForesightKind, token: int) -> PredictionCue | None:
        """The cue of a kind that stands at a token; but for auxiliaries it must stand in the statement itself."""
        inside = kind == "aux" or self.span[0] <= token < self.span[1]
        return find_cue(self.an, kind, token) if inside else None

    def subjects(self, verb: int) -> list[int]:
        """Grammatical subjects; none of "there is", and of a clause with an auxiliary only its own."""
        an = self.an
        own = [kid for kid in an.children[verb] if an.dep[kid] in SUBJECTS | PASSIVE_SUBJECTS]
        if own or child(an, verb, "expl") is not None:
            return own
        if an.dep[verb] == "xcomp" and child(an, an.head[verb], "dobj") is None and an.head[verb] != verb:
            return self.subjects(an.head[verb])
        finite = any(an.dep[kid] == "aux" and an.tag[kid] in _FINITE for kid in an.children[verb])
        return [] if finite and an.dep[verb] in ("ccomp", "ROOT") else surface_subjects(an, verb)

    def is_negated(self, clause: int) -> bool:
        """Whether a clause is negated: "not", "no one", "never", or "no" before its subject or object."""
        return has_negation(self.an, clause) or any(cue.certainty == "will not" for cue in self.adverbs(clause))

    def tells_past(self, clause: int) -> bool:
        """Whether a clause looks back: in the past tense, and not because its verb of saying is."""
        an = self.an
        words = (clause, *(kid for kid in an.children[clause] if an.dep[kid] in ("aux", "auxpass")))
        past = [each for each in words if an.tag[each] == "VBD"]
        return any(not self.shifted or each != clause and an.lemma[each] == "have" for each in past)

    def forecast(self, clause: int, act: int, cue: PredictionCue) -> Forecast | None:
        """What a cue of a clause makes of an act; None where its negation is no forecast."""
        negated = self.is_negated(clause) or act != clause and has_negation(self.an, act)
        certainty = cue.negated if negated else cue.certainty
        if not certainty:
            return None
        for adverb in (*self.adverbs(clause), *(self.adverbs(act) if act != clause else ())):
            if adverb.certainty != "will not":
                certainty = weaken(certainty, adverb.certainty)
        return Forecast(act, weaken(certainty, "will"), f"{cue.cue} ({cue.where})")

    def adverbs(self, verb: int) -> Iterator[PredictionCue]:
        """The adverbs of a clause that say how sure it is, "never" and "nobody" among them."""
        an = self.an
        for kid in an.children[verb]:
            if an.dep[kid] not in _ADVERBIAL:
                continue
            inner = (each for each in an.children[kid] if an.dep[each] == "pobj")
            yield from filter(None, (self.find("adv", token) for token in (kid, *inner)))


def has_negation(an: Analysis, verb: int) -> bool:
    """Whether "not" stands with a verb, or "no" before its subject or object."""
    for kid in an.children[verb]:
        if an.dep[kid] == "neg":
            return True
        if an.dep[kid] in _COUNTED and any(an.lemma[each] == "no" for each in an.children[kid]):
            return True
    return False


def find_cue(an: Analysis, kind: ForesightKind, token: int) -> PredictionCue | None:
    """The cue of a kind whose look-up word is the token and whose other words stand beside it; the longest wins."""
    index = load_prediction_cues()[kind]
    word = an.word[token].lower()
    for cue in (*index.get(an.lemma[token]), *index.get(word)):
        start = token - cue.head
        places = range(start, start + len(cue.words))
        if start < 0 or places.stop > len(an.word):
            continue
        if all(each in (an.lemma[at], an.word[at].lower()) for each, at in zip(cue.words, places, strict=True)):
            return cue
    return None
