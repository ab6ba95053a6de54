"""Level and trend inside a noun's phrase: its adjectives, its prepositional phrases, comparatives.

In: a `Reading`, tokens of a phrase. Out: what they add to a `Judgement`. It knows nothing of the words above.
"""

from dataclasses import dataclass

from dragoman.extract.assessments.judgement import Judgement
from dragoman.extract.assessments.matching import is_compared, noun_at, positive_of, row_beside, word_at
from dragoman.extract.grammar.tree import MODIFIERS, is_verbal, prepositions, subtree
from dragoman.extract.reading import Reading
from dragoman.vocab.relations import RelationNoun, RelationWord

_ORDER = {"": 0, "shell": 0, "strength": 1, "growth": 2, "lessening": 2, "negation": 3}
_STAGES = frozenset({"in", "into", "at", "to", "on", "under"})
"""Prepositions before what a relation is brought to ("in crisis", "under severe strain")."""


def effect_of(row: RelationWord | RelationNoun | None) -> str:
    """What a row does beyond adding level and trend."""
    return row.effect if isinstance(row, RelationWord) else ""


@dataclass(slots=True)
class PhraseJudge:
    """Adds up what stands inside the phrase of a noun, and what its complements tell."""

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
            return _ORDER.get(effect_of(row), 0)

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
        told = word_at(self.reading, token, ("noun",), "relation_noun")
        row = noun_at(self.reading, token) or told if preposition == "under" else told or noun_at(self.reading, token)
        effect = effect_of(row)
        if row is None or effect not in ("", "hindrance", "shell"):
            return False
        before = len(self.made.why)
        self.made.apply(row, token)
        self.modifiers(token)
        if preposition in ("into", "to") and not self.made.trend:
            self.made.trend = {"bad": "worsening", "good": "improving"}.get(self.made.level, "")
        return len(self.made.why) > before + (effect == "shell")
