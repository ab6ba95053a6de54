"""Level and trend of a relation noun, put together from the words around it, from the inside out.

In: a `Reading`, the noun's token and row. Out: a `Judgement` with the tokens that carry it and the rows that gave it.
The arithmetic is that of `docs/cues.md`: noun, its modifiers, the nouns and verbs above it with their complements; each
row adds level and trend or does what its `effect` says. It knows nothing of sides.
"""

from dataclasses import dataclass

from dragoman.extract.assessments.judgement import Judgement
from dragoman.extract.assessments.matching import (
    is_compared,
    is_denied,
    noun_at,
    positive_of,
    row_beside,
    told_with,
    word_at,
)
from dragoman.extract.grammar.tree import MODIFIERS, PASSIVE_SUBJECTS, SUBJECTS, is_verbal, prepositions, subtree
from dragoman.extract.reading import Reading
from dragoman.vocab.relations import RelationNoun, RelationWord
from dragoman.vocab.word_groups import word_group

_COMPLEMENTS = frozenset({"acomp", "attr", "advmod", "oprd", "prt", "xcomp", "npadvmod"})
_ORDER = {"": 0, "shell": 0, "strength": 1, "growth": 2, "lessening": 2, "negation": 3}
_STAGES = frozenset({"in", "into", "at", "to", "on", "under"})
"""Prepositions before what a relation is brought to ("in crisis", "under severe strain")."""
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


