"""Finding the row of the lexicon that a word of the sentence is: its other words stand, place, type and context hold.

In: a `Walk` and a token. Out: the row with the most conditions, None without one. It must not know what a row does.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.extract.status.judgement import AlsoAct, Judgement
from dragoman.extract.tree import SUBJECTS, is_passive, is_verbal, subjects
from dragoman.model.analysis import Analysis
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import StatusCue
from dragoman.vocab.word_groups import word_group

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adv", "SCONJ": "conj",
        "ADP": "prep", "DET": "det"}  # fmt: skip
_PARTICLE_REACH = 6
"""How many words after a verb its particle or second word may stand ("put the long-awaited visit off")."""
_PAST_TAGS = frozenset({"VBD", "VBN"})
_PRESENT_TAGS = frozenset({"VBZ", "VBP"})
_TIMES = frozenset({"DATE", "TIME"})
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
    """

    an: Analysis
    cues: CueIndex[StatusCue]
    trigger: int
    judgement: Judgement
    node: int
    path: list[int] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    weak: StatusCue | None = None

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
            if not tokens or not self.used.isdisjoint(t for t in tokens if t != self.node) or not _are_own(an, cue, tokens, place):
                continue
            if all(_holds(self, at, place, name) for name in cue.context):
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

        "Dropped a plan to condemn", "considers a suit": but not "considers the suit", which was brought.
        """
        if cue.effect in _ENDINGS:
            return self.judgement.status in _OPEN and "self" not in cue.context
        return cue.effect == "proposed" and not is_verbal(self.an, self.node) and not is_definite(self.an, self.node)


def part_of(an: Analysis, token: int) -> str:
    """The part of speech as the lexicon names it, "" for one that it lacks."""
    return _POS.get(an.pos[token], "")


def is_definite(an: Analysis, noun: int) -> bool:
    """Whether a noun has an owner or a word that points back."""
    known = word_group("definite")
    return any(an.dep[kid] == "poss" or an.lemma[kid] in known for kid in an.children[noun])


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
    """Whether no preposition among the words has an object of its own ("hold exercises off Pohang" is no "hold off")."""
    if cue.pos != "verb" or len(tokens) == 1:
        return True
    return not any(
        an.dep[kid] in ("pobj", "pcomp") and kid not in tokens
        for token in tokens[1:] if an.pos[token] == "ADP" and an.word[token].lower() != place
        for kid in an.children[token]
    )  # fmt: skip


def _is_word(an: Analysis, token: int, word: str) -> bool:
    return word in (an.lemma[token], an.word[token].lower())


def has_to(an: Analysis, verb: int) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(an.tag[kid] == "TO" for kid in an.children[verb])


def _holds(walk: Walk, at: int, place: str, name: str) -> bool:
    """Whether a condition of a row holds at its word."""
    an = walk.an
    verb = an.head[at] if an.dep[at] in ("aux", "auxpass", "advmod", "npadvmod", "neg", "mark", "prep") else at
    return _CONTEXTS[name](walk, verb, place)


def _auxiliaries(an: Analysis, verb: int) -> Iterator[int]:
    return (kid for kid in an.children[verb] if an.dep[kid] in ("aux", "auxpass"))


def _is_past(walk: Walk, verb: int, place: str) -> bool:
    an = walk.an
    return an.tag[verb] in _PAST_TAGS and not _is_present(walk, verb, place) or any(
        an.lemma[kid] == "have" or an.tag[kid] == "VBD" for kid in _auxiliaries(an, verb)
    )


def _is_present(walk: Walk, verb: int, place: str) -> bool:
    an = walk.an
    return an.tag[verb] in _PRESENT_TAGS or any(
        an.tag[kid] in _PRESENT_TAGS and an.lemma[kid] != "have" for kid in _auxiliaries(an, verb)
    )


def _is_future(walk: Walk, verb: int, place: str) -> bool:
    return any(walk.an.lemma[kid] in ("will", "shall", "would") for kid in _auxiliaries(walk.an, verb))


def _is_future_act(walk: Walk, verb: int, place: str) -> bool:
    """Nothing tells the act as past: it is still a plan, an infinitive, or a noun without a clause in the past."""
    an, act = walk.an, walk.trigger
    if walk.judgement.status != "happened":
        return True
    if is_verbal(an, act):
        return an.tag[act] in ("VB", "VBG")
    return not any(an.dep[kid] == "relcl" and an.tag[kid] == "VBD" for kid in an.children[act])


def is_reported(an: Analysis, verb: int) -> bool:
    """Whether a clause is the content of a verb or noun of saying."""
    for _ in range(4):
        if an.dep[verb] == "ccomp" or is_content_clause(an, verb):
            return True
        if an.dep[verb] not in ("conj", "xcomp") or an.head[verb] == verb:
            return False
        verb = an.head[verb]
    return False


def is_content_clause(an: Analysis, verb: int) -> bool:
    """"reports that it had left": a finite clause behind a noun, with a conjunction and no gap."""
    if an.dep[verb] not in ("acl", "relcl"):
        return False
    return any(an.dep[kid] == "mark" for kid in an.children[verb]) and has_subject(an, verb)


def has_subject(an: Analysis, verb: int) -> bool:
    """Whether a verb has a subject of its own, that of a passive included."""
    return any(an.dep[kid] in SUBJECTS or an.dep[kid] == "nsubjpass" for kid in an.children[verb])


def _is_announced(walk: Walk, verb: int, place: str) -> bool:
    """"announced that it would": the verb above makes a plan of its object."""
    above = verb
    while walk.an.dep[above] in ("conj", "xcomp") and walk.an.head[above] != above:
        above = walk.an.head[above]
    rows = walk.cues.get(walk.an.lemma[walk.an.head[above]])
    return any(row.pos == "verb" and row.effect == "planned" and "obj" in row.scope for row in rows)


def _is_anothers(walk: Walk, verb: int, place: str) -> bool:
    """"does not want Kyiv to join": the act is another's, with a subject of its own."""
    return any(walk.an.dep[kid] in SUBJECTS for kid in walk.an.children[walk.node])


