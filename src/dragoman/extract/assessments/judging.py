"""Level and trend of a relation noun, put together from the words around it, from the inside out.

In: a `Reading`, the noun's token and row. Out: a `Judgement` with the tokens that carry it and the rows that gave it.
The arithmetic is that of `docs/cues.md`: noun, its modifiers, the nouns and verbs above it with their complements; each
row adds level and trend or does what its `effect` says. It knows nothing of sides.
"""

from dataclasses import dataclass

from dragoman.extract.assessments.judgement import Judgement
from dragoman.extract.assessments.matching import is_compared, is_denied, noun_at, row_beside, told_with
from dragoman.extract.assessments.phrase_judging import PhraseJudge, effect_of
from dragoman.extract.grammar.tree import PASSIVE_SUBJECTS, SUBJECTS, is_verbal
from dragoman.extract.reading import Reading
from dragoman.model.analysis import Analysis
from dragoman.vocab.relations import RelationNoun, RelationWord
from dragoman.vocab.word_groups import word_group

_COMPLEMENTS = frozenset({"acomp", "attr", "advmod", "oprd", "prt", "xcomp", "npadvmod"})
_REACH = 8
"""How many words above the noun are read."""


def judge_modifiers(reading: Reading, token: int, made: Judgement) -> None:
    """Add what the adjectives of a judging noun say ("quarrelsome neighbours", "an increasingly reluctant ally")."""
    _Judge(reading, made).modifiers(token)


def judge_clause(reading: Reading, subject: int, verb: int) -> Judgement:
    """What a clause says whose subject stands for a relation ("They became more strained", "... and then soured")."""
    judge = _Judge(reading, Judgement("", "", {subject} if reading.an.head[subject] == verb else {verb}))
    judge.clause(verb, subject)
    return judge.made


def judge_noun(reading: Reading, token: int, row: RelationNoun) -> Judgement:
    """What the sentence says of the relation that a noun names; empty if nothing."""
    judge = _Judge(reading, Judgement(row.level, row.trend, {token}, {token}, [row.where]))
    judge.modifiers(token)
    judge.complement_of_noun(token)
    judge.climb(token)
    return judge.made


def _carrier(an: Analysis, node: int) -> int:
    """The head of a word; of a subject that the parse hung on "have" or "been" the verb behind it."""
    head = an.head[node]
    torn = an.dep[node] in SUBJECTS | PASSIVE_SUBJECTS and an.dep[head] in ("aux", "auxpass")
    return an.head[head] if torn else head


