"""Whose relation a relation noun names: the noun's own places first, then its clause, then the text before.

In: a `Reading`, a token, its row. Out: `Parties`. How far the search may go is the row's `reach`.
"""

from dataclasses import dataclass

from dragoman.extract.assessments.barred import DECIDING, BarredNouns
from dragoman.extract.assessments.focus import Focus
from dragoman.extract.assessments.matching import row_beside
from dragoman.extract.assessments.pairs import CLAUSE, TEXT, Pair, Parties, merge_codes, pair_across, pair_all
from dragoman.extract.assessments.sides import SideReader
from dragoman.extract.grammar.participants import PRIVATE_SECTORS
from dragoman.extract.grammar.slots import slots_of
from dragoman.extract.grammar.tree import (
    MODIFIERS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    conjuncts,
    is_verbal,
    prepositions,
    subtree,
)
from dragoman.extract.reading import Reading
from dragoman.model.analysis import Analysis
from dragoman.vocab.relations import RelationNoun
from dragoman.vocab.word_groups import word_group

_HINTING = frozenset({"with", "between", "toward", "towards", "against"})
"""Prepositions behind which a side may be only hinted at ("relations with the country")."""
_CLIMB = 6
"""How many words above a noun its owner is looked for; not tuned."""


@dataclass(slots=True)
class PartyFinder:
    """Finds the sides of relation nouns and words in one document."""

    reading: Reading
    focus: Focus
    sides: SideReader
    barred: BarredNouns

    def of_noun(self, token: int, row: RelationNoun) -> Parties:
        """The sides of a relation noun; no pairs if it has none."""
        across = self._across(token)
        if across:
            return Parties(across, "between the two")
        slots = self._near(token, row)
        if slots is None or self.barred.names_no_relation(token):
            return Parties()
        near = merge_codes(*slots)
        if len(near) >= 2 and not slots[0]:
            if self._is_felt(row) and len(near) == 2 and len(self._seat_of(token)) == 1:
                return Parties(pair_all(near), "in the places of the noun")
            owner = self._owner_of_several(token)
            return Parties(pair_across(owner, near, mutual=False), "subject and the places of the noun")
        if len(near) >= 2:
            pairs = pair_across(*slots, mutual="between" in row.party_slots)
            return Parties(pairs, "in the places of the noun")
        if self.barred.is_with_nobody(token):
            return Parties()
        lent = merge_codes(near, self._lent(token, row, subject=row.reach != "slots" or not slots[0]))
        if len(lent) == 2 and (near or row.reach != "slots" or self._is_shared(token, row)):
            return Parties(pair_all(lent), "in the places of the noun and as subject")
        known, partner = self._vague_partner(token, row, lent)
        if partner:
            return Parties(pair_all([known, partner]), "the other side is only hinted at", TEXT)
        if row.reach == "slots":
            return Parties()
        if self.barred.belongs_elsewhere(token):
            return Parties()
        around = self._around(token, near)
        if len(around) == 2:
            return Parties(pair_all(around), "in the clause", CLAUSE)
        if self.barred.is_placed(token):
            return Parties()
        named = self._in_sentence(token) if self._stands_apart(token) else []
        if len(named) == 2 and set(near) <= set(named) and row.reach == "clause" and row.level:
            return Parties(pair_all(named), "the only two sides of the sentence", TEXT)
        if self.barred.is_of_many(token):
            return Parties()
        if row.reach == "text" or near:
            return self._from_text(token, near or around)
        return self._just_spoken_of(token) if row.level and not around else Parties()

    def _across(self, token: int) -> tuple[Pair, ...]:
        """"Between Norway and Swedish and Danish troops": two places, each side of the one with each of the other."""
        an = self.reading.an
        verb = an.head[token]
        behind = an.dep[token] in SUBJECTS | PASSIVE_SUBJECTS and is_verbal(an, verb)
        for name, obj in (*prepositions(an, token), *(prepositions(an, verb) if behind else ())):
            if name == "between":
                places = [codes for each in _joined_by_between(an, obj) if (codes := self.sides.one(each))]
                if len(places) == 2 and behind or len(places) == 2 < len(merge_codes(*places)):
                    return pair_across(places[0], places[1], mutual=False)
        return ()

    def _just_spoken_of(self, token: int) -> Parties:
        """"Tensions are rising" of the two whose relation was judged a sentence or two before."""
        if self.reading.an.dep[token] not in SUBJECTS | PASSIVE_SUBJECTS:
            return Parties()
        pair = self.focus.just_named(token)
        return Parties(pair_all(list(pair)), "the text has just spoken of these two", TEXT)

    def _stands_apart(self, token: int) -> bool:
        """"Tensions rose", "caused tensions", "amid tensions": told of those around, no means of somebody's act."""
        an = self.reading.an
        behind = an.dep[token] == "pobj" and an.lemma[an.head[token]] in word_group("amid")
        made = an.dep[token] == "dobj" and row_beside(self.reading, an.head[token]) is not None
        return behind or made or an.dep[token] in SUBJECTS | PASSIVE_SUBJECTS | {"ROOT", "conj"}

    def _in_sentence(self, token: int) -> list[str]:
        mentions = self.reading.by_sentence.get(self.reading.an.sentence[token], ())
        named = (m for m in mentions if m.kind != "place" and not m.former and m.sector not in PRIVATE_SECTORS)
        return merge_codes([], (code for mention in named for code in mention.codes))

    def _near(self, token: int, row: RelationNoun) -> tuple[list[str], list[str]] | None:
        """Codes that own the noun and codes behind its prepositions; None where somebody stands there who is none."""
        an = self.reading.an
        slots = slots_of(an, token).own
        owners = self.sides.modifiers(token, loose=not row.level)
        found: list[str] = []
        for name, tokens in slots.items():
            if name == "poss":
                holders = self.sides.codes_of(tokens)
                if holders and "between" not in row.party_slots:
                    found, owners = owners, []  # "Norway's anti-Swedish stance": the possessor's, about the other
                owners = merge_codes(owners, holders)
            elif self._is_place(name, row):
                codes = self.sides.codes_of(tokens)
                if name == "in" and self._is_felt(row):
                    codes = codes or self.sides.seat(tokens)
                if name == "between" and len(codes) >= 2:
                    return codes, []
                if not codes and name in DECIDING and tokens and not self.barred.are_vague(tokens):
                    return None
                one_sided = "between" not in row.party_slots or self._is_felt(row)
                if len(codes) == 1 and name == "between" or len(codes) > 1 and name == "of" and one_sided:
                    return None
                if name == "of" and len(codes) > 1 and not owners:
                    owners = codes
                else:
                    found = merge_codes(found, codes)
        if len(merge_codes(owners, found)) >= 2:
            return owners, found
        lower = self._lower(token)
        return (lower, []) if lower else (owners, found)

    def _is_place(self, name: str, row: RelationNoun) -> bool:
        """Whether a side may stand there; "to" and "against" say what "toward" says, "ties to" what "with" says."""
        if name == "mod" or name in row.party_slots:
            return name != "mod"
        return name in ("to", "against") and "toward" in row.party_slots or name == "to" and row.reach == "text"

    def _vague_partner(self, token: int, row: RelationNoun, known: list[str]) -> tuple[str, str]:
        """The one side known, and whom the text last spoke of together with it, where the other is hinted at."""
        an = self.reading.an
        slots = slots_of(an, token).own
        hints = [each for name in row.party_slots if name in _HINTING for each in slots.get(name, [])]
        if not hints or not self.barred.are_vague(hints):
            return "", ""
        owners = self.sides.codes_of(kid for kid in an.children[hints[0]] if an.dep[kid] == "poss")
        sides = owners or known
        if len(sides) != 1:
            return "", ""
        partner = self.focus.partner_of(token, sides[0])
        west = any(an.lemma[each] == "west" for each in hints)
        return ("", "") if west and partner.lower() not in word_group("western") else (sides[0], partner)

    def _is_felt(self, row: RelationNoun) -> bool:
        """Whether the noun is a feeling, so that a seat stands for its government ("anger in Oslo")."""
        return row.words[-1] in word_group("own-feeling")

    def _seat_of(self, token: int) -> list[str]:
        """Whose a feeling is by the seat behind it ("anger in Oslo at Sweden")."""
        return self.sides.seat(obj for name, obj in prepositions(self.reading.an, token) if name == "in")

    def _owner_of_several(self, token: int) -> list[str]:
        """"Has good ties with both A and B": whoever has a relation with each, the subject of the verb above."""
        an = self.reading.an
        node = token
        for _ in range(_CLIMB):
            head = an.head[node]
            if head == node:
                break
            if is_verbal(an, head) and an.dep[node] not in SUBJECTS | PASSIVE_SUBJECTS:
                subjects = self.sides.subjects_of(head)
                if subjects:
                    return self.sides.codes_of(subjects)[:2]
            node = head
        return []

    def _is_shared(self, token: int, row: RelationNoun) -> bool:
        """"Are locked in a dispute", "had a row": the two of the subject share what a noun with "between" names."""
        an = self.reading.an
        if an.dep[token] not in ("dobj", "attr", "pobj") or not row.level or self.barred.is_placed(token):
            return False
        behind = any(name in row.party_slots for name, _ in prepositions(an, an.head[token]))
        return "between" in row.party_slots or behind

    def _lower(self, token: int) -> list[str]:
        """"Relations in the era between A and B": the sides hang lower down in the noun's phrase."""
        an = self.reading.an
        first, last = subtree(an, token)
        for kid in range(token + 1, min(last, token + 12)):
            if an.lemma[kid] == "between" and an.dep[kid] == "prep" and an.head[kid] != token:
                codes = self.sides.codes_of(obj for obj in an.children[kid] if an.dep[obj] == "pobj")
                return codes if len(codes) == 2 else []
        return []

    def _lent(self, token: int, row: RelationNoun, *, subject: bool) -> list[str]:
        """Subject and partners of the carrying verb: "has good ties with", "relations had expanded with"."""
        an = self.reading.an
        head = an.head[token]
        into = an.dep[token] == "pobj" and an.lemma[head] in ("in", "into") and bool(row.level)
        head = an.head[head] if into else head
        into = into and an.lemma[head] in word_group("standing-in")
        codes: list[str] = []
        if not is_verbal(an, head) or an.dep[token] == "conj":
            return codes
        if subject and (into or an.dep[token] in ("dobj", "attr")):
            codes = self.sides.codes_of(self.sides.subjects_of(head))
        for name, obj in prepositions(an, head):
            if name == "in" and self._is_felt(row):
                codes = merge_codes(codes, self.sides.seat([obj]))
            told = name in ("to", "for", "at", "against", "on") and an.dep[token] == "dobj" and bool(row.level)
            if name in ("with", "between", "toward", "towards") or (told or name == "in") and name in row.party_slots:
                codes = merge_codes(codes, self.sides.codes_of([obj]))
        return codes

    def _around(self, token: int, near: list[str]) -> list[str]:
        """Sides further up: possessors of nouns and subjects of verbs above, the first that completes the pair."""
        an = self.reading.an
        node = token
        for _ in range(10):
            head = an.head[node]
            if head == node:
                break
            found: list[str] = []
            if is_verbal(an, head):
                if an.dep[node] not in SUBJECTS | PASSIVE_SUBJECTS:
                    found = self.sides.codes_of(self.sides.subjects_of(head))
                if an.dep[head] in ("relcl", "parataxis") and not found:
                    break
            elif an.pos[head] in ("NOUN", "ADJ"):
                found = self._carried(head, node)
            merged = merge_codes(near, found)
            if len(merged) == 2:
                return merged
            if len(found) > 2:
                return near
            if not near and len(found) == 1:
                near = found
            if an.dep[head] in ("ccomp", "advcl") and is_verbal(an, head) and found:
                break
            node = head
        return near

    def _carried(self, noun: int, below: int) -> list[str]:
        an = self.reading.an
        codes: list[str] = []
        for kid in an.children[noun]:
            if kid != below and (an.dep[kid] == "poss" or an.dep[kid] in MODIFIERS):
                codes = merge_codes(codes, self.sides.one(kid))
        for name, obj in prepositions(an, noun):
            if name in ("between", "with", "by") and not _holds(self.reading, obj, below):
                codes = merge_codes(codes, self.sides.codes_of([obj]))
        return codes

    def _from_text(self, token: int, near: list[str]) -> Parties:
        if len(near) == 1:
            partner = self.focus.partner_of(token, near[0])
            pairs = pair_all([near[0], partner]) if partner else ()
            return Parties(pairs, "the text last spoke of these two", TEXT)
        if near:
            return Parties()
        pair = self.focus.pair_at(token) or self._in_sentence(token)
        return Parties(pair_all(list(pair)), "the text last spoke of these two", TEXT) if len(pair) == 2 else Parties()


def _joined_by_between(an: Analysis, obj: int) -> list[int]:
    """What "between" joins, also where the parse hung the second on the first's name ("the king, Olav, and Sweden")."""
    joined = list(conjuncts(an, obj))
    if len(joined) > 1:
        return joined
    names = [kid for kid in an.children[obj] if an.dep[kid] == "appos"]
    return [*joined, *(each for name in names for each in conjuncts(an, name) if each != name)]


def _holds(reading: Reading, top: int, token: int) -> bool:
    first, last = subtree(reading.an, top)
    return first <= token < last
