"""Whose relation a phrase judges: the two sides of a relation noun or of a word that judges two sides by itself.

In: a `Reading`, a token, its row. Out: `Parties`. Sides are sought near first: in the noun's own places, as subject of
its verb, elsewhere in the clause, in the text before. How far the search may go is the row's `reach`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from dragoman.extract.assessments.matching import word_at
from dragoman.extract.participants import PRIVATE_SECTORS
from dragoman.extract.reading import Reading
from dragoman.extract.slots import slots_of
from dragoman.extract.tree import (
    MODIFIERS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    antecedent,
    child,
    conjuncts,
    is_verbal,
    prepositions,
    subtree,
    surface_subjects,
)
from dragoman.vocab.gazetteer import fold_word
from dragoman.vocab.relations import RelationNoun
from dragoman.vocab.states import load_states

Pair = tuple[str, str]
NEAR, CLAUSE, TEXT = 0.8, 0.65, 0.5
"""Confidence of a pair by where its sides stand; estimates, ordered by the share found right in the seed texts."""
_STANDS_OUT = 1.5
"""How much more often than any other a state must be named to be taken for the other side."""
_FOCUS_SENTENCES = 12
"""How far back the pair last spoken of still is what "relations" means."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The pairs judged, why these, and how sure that is."""

    pairs: tuple[Pair, ...] = ()
    how: str = ""
    confidence: float = NEAR


@dataclass(slots=True)
class Focus:
    """The pairs that the text has spoken of so far: (sentence, pair), oldest first."""

    reading: Reading
    pairs: list[tuple[int, Pair]] = field(default_factory=list)

    def note(self, token: int, pair: Pair) -> None:
        """Take in a pair whose relation was named."""
        if self.pairs and self.pairs[-1][1] == pair:
            self.pairs.pop()
        self.pairs.append((self.reading.an.sentence[token], pair))

    def pair_at(self, token: int) -> tuple[str, ...]:
        """The pair whose relation was last named, else the two states last named together; () if none."""
        sentence = self.reading.an.sentence[token]
        named = self.reading.pair_at(token)
        if self.pairs and sentence - self.pairs[-1][0] <= _FOCUS_SENTENCES:
            return self.pairs[-1][1]
        return named

    def partner_of(self, token: int, code: str) -> str:
        """Whom the text last spoke of together with `code`, "" if nobody."""
        sentence = self.reading.an.sentence[token]
        for at, pair in reversed(self.pairs):
            if code in pair and sentence - at <= _FOCUS_SENTENCES:
                return pair[1] if pair[0] == code else pair[0]
        pair = self.reading.pair_at(token)
        if code in pair:
            return next((other for other in pair if other != code), "")
        return self._main_other(code)

    def _main_other(self, code: str) -> str:
        """The state that the document names most beside `code`, "" if none stands out."""
        named = (m for m in self.reading.an.mentions if m.kind != "place" and not m.former)
        counts = Counter(each for mention in named for each in mention.codes if each != code)
        ranked = counts.most_common(2)
        if not ranked or len(ranked) == 2 and ranked[0][1] < _STANDS_OUT * ranked[1][1]:
            return ""
        return ranked[0][0]