@dataclass(slots=True)
class _Judge:
    reading: Reading
    made: Judgement
    prior: tuple[str, str] = ("", "")

    def take(self, token: int, *, extra: tuple[str, ...] = ()) -> bool:
        """Apply the row at a token, then what modifies it; False if nothing stands there."""
        an = self.reading.an
        row = row_beside(self.reading, token, extra=extra)
        if row is not None:
            self.made.apply(row, token)
            if an.pos[token] == "NOUN":
                self.made.used.add(token)
        elif is_compared(an, token):
            if not self._take_compared(token):
                return False
        else:
            return False
        for kid in an.children[token]:
            if an.dep[kid] == "advmod" and self._only_level(kid):
                continue
            if an.dep[kid] == "advmod" or an.dep[kid] == "conj" and an.pos[token] == "ADJ":
                self.take(kid, extra=("adv", "adj"))
            elif an.dep[kid] == "neg":
                self.made.negate(("", ""))
        return True

    def _only_level(self, token: int) -> bool:
        """Whether an adverb would add a level: before an adjective it only strengthens ("deeply strained")."""
        row = row_beside(self.reading, token, extra=("adv",))
        return isinstance(row, RelationWord) and row.pos == "adv" and bool(row.level) and not row.trend

    def _take_compared(self, token: int) -> bool:
        """A comparative tells a change and no level, a superlative the level."""
        positive = positive_of(self.reading.an, token)
        words = self.reading.world.relation_words
        rows = [row for row in words.get(positive) or words.get(self.reading.an.lemma[token]) if row.level]
        row = next((r for r in rows if r.pos == "adj" and r.needs == "relation_noun" and len(r.words) == 1), None)
        if row is None:
            return False
        if self.reading.an.tag[token] in ("JJS", "RBS"):
            self.made.level = row.level
        else:
            self.made.trend = "worsening" if row.level == "bad" else "improving"
        self.made.tokens.add(token)
        self.made.why.append(row.where)
        return True

    def modifiers(self, token: int) -> None:
        """Adjectives, participles and determiners of a noun: levels first, then growth, negation last.

        Beside a noun that tells only of a change an adjective judges the change ("a positive step"), not the relation.
        """
        row = row_beside(self.reading, token)
        level = self.made.level
        self._modify(token)
        if row is not None and row.trend and not row.level:
            self.made.level = level

    def _modify(self, token: int) -> None:
        an = self.reading.an
        kids = [kid for kid in an.children[token] if an.dep[kid] in MODIFIERS | {"acl", "advmod", "det", "neg"}]
        own = any(an.dep[kid] in ("amod", "poss") for kid in an.children[token])
        if an.dep[token] == "conj" and not own and not is_verbal(an, an.head[token]):
            kids += [kid for kid in an.children[an.head[token]] if an.dep[kid] == "amod"]
        for kid in [*kids]:
            kids += [grand for grand in an.children[kid] if an.dep[grand] == "conj"]
        self.take_all([kid for kid in kids if kid not in self.reading.who.covering or an.pos[kid] != "PROPN"], token)

    def take_all(self, tokens: list[int], owner: int) -> None:
        """Take several words in the order of their effects."""
        an = self.reading.an

        def rank(token: int) -> int:
            row = row_beside(self.reading, token, extra=("adj",))
            return _ORDER.get(_effect(row), 0)

        for token in sorted(tokens, key=rank):
            if an.pos[token] in ("NOUN", "PROPN") and an.dep[token] in MODIFIERS and owner - token > 3:
                continue
            self.take(token, extra=("adj",) if an.dep[token] in MODIFIERS | {"acl"} else ())

    def complement_of_noun(self, token: int) -> None:
        """Phrases that hang on the noun itself: "relations at their frostiest", "a new era of confrontation"."""
        self._phrases(token)
        if self.made.trend and not self.made.level:
            for name, obj in prepositions(self.reading.an, token):
                noun = noun_at(self.reading, obj) if name == "of" else None
                if noun is not None and noun.level:
                    self.made.level = noun.level
                    self.made.trend = "worsening" if noun.level == "bad" else self.made.trend
                    self.made.why.append(noun.where)

    def _phrases(self, token: int, *, skip: int = -1) -> bool:
        """Fixed phrases and telling nouns in the prepositional phrases under a token."""
        an = self.reading.an
        changed = False
        for kid in an.children[token]:
            if an.dep[kid] not in ("prep", "advmod", "prt") or kid == skip:
                continue
            first, last = subtree(an, kid)
            if last - first > 14 or an.word[kid].lower() in ("between", "with", "after", "because", "since", "until"):
                continue
            changed |= self._phrase_in(first, min(last, first + 8))
        return changed

    def _phrase_in(self, first: int, last: int) -> bool:
        an = self.reading.an
        for token in range(first, last):
            row = word_at(self.reading, token, ("phrase",), "relation_noun")
            if row is not None and token - row.head >= first - 1:
                self.made.apply(row, token)
                return True
        for token in range(first, last):
            if an.tag[token] == "JJS" and an.dep[token] == "pobj" and self._take_compared(token):
                return True
            if an.dep[token] == "pobj" and an.pos[token] in ("NOUN", "ADJ") and an.head[token] == first:
                return an.lemma[first] in _STAGES and self._stage(token, an.lemma[first])
        return False

    def _stage(self, token: int, preposition: str) -> bool:
        """"Into crisis", "on a firmer footing": the noun that a relation is brought to."""
        row = word_at(self.reading, token, ("noun",), "relation_noun") or noun_at(self.reading, token)
        effect = _effect(row)
        if row is None or effect not in ("", "hindrance", "shell"):
            return False
        before = len(self.made.why)
        self.made.apply(row, token)
        self.modifiers(token)
        if preposition in ("into", "to") and not self.made.trend:
            self.made.trend = {"bad": "worsening", "good": "improving"}.get(self.made.level, "")
        return len(self.made.why) > before + (effect == "shell")

    def climb(self, token: int) -> None:
        """Words above the noun: the noun it belongs to ("a warming of ties"), its verb ("ties have warmed")."""
        an = self.reading.an
        node = token
        for _ in range(_REACH):
            head, label = an.head[node], an.dep[node]
            if head == node or label in ("relcl", "advcl", "parataxis", "appos"):
                return
            if label == "conj":
                if is_verbal(an, node) or node - head > 4:
                    return
                node = head
                continue
            if an.pos[head] in ("ADP", "SCONJ", "PART") or an.dep[head] in ("prep", "agent"):
                going = True
            elif is_verbal(an, head):
                going = self._verb(head, node)
            elif an.pos[head] in ("NOUN", "PROPN"):
                going = self._noun(head)
            elif an.pos[head] in ("DET", "PRON", "NUM") and label == "prep":
                going = True
            else:
                going = an.pos[head] == "ADJ" and self._adjective(head, label)
            if not going:
                return
            node = head

    def _noun(self, head: int) -> bool:
        """The noun that the relation belongs to, or the object of which it is subject ("received a setback")."""
        if not self.take(head):
            return False
        self.modifiers(head)
        return True

    def _adjective(self, head: int, label: str) -> bool:
        """"Keen to improve ties" adds the wish, "ties sour" a verb; others are passed ("the door open for relations")."""
        if label in SUBJECTS:
            return self.take(head, extra=("verb",)) and False
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
            elif changed:
                self.made.negate(before)
            elif isinstance(row, RelationWord) and row.effect == "turn":
                self.made.trend, changed = self.made.trend or "steady", True
        if changed:
            self.prior = before
            self.made.tokens |= told_with(self.reading.an, verb)
        row = row_beside(self.reading, verb)
        known = changed or row is not None and (bool(self.made) or _effect(row) != "shell")
        return known and an.dep[verb] in ("xcomp", "acl", "pcomp", "ccomp")

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
        objects = [kid for kid in an.children[verb] if an.dep[kid] == "dobj" and an.lemma[kid] not in word_group("amount")]
        if an.dep[node] == "nsubj" and objects and len(row.words) == 1:
            return False  # "the friendship hurts trade": what the relation does to something else
        under = self.reading.an.lemma[node] if self.reading.an.dep[node] == "prep" else "into"
        bare = under != "into" and len(row.words) == 1 and row.effect != "desire"
        if bare or not (row.level or row.trend or row.effect == "negation"):
            return False
        self.made.apply(row, verb)
        return True

    def _hindrance(self, token: int) -> bool:
        """"Is a hurdle in efforts to mend ties", with the phrase hung on the verb."""
        row = row_beside(self.reading, token)
        return isinstance(row, RelationWord) and row.effect == "hindrance" and self.take(token)


def _effect(row: RelationWord | RelationNoun | None) -> str:
    return row.effect if isinstance(row, RelationWord) else ""