def _is_definite(walk: Walk, noun: int, place: str) -> bool:
    return is_definite(walk.an, noun)


def _is_dated(walk: Walk, verb: int, place: str) -> bool:
    """The sentence names a time behind the verb, which is no perfect."""
    an = walk.an
    if any(an.lemma[kid] == "have" for kid in _auxiliaries(an, verb)):
        return False
    last = an.sentences[an.sentence[verb]].last
    return any(label in _TIMES and verb < first < last for first, _, label in an.names)


def _shares_subject(walk: Walk, verb: int, place: str) -> bool:
    found = subjects(walk.an, verb)
    return not found or walk.an.dep[verb] == "xcomp" or walk.an.pos[found[0]] == "PRON"


def _has_subjunctive(walk: Walk, verb: int, place: str) -> bool:
    an = walk.an
    return any(
        an.dep[kid] == "ccomp" and (an.tag[kid] == "VB" or any(an.lemma[aux] == "should" for aux in an.children[kid]))
        for kid in an.children[verb]
    )


def _hangs_on_report(walk: Walk, verb: int, place: str) -> bool:
    """The act hangs on a noun of saying ("reports of a raid"), or is the clause itself."""
    if place == "ccomp":
        return True
    if walk.node == walk.trigger:
        return False
    return any(row.pos == "noun" and "ccomp" in row.scope for row in walk.cues.get(walk.an.lemma[walk.node]))


def negates(walk: Walk, node: int) -> bool:
    """Whether a word is negated: by an adverb or determiner of its own, or by its subject ("no envoy came")."""
    an = walk.an
    return any(
        is_negation(walk, kid) or (an.dep[kid] in SUBJECTS and is_none(walk, kid)) for kid in an.children[node]
    )


def is_negation(walk: Walk, token: int) -> bool:
    """Whether a modifier turns an act into its opposite."""
    if walk.an.dep[token] not in ("neg", "advmod", "det", "preconj"):
        return False
    found = walk.find(token, ("adv", "det"), "modifies")
    return found is not None and found[0].effect == "denied" and found[0].outcome("denied") == "happened"


def is_none(walk: Walk, noun: int) -> bool:
    """"nobody", "no president": a negated subject."""
    an = walk.an
    found = walk.find(noun, ("noun", "det"), "modifies")
    if found is not None and found[0].effect == "denied":
        return True
    return any(is_negation(walk, kid) for kid in an.children[noun] if an.dep[kid] != "advmod")


def _is_passive(walk: Walk, verb: int, place: str) -> bool:
    return is_passive(walk.an, verb)


def _is_dative(walk: Walk, verb: int, place: str) -> bool:
    return any(walk.an.dep[kid] == "dative" for kid in walk.an.children[verb])


def _is_negated(walk: Walk, verb: int, place: str) -> bool:
    return negates(walk, verb)


def _is_reported_clause(walk: Walk, verb: int, place: str) -> bool:
    return is_reported(walk.an, verb)


_CONTEXTS: dict[str, Callable[[Walk, int, str], bool]] = {
    "passive": _is_passive,
    "past": _is_past,
    "present": _is_present,
    "future": _is_future,
    "negated": _is_negated,
    "reported": _is_reported_clause,
    "announced": _is_announced,
    "other": _is_anothers,
    "definite": _is_definite,
    "dated": _is_dated,
    "self": _shares_subject,
    "dative": _is_dative,
    "future_act": _is_future_act,
    "subjunctive": _has_subjunctive,
    "report": _hangs_on_report,
}