@dataclass(slots=True)
class PartyFinder:
    """Finds the sides of relation nouns and words in one document."""

    reading: Reading
    focus: Focus

    def of_noun(self, token: int, row: RelationNoun) -> Parties:
        """The sides of a relation noun; no pairs if it has none."""
        slots = self._near(token, row)
        if slots is None:
            return Parties()
        near = _merge(*slots)
        if len(near) >= 2:
            pairs = _crossed(*slots) if "between" in row.party_slots or all(slots) else ()
            return Parties(pairs, "in the places of the noun")
        lent = _merge(near, self._lent(token, row, subject=row.reach != "slots" or not slots[0]))
        if len(lent) == 2 and (near or row.reach != "slots"):
            return Parties(_pairs(lent), "in the places of the noun and as subject")
        if row.reach == "slots":
            return Parties()
        if self._belongs_elsewhere(token):
            return Parties()
        around = self._around(token, near)
        if len(around) == 2:
            return Parties(_pairs(around), "in the clause", CLAUSE)
        if self._is_placed(token):
            return Parties()
        named = self._in_sentence(token)
        if len(named) == 2 and set(near) <= set(named) and row.reach == "clause":
            return Parties(_pairs(named), "the only two sides of the sentence", TEXT)
        return self._from_text(token, near or around) if row.reach == "text" or near else Parties()

    def _belongs_elsewhere(self, token: int) -> bool:
        """"An analyst with close ties to the Kremlin": the relation is that of somebody who is no side."""
        an = self.reading.an
        prep = an.head[token]
        if an.lemma[prep] != "with" or an.dep[prep] != "prep" or an.pos[an.head[prep]] not in ("NOUN", "PROPN"):
            return False
        return not self.codes_of([an.head[prep]])

    def _is_placed(self, token: int) -> bool:
        """"Tension in the Gulf", "the rift in Libya": told of a place, not of the sides of the sentence."""
        who = self.reading.who
        inside = (obj for name, obj in prepositions(self.reading.an, token) if name == "in")
        return any(who.mention_at(obj) or obj in who.place_tokens for obj in inside)

    def _in_sentence(self, token: int) -> list[str]:
        mentions = self.reading.by_sentence.get(self.reading.an.sentence[token], ())
        named = (m for m in mentions if m.kind != "place" and not m.former and m.sector not in PRIVATE_SECTORS)
        return _merge([], (code for mention in named for code in mention.codes))

    def _near(self, token: int, row: RelationNoun) -> tuple[list[str], list[str]] | None:
        """Codes that own the noun and codes behind its prepositions; None where somebody stands there who is no side."""
        an = self.reading.an
        slots = slots_of(an, token).own
        owners = self._modifiers(token, loose=not row.level)
        found: list[str] = []
        for name, tokens in slots.items():
            if name == "poss":
                owners = _merge(owners, self.codes_of(tokens))
            elif name in row.party_slots and name != "mod":
                codes = self.codes_of(tokens)
                if name == "between" and len(codes) >= 2:
                    return [], codes
                if not codes and name in ("between", "with", "among") and tokens:
                    return None
                one_sided = "between" not in row.party_slots
                if len(codes) == 1 and name == "between" or len(codes) > 1 and name == "of" and one_sided:
                    return None
                found = _merge(found, codes)
        if len(_merge(owners, found)) >= 2:
            return owners, found
        return owners, self._lower(token) or found

    def _lower(self, token: int) -> list[str]:
        """"Relations in the era between A and B": the sides hang lower down in the noun's phrase."""
        an = self.reading.an
        first, last = subtree(an, token)
        for kid in range(token + 1, min(last, token + 12)):
            if an.lemma[kid] == "between" and an.dep[kid] == "prep" and an.head[kid] != token:
                codes = self.codes_of(obj for obj in an.children[kid] if an.dep[obj] == "pobj")
                return codes if len(codes) == 2 else []
        return []

    def _modifiers(self, token: int, *, loose: bool) -> list[str]:
        """Sides named before the noun: "Pakistan-Russia relations", "Sino-Indian trade and economic ties"."""
        an = self.reading.an
        tops = [token]
        while an.dep[tops[-1]] == "conj" and not is_verbal(an, an.head[tops[-1]]):
            tops.append(an.head[tops[-1]])
        codes: list[str] = []
        for top in reversed(tops):
            for kid in an.children[top]:
                if an.dep[kid] in MODIFIERS | {"npadvmod", "dep"} and kid < token:
                    first, last = subtree(an, kid)
                    if last <= top:
                        start = _joined_start(self.reading, first)
                        codes = _merge(codes, self._named_between(start, last, loose=loose))
        before = _left_joined(self.reading, token)
        if before:
            return _merge(self._named_between(*before), codes)
        return codes or (self._split(token - 1) if token else [])

    def _named_between(self, first: int, last: int, *, loose: bool = False) -> list[str]:
        """Codes named between two tokens; `loose` takes "anti-X" for X as well."""
        codes: list[str] = []
        for token in range(first, last):
            mention = self.reading.who.by_head.get(token)
            if mention and _is_against(self.reading, mention.first) and not loose:
                continue
            if mention and mention.kind != "place" and not mention.former and mention.sector not in PRIVATE_SECTORS:
                codes = _merge(codes, self._resolved(token, mention.kind, mention.codes))
            elif mention is None:
                codes = _merge(codes, self._split(token))
        return codes

    def _split(self, token: int) -> list[str]:
        """States joined to one word ("U.S.-Pakistan")."""
        pieces = self.reading.an.word[token].split("-")
        if len(pieces) != 2 or not all(pieces) or not pieces[0][0].isupper():
            return []
        hits = [self.reading.world.names.at((fold_word(piece),), 0) for piece in pieces]
        if not all(hits):
            return []
        return [name.codes[0] for hit in hits if hit for name in hit.names[:1] if name.codes]

    def _resolved(self, token: int, kind: str, codes: tuple[str, ...]) -> list[str]:
        """"Both countries" are the pair that the text speaks of."""
        return list(codes or (self.focus.pair_at(token) if kind == "pair" else ()))

    def codes_of(self, tokens: Iterable[int], *, strict: bool = False) -> list[str]:
        """Codes of everybody in these places, coordination followed; "ally", "rival" stand for the name beside them.

        Args:
            tokens: heads of the phrases.
            strict: take only who is named there, not the owners of what is named ("Iran", not "Iran's position").
        """
        an = self.reading.an
        codes: list[str] = []
        for token in tokens:
            for each in conjuncts(an, antecedent(an, token)):
                codes = _merge(codes, self._one(each, strict=strict))
        return codes

    def _one(self, token: int, *, strict: bool = False) -> list[str]:
        an, who = self.reading.an, self.reading.who
        if an.pos[token] == "NOUN" and word_at(self.reading, token, ("noun",), "two_parties"):
            kids = [kid for kid in an.children[token] if an.dep[kid] == "appos"]
            return self.codes_of(kids)
        mention = who.mention_at(token)
        if mention and mention.kind == "pair" and an.word[mention.first - 1] == "-":
            return []
        if mention and mention.kind == "pair":
            return self._resolved(token, "pair", mention.codes)
        if mention and mention.kind == "pronoun" and len(mention.codes) == 2:
            return list(mention.codes)
        if mention and mention.codes:
            if mention.kind == "place" or mention.former or mention.sector in PRIVATE_SECTORS:
                return []
            return list(mention.codes)
        found: list[str] = []
        for kid in an.children[token]:
            owns = an.dep[kid] == "poss" and not strict or an.dep[kid] in MODIFIERS
            if owns and not _is_against(self.reading, kid):
                found = _merge(found, self._one(kid))
        return found or ([] if strict else self._behind(token))

    def _behind(self, token: int) -> list[str]:
        """"The role played by Pakistan", "the leaders of both sides"."""
        an = self.reading.an
        for name, obj in prepositions(an, token):
            if name in ("of", "from", "by"):
                return self.codes_of([obj])
        clause = child(an, token, "acl")
        if clause is not None:
            for name, obj in prepositions(an, clause):
                if name == "by":
                    return self.codes_of([obj])
        return []

    def subjects_of(self, verb: int) -> list[int]:
        """Subjects of a verb, those that the parse hung on its auxiliary included."""
        an = self.reading.an
        found = surface_subjects(an, verb)
        if found:
            return found
        auxiliaries = (kid for kid in an.children[verb] if an.dep[kid] in ("aux", "auxpass"))
        return [sub for kid in auxiliaries for sub in an.children[kid] if an.dep[sub] == "nsubj"]

    def _lent(self, token: int, row: RelationNoun, *, subject: bool) -> list[str]:
        """Subject and partners of the carrying verb: "has good ties with", "relations had expanded with"."""
        an = self.reading.an
        head = an.head[token]
        codes: list[str] = []
        if not is_verbal(an, head) or an.dep[token] == "conj":
            return codes
        if subject and an.dep[token] in ("dobj", "attr"):
            codes = self.codes_of(self.subjects_of(head))
        for name, obj in prepositions(an, head):
            if name in ("with", "between", "toward", "towards") or name == "in" and "in" in row.party_slots:
                codes = _merge(codes, self.codes_of([obj]))
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
                    found = self.codes_of(self.subjects_of(head))
                if an.dep[head] in ("relcl", "parataxis") and not found:
                    break
            elif an.pos[head] in ("NOUN", "ADJ"):
                found = self._carried(head, node)
            merged = _merge(near, found)
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
                codes = _merge(codes, self._one(kid))
        for name, obj in prepositions(an, noun):
            if name in ("between", "with", "by") and not _holds(self.reading, obj, below):
                codes = _merge(codes, self.codes_of([obj]))
        return codes

    def _from_text(self, token: int, near: list[str]) -> Parties:
        if len(near) == 1:
            partner = self.focus.partner_of(token, near[0])
            pairs = _pairs([near[0], partner]) if partner else ()
            return Parties(pairs, "the text last spoke of these two", TEXT)
        if near:
            return Parties()
        pair = self.focus.pair_at(token)
        return Parties(_pairs(list(pair)), "the text last spoke of these two", TEXT) if len(pair) == 2 else Parties()


