"""Where a relation noun names no relation of the sides around it: at home, with nobody, as somebody else's.

In: a `Reading`, the noun's token. Out: yes or no.
"""

from dataclasses import dataclass

from dragoman.extract.assessments.sides import SideReader
from dragoman.extract.grammar.tree import MODIFIERS, child, is_verbal, prepositions
from dragoman.extract.reading import Reading
from dragoman.vocab.word_groups import word_group

DECIDING = frozenset({"between", "with", "among"})
"""Prepositions behind which a side must stand, if anybody does."""


@dataclass(slots=True)
class BarredNouns:
    """Answers for one document."""

    reading: Reading
    sides: SideReader

    def names_no_relation(self, token: int) -> bool:
        """Whether the noun is the thought of an act, a purpose, or told of one state's own bodies."""
        return self.has_content(token) or self.is_at_home(token) or self.is_purpose(token)

    def has_content(self, token: int) -> bool:
        """"Suspicions that Iran builds a bomb": a thought about an act, no relation of two sides."""
        an = self.reading.an
        clauses = (kid for kid in an.children[token] if an.dep[kid] in ("acl", "ccomp") and is_verbal(an, kid))
        return any(an.lemma[mark] == "that" and an.dep[mark] == "mark" for kid in clauses for mark in an.children[kid])

    def is_purpose(self, token: int) -> bool:
        """"In support of the king", "out of respect for her": what something is done for."""
        an = self.reading.an
        above = an.head[token]
        behind = any(name in ("of", "for", "to") for name, _ in prepositions(an, token))
        return an.dep[token] == "pobj" and an.lemma[above] in ("in", "of") and above == token - 1 and behind and (
            an.lemma[above] == "in" or an.lemma[above - 1] == "out"
        )  # fmt: skip

    def is_of_many(self, token: int) -> bool:
        """"Regional ties", "foreign relations": no relation of just two."""
        an = self.reading.an
        return any(an.dep[kid] == "amod" and an.lemma[kid] in word_group("of-many") for kid in an.children[token])

    def is_at_home(self, token: int) -> bool:
        """"Tensions with the government", "a row with the courts": told of one state's own bodies."""
        an = self.reading.an
        verb = an.head[token]
        beside = prepositions(an, verb) if is_verbal(an, verb) and an.dep[token] in ("dobj", "attr") else ()
        return any(
            name in DECIDING and an.lemma[obj] in word_group("home-body") - word_group("vague-side")
            and not any(an.dep[kid] in MODIFIERS | {"poss", "prep", "appos"} for kid in an.children[obj])
            for name, obj in (*prepositions(an, token), *beside)
        )  # fmt: skip

    def belongs_elsewhere(self, token: int) -> bool:
        """"An analyst with close ties to the Kremlin": the relation is that of somebody who is none."""
        an = self.reading.an
        prep = an.head[token]
        if an.lemma[prep] != "with" or an.dep[prep] != "prep" or an.pos[an.head[prep]] not in ("NOUN", "PROPN"):
            return False
        return not self.sides.codes_of([an.head[prep]])

    def is_placed(self, token: int) -> bool:
        """"Tension in the Gulf", "the rift in Libya": told of a place, not of the sides of the sentence."""
        who = self.reading.who
        inside = (obj for name, obj in prepositions(self.reading.an, token) if name == "in")
        return any(who.mention_at(obj) or obj in who.place_tokens for obj in inside)

    def is_with_nobody(self, token: int) -> bool:
        """"Found common ground with the unions": behind the verb stands somebody who is no side."""
        an = self.reading.an
        verb = an.head[token]
        if an.dep[token] != "dobj" or not is_verbal(an, verb):
            return False
        behind = [obj for name, obj in prepositions(an, verb) if name in DECIDING and obj > token]
        return bool(behind) and not self.are_vague(behind) and not self.sides.codes_of(behind)

    def are_vague(self, tokens: list[int]) -> bool:
        """"With the country", "with the west": a side that only the text before tells."""
        an = self.reading.an
        return all(
            an.lemma[each] in word_group("vague-side") and child(an, each, "det", "poss") is not None
            for each in tokens
        )  # fmt: skip
