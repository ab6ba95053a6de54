"""Nouns for what one side is to another ("ally", "foe", "protégé"): whose they are, and who that is.

In: a token of such a noun. Out: pairs. Owners stand before it, behind "of" or "to"; whoever is called so stands in
apposition, as subject of "is", as object of "call", "see as". Without an owner whoever calls is the other side.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.assessments.pairs import Pair, merge_codes, pair_across, pair_all
from dragoman.extract.assessments.role_places import examples_of, haver_of, is_at_home, seats_of
from dragoman.extract.assessments.sides import SideReader
from dragoman.extract.grammar.arguments import objects, surface_subjects
from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import MODIFIERS, child, is_verbal, prepositions, subtree
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

_MARKS = frozenset({"-", "–", "—", "--", ",", "."})


@dataclass(slots=True)
class RoleNouns:
    """Reads the sides around such nouns in one document."""

    sides: SideReader

    def codes(self, token: int, level: str) -> tuple[Pair, ...] | list[str]:
        """The pairs, or the one side that is told; `level` is what the noun says of them."""
        if is_at_home(self.sides.reading.an, token):
            return []
        chain = list(_conjunct_chain(self.sides.reading.an, token))
        top = _counted(self.sides.reading.an, chain[-1])
        if self.sides.reading.an.word[token].lower() in word_group("called-role") and not self._is_called(top):
            return []
        holders, before, behind = self._owners(chain[:-1] if len(chain) > 1 and self._is_side(top) else chain, token)
        owners = merge_codes(merge_codes(holders, before), behind)
        named = self._between_owners(holders, before, behind)
        names = self._names(token, top)
        if named and set(names) <= set(owners):
            return named
        if top != token and len(owners) > 1 and names[:1] == owners[:1]:
            return []
        if owners == names and self._is_called(top):
            owners = []  # "considers Sweden its enemy": whoever calls it so is meant
        if not names:
            owners, names = self._told_beside(token, owners, known=bool(before))
        if owners:
            return pair_across(names[:3], owners, mutual=False)
        plural = self.sides.reading.an.tag[token] in ("NNS", "NNPS")
        if plural and self.sides.reading.an.lemma[token] in word_group("one-way-role"):
            return []
        if len(names) == 2 and plural:
            return self._of_two(token, names, level)
        caller = self._caller(token, top)
        if len(names) == 1 and caller:
            return pair_across(caller[:1], names, mutual=False) or names
        if plural and not names:
            return self._both(token, top)
        return names if len(names) < 2 else []

    def _told_beside(self, token: int, owners: list[str], *, known: bool) -> tuple[list[str], list[str]]:
        """Owners and names where the names are examples or a seat; without owner the subject has them.

        Where nobody is named it is the owner's last partner, unless an adjective tells who it is (`known`).
        """
        an, codes_of = self.sides.reading.an, self.sides.codes_of
        names = codes_of(examples_of(an, token)) or seats_of(self.sides.reading, token)
        if not names and not known and len(owners) == 1 and self._is_the_one(token):
            partner = self.sides.focus.last_partner_of(token, owners[0])
            names = [partner] if partner else []
        verb = haver_of(an, token) if names and not owners else None
        if verb is not None:
            owners = codes_of(self.sides.subjects_of(verb), strict=True)
        return (owners, names) if owners else ([], [])

    def _is_the_one(self, token: int) -> bool:
        """"Its closest ally", "their enemy": one whom the text has named before."""
        an = self.sides.reading.an
        return an.tag[token] == "NN" and self._owned(token)

    def _of_two(self, token: int, names: list[str], level: str) -> tuple[Pair, ...]:
        """Whose friends two are: of "visited allies A and B" the visitor's, of "urged rivals A and B" each other's."""
        an = self.sides.reading.an
        if level != "good" or an.dep[token] != "dobj" or not is_verbal(an, an.head[token]):
            return pair_all(names)
        if not any(an.dep[kid] == "appos" for kid in an.children[token]):
            return pair_all(names)
        return pair_across(self.sides.codes_of(self.sides.subjects_of(an.head[token]))[:1], names, mutual=False)

    def _is_called(self, top: int) -> bool:
        """Whether somebody is said to be so: "is a friend", "call a friend", "see as a friend"."""
        an = self.sides.reading.an
        return an.dep[top] in ("attr", "oprd", "ccomp") or an.dep[top] == "pobj" and an.lemma[an.head[top]] == "as"

    def _owners(self, chain: list[int], token: int) -> tuple[list[str], list[str], list[str]]:
        """Codes of possessors, of modifiers ("US ally") and of whoever stands behind a preposition."""
        an, codes_of = self.sides.reading.an, self.sides.codes_of
        holders: list[str] = []
        before: list[str] = []
        behind: list[str] = []
        own = any(an.dep[kid] == "poss" or an.word[kid].lower() == "of" for kid in an.children[token])
        for kid in (kid for noun in (chain[:1] if own else chain) for kid in an.children[noun]):
            if an.dep[kid] == "poss":
                holders = merge_codes(holders, codes_of([kid]))
            elif an.dep[kid] in MODIFIERS:
                before = merge_codes(before, codes_of([kid]))
        joined = next((kid for kid in an.children[token] if an.dep[kid] == "cc"), len(an.word))
        for name, obj in prepositions(an, token):
            if name in ("of", "to", "for", "with", "between") and obj < joined:
                behind = merge_codes(behind, codes_of([obj]))
        return holders, before, behind

    def _between_owners(self, holders: list[str], before: list[str], behind: list[str]) -> tuple[Pair, ...]:
        """"Its Russian ally": the possessor's, and the modifier names who it is."""
        if len(before) == 1 and len(holders) == 1 and not behind:
            return pair_across(holders, before, mutual=False)
        return ()

    def _names(self, token: int, top: int) -> list[str]:
        """Codes of whoever is called so."""
        if top != token and self._is_side(top):
            return self.sides.codes_of([top])[:1]
        beside = self._named_beside(token, top)
        mention = self.sides.reading.who.mention_at(token)
        if not beside and mention and mention.kind == "pair" and not self._owned(token):
            return list(mention.codes)
        return self.sides.codes_of(beside)

    def _named_beside(self, token: int, top: int) -> list[int]:
        """The name in apposition, the subject of "is", "remains", the object of "call" and "see as"."""
        an = self.sides.reading.an
        label, head = an.dep[top], an.head[top]
        beside = [kid for kid in an.children[token] if an.dep[kid] == "appos"]
        if label in ("appos", "compound", "nmod"):
            beside.append(head)
        elif label == "attr":
            beside += self.sides.torn_subjects(an.head[head], noun=token) or surface_subjects(an, head)
        elif label == "nsubj" and an.lemma[head] in word_group("copula"):
            beside += [kid for kid in an.children[head] if an.dep[kid] == "attr"]
        elif label == "ccomp":
            beside += [kid for kid in an.children[top] if an.dep[kid] == "nsubj"]
        elif label == "dobj" and an.lemma[head] in word_group("avowed") and is_passive(an, head):
            beside += surface_subjects(an, head)
        elif label == "oprd" or label == "dobj" and an.lemma[head] in word_group("copula"):
            beside += self._called(head) if label == "oprd" else []
            beside = beside or [kid for kid in an.children[head] if an.dep[kid] == "nsubj"]
        elif label == "pobj" and an.lemma[an.head[top]] == "as":
            beside += self._taken_as(an.head[head])
        return beside + self._after_dash(token)

    def _called(self, verb: int) -> list[int]:
        """Whoever a verb of calling is about."""
        an = self.sides.reading.an
        if an.lemma[verb] not in word_group("naming"):
            return []
        if is_passive(an, verb):
            return objects(an, verb) or surface_subjects(an, verb)
        return [kid for kid in an.children[verb] if an.dep[kid] == "dobj"]

    def _taken_as(self, head: int) -> list[int]:
        """"See Norway as a rival", "its reputation as a rival"."""
        an = self.sides.reading.an
        if is_verbal(an, head):
            seen = objects(an, head) if is_passive(an, head) else []
            return seen or [kid for kid in an.children[head] if an.dep[kid] == "dobj"] or surface_subjects(an, head)
        return [kid for kid in an.children[head] if an.dep[kid] == "poss"]

    def _caller(self, token: int, top: int) -> list[str]:
        """Codes of whoever calls somebody so, where nobody owns the noun."""
        an = self.sides.reading.an
        label, verb = an.dep[top], an.head[top]
        if label == "pobj" and an.lemma[verb] == "as" or label == "appos":
            verb = an.head[verb]
        if not is_verbal(an, verb) or label not in ("pobj", "appos", "oprd", "ccomp"):
            return []
        if label != "pobj" and an.lemma[verb] not in word_group("naming"):
            return []
        if is_passive(an, verb):
            agents = [obj for kid in an.children[verb] if an.dep[kid] == "agent" for obj in an.children[kid]]
            return self.sides.codes_of(agents)
        has_object = label != "pobj" or child(an, verb, "dobj") is not None
        return self.sides.codes_of(self.sides.subjects_of(verb)) if has_object else []

    def _both(self, token: int, top: int) -> tuple[Pair, ...]:
        """"They are friends": the two sides of the sentence, else the two last spoken of."""
        an = self.sides.reading.an
        verb = an.head[top]
        if an.dep[top] != "attr" or not is_verbal(an, verb):
            return ()
        subjects = surface_subjects(an, verb)
        if not subjects or any(an.lemma[each] not in ("they", "two", "both") for each in subjects):
            return ()
        return pair_all(list(self.sides.pair_around(token)))

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


def _counted(an: Analysis, token: int) -> int:
    """"One of its closest allies": the word that counts them stands where the noun would."""
    of = an.head[token]
    counting = an.head[of]
    if an.dep[token] != "pobj" or an.lemma[of] != "of" or an.dep[of] != "prep":
        return token
    return counting if an.lemma[counting] in word_group("counting-role") else token


def _conjunct_chain(an: Analysis, token: int) -> Iterator[int]:
    """A noun and the nouns that it is coordinated with to its left, nearest first."""
    yield token
    while an.dep[token] == "conj" and an.head[token] != token:
        token = an.head[token]
        yield token
