"""Words that judge two sides without a relation noun: "Pakistan's arch-rival, India", "on the same page".

In: a `Reading`, a token, a row that needs two parties. Out: the sides around it. By the word's kind the sides are
possessor and name beside it (ally, enemy), subject and object (distrusts, moves closer to), or a subject of two.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.assessments.matching import POS, word_at
from dragoman.extract.assessments.pairs import CLAUSE, NEAR, TEXT, Parties, merge_codes
from dragoman.extract.assessments.sides import SideReader
from dragoman.extract.grammar.participants import PRIVATE_SECTORS
from dragoman.extract.grammar.slots import slots_of
from dragoman.extract.grammar.tree import (
    MODIFIERS,
    child,
    clause_of,
    is_verbal,
    prepositions,
    subtree,
    surface_subjects,
)
from dragoman.model.analysis import Analysis
from dragoman.vocab.relations import RelationWord

_SLOTS = ("with", "to", "of", "toward", "towards", "from", "against", "on", "at", "about", "by", "between", "behind")
_TOWARDS = frozenset({*_SLOTS, "for", "over", "in"})


_MARKS = frozenset({"-", "–", "—", "--", ",", "."})


@dataclass(slots=True)
class WordReader:
    """Finds judging words and their sides."""

    sides: SideReader

    def row_at(self, token: int) -> RelationWord | None:
        """The row that needs two parties at a token."""
        an = self.sides.reading.an
        if an.pos[token] == "PROPN" or an.pos[token] != "NOUN" and token in self.sides.reading.who.covering:
            return None
        kind = POS.get(an.pos[token])
        kinds: tuple[str, ...] = (kind,) if kind else ()
        if kind == "verb" and an.tag[token] in ("VBN", "VBD", "VBG"):
            passive = child(an, token, "auxpass") is not None or an.dep[token] in ("acomp", "acl", "amod")
            kinds = ("adj", "verb") if passive else ("verb",)
        return word_at(self.sides.reading, token, (*kinds, "phrase"), "two_parties") if kinds else None

    def parties(self, token: int, row: RelationWord) -> Parties:
        """The pair that the word judges; no pairs if two sides do not stand around it."""
        an = self.sides.reading.an
        if row.pos == "noun":
            codes = self._of_noun(token)
        elif row.pos == "verb" and is_verbal(an, token):
            codes = self._of_verb(token, row)
        else:
            codes = self._of_state(token, row)
        if len(codes) == 1 and row.level:
            return self._with_speaker(token, codes[0])
        if len(codes) != 2:
            return Parties()
        return Parties(((codes[0], codes[1]),), "sides around the word", NEAR if row.pos == "noun" else CLAUSE)

    def _with_speaker(self, token: int, code: str) -> Parties:
        """"Iran remains a threat", said the American president: the other side is the speaker's."""
        reading = self.sides.reading
        voice = reading.voices.at(reading.an.start[token])[0]
        speaker = next((m for m in reading.an.mentions if m.name == voice and m.codes and not m.former), None)
        holders = self.sides.codes_of(surface_subjects(reading.an, clause_of(reading.an, token)), strict=True)
        if code not in holders:
            return Parties()
        if speaker is None or speaker.sector in PRIVATE_SECTORS or code in speaker.codes:
            return Parties()
        return Parties(((speaker.codes[0], code),), "the speaker's side", TEXT)

    def _of_noun(self, token: int) -> list[str]:
        """Whose ally, and who that is."""
        an, codes_of = self.sides.reading.an, self.sides.codes_of
        chain = list(_conjunct_chain(an, token))
        top = chain[-1]
        owners: list[str] = []
        for noun in chain if top == token or not self._is_side(top) else chain[:-1]:
            for kid in an.children[noun]:
                if an.dep[kid] == "poss" or an.dep[kid] in MODIFIERS:
                    owners = merge_codes(owners, codes_of([kid]))
        for name, obj in prepositions(an, token):
            if name in ("of", "to", "for", "with", "between"):
                owners = merge_codes(owners, codes_of([obj]))
        names = self._named_beside(token, top)
        if len(owners) == 1 and len(names) >= 1:
            return merge_codes(owners, names)[:2] if len(set(owners + names)) >= 2 else []
        return names if not owners and an.tag[token] in ("NNS", "NNPS") and len(names) == 2 else []

    def _is_mutual(self, token: int) -> bool:
        """"Distant from each other": the two of the subject."""
        an = self.sides.reading.an
        return any(an.lemma[obj] in ("other", "another") for _, obj in prepositions(an, token))

    def _grounds(self, token: int, verb: int) -> list[str]:
        """"Was furious after the EU pressed it", "is angry that Israel attacked": who gave the grounds."""
        an = self.sides.reading.an
        for node in dict.fromkeys((token, verb)):
            for kid in an.children[node]:
                if an.dep[kid] in ("advcl", "ccomp") and kid > token and is_verbal(an, kid):
                    return self.sides.codes_of(surface_subjects(an, kid))
        return []

    def _named_beside(self, token: int, top: int) -> list[str]:
        """The name in apposition, the subject of "is", "remains", the object of "see as"."""
        an, codes_of = self.sides.reading.an, self.sides.codes_of
        beside = [kid for kid in an.children[token] if an.dep[kid] == "appos"]
        label, head = an.dep[top], an.head[top]
        if label in ("appos", "compound", "nmod"):
            beside.append(head)
        elif label == "attr" or label in ("oprd", "dobj") and is_verbal(an, head):
            own = [kid for kid in an.children[head] if an.dep[kid] == "nsubj"]
            beside += surface_subjects(an, head) if label == "attr" else own
        elif label == "pobj" and an.lemma[an.head[top]] == "as" and is_verbal(an, an.head[head]):
            verb = an.head[head]
            objects = [kid for kid in an.children[verb] if an.dep[kid] == "dobj"]
            if any(an.pos[each] == "PRON" for each in objects):
                return []
            beside += objects or surface_subjects(an, verb)
            if objects and not self._owned(token):
                beside += surface_subjects(an, verb)
        beside += self._after_dash(token)
        if top != token and self._is_side(top):
            return codes_of([top])[:1]
        mention = self.sides.reading.who.mention_at(token)
        if not beside and mention and mention.kind == "pair" and not self._owned(token):
            return list(mention.codes)
        return codes_of(beside)

    def _is_side(self, token: int) -> bool:
        mention = self.sides.reading.who.mention_at(token)
        return mention is not None and mention.kind in ("state", "organisation", "group") and bool(mention.codes)

    def _after_dash(self, token: int) -> list[int]:
        """"Pakistan's ally in the war, the US": a name set off behind the noun's phrase that the parse tore away."""
        an = self.sides.reading.an
        last = subtree(an, token)[1]
        if last + 2 >= len(an.word) or an.word[last] not in _MARKS or not self._owned(token):
            return []
        name = last + 1 + (an.lemma[last + 1] == "the")
        mention = self.sides.reading.who.mention_at(name)
        if mention is None or mention.last >= len(an.word) or not self._is_side(mention.head):
            return []
        return [mention.head] if an.word[mention.last] in _MARKS else []

    def _owned(self, token: int) -> bool:
        an = self.sides.reading.an
        return any(an.dep[kid] == "poss" for kid in an.children[token])

    def _of_verb(self, token: int, row: RelationWord) -> list[str]:
        slots = slots_of(self.sides.reading.an, token)
        codes: list[str] = []
        subject = self.sides.codes_of(slots.get("subj"), strict=True)
        if len(subject) == 2 and (len(row.words) > 1 or row.effect == "mutual"):
            return subject
        codes = subject[:1] if subject else []
        if not codes:
            codes = self.sides.codes_of(surface_subjects(self.sides.reading.an, token), strict=True)[:1]
        for slot in ("obj", *_SLOTS):
            codes = merge_codes(codes, self.sides.codes_of(slots.own.get(slot, ())))
            if len(codes) >= 2:
                return codes[:2]
        return self._deeper(token, codes)

    def _deeper(self, token: int, codes: list[str]) -> list[str]:
        """"Hold opposite views on", "move closer to": the other side stands under the verb's complement."""
        an = self.sides.reading.an
        for kid in an.children[token]:
            if an.dep[kid] in ("dobj", "advmod", "acomp", "prt", "xcomp", "oprd"):
                for name, obj in prepositions(an, kid):
                    if name in _TOWARDS:
                        codes = merge_codes(codes, self.sides.codes_of([obj]))
        return codes[:2] if len(codes) >= 2 else codes

    def _of_state(self, token: int, row: RelationWord) -> list[str]:
        """Adjectives and phrases: the subject of their verb or the noun before them, and who stands behind."""
        an, codes_of = self.sides.reading.an, self.sides.codes_of
        others: list[str] = []
        for name, obj in prepositions(an, token):
            if name in _TOWARDS:
                others = merge_codes(others, codes_of([obj]))
        if any(child(an, kid, "pcomp") is not None for kid in an.children[token]):
            return []
        holders, node = [], token
        for _ in range(4):
            head = an.head[node]
            if is_verbal(an, node) or child(an, node, "nsubj", "nsubjpass") is not None:
                holders = codes_of(surface_subjects(an, node), strict=True)
                partners = [obj for name, obj in prepositions(an, node) if name in ("with", "by")]
                others = merge_codes(others, codes_of(partners))
                others = others or self._grounds(token, node)
                if not holders:
                    holders = codes_of([kid for kid in an.children[node] if an.dep[kid] == "dobj"], strict=True)
                break
            if an.pos[head] in ("NOUN", "PROPN") and an.dep[node] in ("amod", "prep", "acl", "appos") and head != node:
                holders = codes_of([head])
                break
            if head == node:
                break
            node = head
        mutual = row.pos == "phrase" or row.effect == "mutual" or self._is_mutual(token)
        if len(holders) == 2 and not others and mutual:
            return holders
        return merge_codes(holders[:1], others)[:2] if len(holders) == 1 else []


def _conjunct_chain(an: Analysis, token: int) -> Iterator[int]:
    """A noun and the nouns that it is coordinated with to its left, nearest first."""
    yield token
    while an.dep[token] == "conj" and an.head[token] != token:
        token = an.head[token]
        yield token