@dataclass(slots=True)
class _Judge(PhraseJudge):
    """Climbs from the phrase to the words above it."""

    def climb(self, token: int) -> None:
        """Words above the noun: the noun it belongs to ("a warming of ties"), its verb ("ties have warmed")."""
        an = self.reading.an
        node = token
        for _ in range(_REACH):
            head, label = _carrier(an, node), an.dep[node]
            if head == node or label in ("relcl", "advcl", "parataxis", "appos"):
                return
            if label == "conj":
                if is_verbal(an, node) or node - head > 4:
                    return
                node = head
                continue
            if self.made.trend == "improving" and an.lemma[head] in word_group("averse"):
                self.made.level, self.made.trend = "", ""  # "opposed better ties": nobody says that they improve
                return
            if an.pos[head] in ("ADP", "SCONJ", "PART") or an.dep[head] in ("prep", "agent"):
                going = True
            elif is_verbal(an, head):
                going = self._verb(head, node)
            elif an.pos[head] in ("NOUN", "PROPN"):
                going = not self._is_felt(head, node) and self._noun(head)
            elif an.pos[head] in ("DET", "PRON", "NUM") and label == "prep":
                going = True
            else:
                going = an.pos[head] == "ADJ" and self._adjective(head, label)
            if not going:
                return
            node = head

    def _is_felt(self, head: int, node: int) -> bool:
        """"Frustration with Norway's support for Sweden": somebody's feeling about the relation."""
        an = self.reading.an
        row = noun_at(self.reading, head)
        return bool(self.made.level and row and row.level) and an.lemma[node] in ("with", "at", "over", "about")

    def _noun(self, head: int) -> bool:
        """The noun that the relation belongs to, or the object of which it is subject ("received a setback")."""
        if not self.take(head):
            return False
        self.modifiers(head)
        return True

    def _adjective(self, head: int, label: str) -> bool:
        """"Keen to improve ties" adds the wish, "ties sour" a change; others are passed ("open for relations")."""
        if label in SUBJECTS:
            self.take(head, extra=("verb",))
            return False
        row = row_beside(self.reading, head)
        if isinstance(row, RelationWord) and row.effect == "desire":
            self.made.apply(row, head)
        return True

    def _verb(self, verb: int, node: int) -> bool:
        """A verb above the noun with its complements; True where words further up still count."""
        an = self.reading.an
        if an.dep[node] == "ccomp":
            self._wanted(verb)
            return False
        before = (self.made.level, self.made.trend)
        as_subject = an.dep[node] in SUBJECTS | PASSIVE_SUBJECTS
        changed = self._complements(verb, node, as_subject)
        if is_denied(self.reading, verb):
            row = row_beside(self.reading, verb)
            if not changed and an.dep[node] == "xcomp":
                self.made.negate(self.prior)
            elif changed and isinstance(row, RelationWord) and row.effect == "desire":
                self.made.level, self.made.trend = "bad" if before[0] != "bad" else "", ""
            elif changed and self._is_peak(verb):
                self.made.level, self.made.trend = "bad" if self.made.trend == "worsening" else "good", ""
            elif changed:
                self.made.negate(before)
            elif isinstance(row, RelationWord) and row.effect == "turn":
                self.made.trend, changed = self.made.trend or "steady", True
        if changed:
            self.prior = before
            self.made.tokens |= told_with(self.reading.an, verb)
        row = row_beside(self.reading, verb)
        known = changed or row is not None and (bool(self.made) or effect_of(row) != "shell")
        return known and an.dep[verb] in ("xcomp", "acl", "pcomp", "ccomp")

    def _is_peak(self, verb: int) -> bool:
        """"Have never been better": a level as high as it goes."""
        an = self.reading.an
        kids = an.children[verb]
        never = any(an.dep[kid] == "neg" and an.lemma[kid] in ("never", "rarely", "seldom") for kid in kids)
        return never and any(an.dep[kid] in ("acomp", "advmod") and is_compared(an, kid) for kid in kids)

    def clause(self, verb: int, subject: int) -> None:
        """Read a verb and its complements as said of a relation."""
        before = (self.made.level, self.made.trend)
        if self._complements(verb, subject, True):
            if is_denied(self.reading, verb):
                self.made.negate(before)
            self.made.tokens |= told_with(self.reading.an, verb)

    def _wanted(self, verb: int) -> None:
        """"It is important that we have ...", "hopes that ties will ..."."""
        an = self.reading.an
        for token in (verb, *(kid for kid in an.children[verb] if an.dep[kid] == "acomp")):
            row = row_beside(self.reading, token)
            if isinstance(row, RelationWord) and row.effect == "desire":
                self.made.apply(row, token)

    def _complements(self, verb: int, node: int, as_subject: bool) -> bool:
        an = self.reading.an
        changed = False
        for kid in an.children[verb]:
            if kid == node or an.dep[kid] == "neg":
                continue
            if an.dep[kid] in _COMPLEMENTS and (as_subject or an.dep[kid] in ("advmod", "acomp", "oprd")):
                changed |= self.take(kid)
                if an.dep[kid] == "xcomp":
                    changed |= self._complements(kid, node, as_subject)
            elif an.dep[kid] == "attr" and an.dep[node] == "prep":
                changed |= self._hindrance(kid)
            elif an.dep[kid] == "dobj" and as_subject:
                changed |= self._noun(kid)
        changed |= self._phrases(verb, skip=node)
        return self._take_verb(verb, node) or changed

    def _take_verb(self, verb: int, node: int) -> bool:
        row = row_beside(self.reading, verb)
        if not isinstance(row, RelationWord):
            return False
        if row.effect == "desire" and self.reading.an.dep[node] not in ("dobj", "prep", "xcomp", "pcomp", "prt"):
            return False
        an = self.reading.an
        objects = [an.lemma[kid] for kid in an.children[verb] if an.dep[kid] == "dobj"]
        acts = an.dep[node] == "nsubj" and any(each not in word_group("amount") for each in objects)
        if acts and len(row.words) == 1:
            return False  # "the friendship hurts trade": what the relation does to something else
        under = an.lemma[node] if an.dep[node] == "prep" else "into"
        bare = under != "into" and len(row.words) == 1 and row.effect != "desire"
        if bare or not (row.level or row.trend or row.effect == "negation"):
            return False
        self.made.apply(row, verb)
        return True

    def _hindrance(self, token: int) -> bool:
        """"Is a hurdle in efforts to mend ties", with the phrase hung on the verb."""
        row = row_beside(self.reading, token)
        return isinstance(row, RelationWord) and row.effect == "hindrance" and self.take(token)