def _is_against(reading: Reading, first: int) -> bool:
    """Whether a prefix such as "anti-" stands before a name."""
    an = reading.an
    return first >= 2 and an.word[first - 1] == "-" and (first - 2) not in reading.who.covering and bool(
        reading.world.relation_words.get(f"{an.word[first - 2].lower()}-")
    )


def _pairs(codes: list[str]) -> tuple[Pair, ...]:
    return tuple((a, b) for a, b in combinations(codes[:3], 2) if frozenset((a, b)) not in _successions())


def _crossed(owners: list[str], others: list[str]) -> tuple[Pair, ...]:
    """Pairs of two places: each owner with each of the others; within one place, where the other is empty, all."""
    rest = [code for code in others if code not in owners]
    if len(owners) == 1 and rest:
        return tuple(pair for other in rest[:3] for pair in _pairs([owners[0], other]))
    return _pairs(_merge(owners, rest) if len(owners) != 2 else owners)


@cache
def _successions() -> frozenset[frozenset[str]]:
    """States that never stand side by side because one followed the other."""
    return frozenset(frozenset((state.code, after)) for state in load_states().states for after in state.successor)


def _merge(codes: list[str], more: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*codes, *more]))


def _holds(reading: Reading, top: int, token: int) -> bool:
    first, last = subtree(reading.an, top)
    return first <= token < last


def _joined_start(reading: Reading, first: int) -> int:
    """Back over a hyphen to the name before it."""
    an = reading.an
    while first >= 2 and an.word[first - 1] in ("-", "–", "/") and (first - 2) in reading.who.covering:
        first -= 2
    if first >= 1 and an.word[first - 1].endswith("-") and (first - 1) in reading.who.covering:
        first -= 1
    return first


def _left_joined(reading: Reading, noun: int) -> tuple[int, int] | None:
    """Names joined by a hyphen right before the noun that the parse tore off ("Pakistan- Russia relations")."""
    an = reading.an
    last = noun
    while last > 0 and an.pos[last - 1] in ("ADJ",) and (last - 1) not in reading.who.covering:
        last -= 1
    if last == 0 or (last - 1) not in reading.who.covering:
        return None
    first = _joined_start(reading, last - 1)
    return (first, last) if first < last - 1 else None
