"""Who stands in a place of a sentence, as a side of a relation: codes behind tokens, names joined by hyphens.

In: a `Reading`, tokens. Out: codes in text order. Unlike the participants of events, "ally" and "rival" stand for the
name beside them, "both countries" for the pair that the text speaks of, and "U.S.-Pakistan" for two states.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.extract.assessments.focus import Focus
from dragoman.extract.assessments.matching import word_at
from dragoman.extract.assessments.pairs import merge_codes
from dragoman.extract.grammar.arguments import surface_subjects
from dragoman.extract.grammar.participants import PRIVATE_SECTORS
from dragoman.extract.grammar.tree import MODIFIERS, antecedent, child, conjuncts, is_verbal, prepositions, subtree
from dragoman.extract.reading import Reading
from dragoman.model.analysis import Analysis
from dragoman.vocab.gazetteer import fold_word
from dragoman.vocab.word_groups import word_group


@dataclass(slots=True)
class SideReader:
    """Reads sides in one document."""

    reading: Reading
    focus: Focus

    def modifiers(self, token: int, *, loose: bool) -> list[str]:
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
                        codes = merge_codes(codes, self._named_between(start, last, loose=loose))
        before = _left_joined(self.reading, token)
        if before:
            return merge_codes(self._named_between(*before), codes)
        return codes or (self._split(token - 1) if token else [])

    def _named_between(self, first: int, last: int, *, loose: bool = False) -> list[str]:
        """Codes named between two tokens; `loose` takes "anti-X" for X as well."""
        codes: list[str] = []
        for token in range(first, last):
            mention = self.reading.who.by_head.get(token)
            if mention and (_is_against(self.reading, mention.first) and not loose or self._is_likened(mention.last)):
                continue
            if mention and mention.kind != "place" and not mention.former and mention.sector not in PRIVATE_SECTORS:
                codes = merge_codes(codes, self._resolved(token, mention.kind, mention.codes))
            elif mention is None:
                codes = merge_codes(codes, self._split(token))
        return codes

    def _is_likened(self, after: int) -> bool:
        """"A Norway-style solution": the name tells of what kind."""
        an = self.reading.an
        joined = after + 1 < len(an.word) and an.word[after] == "-"
        return joined and an.lemma[after + 1] in ("style", "type", "like", "born", "made")

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
            for each in _meant(an, token):
                codes = merge_codes(codes, self.one(each, strict=strict))
        return codes

    def seat(self, tokens: Iterable[int]) -> list[str]:
        """Codes of governments by their seats or countries, also where these are places ("in Oslo")."""
        found = (self.reading.who.mention_at(each) for token in tokens for each in conjuncts(self.reading.an, token))
        return merge_codes([], (code for mention in found if mention and not mention.former for code in mention.codes))

    def one(self, token: int, *, strict: bool = False) -> list[str]:
        """Codes of whoever a phrase names or belongs to, without what is coordinated with it."""
        an, who = self.reading.an, self.reading.who
        if an.pos[token] in ("NOUN", "ADJ") and word_at(self.reading, token, ("noun",), "two_parties"):
            named = self.codes_of(self._named_after(token))
            above = who.mention_at(an.head[token]) if an.dep[token] == "appos" else None
            return named or (list(above.codes) if above and above.kind != "place" and not above.former else [])
        ahead = _subject_ahead(an, token)
        if ahead:
            return self.codes_of(ahead)
        if an.lemma[token] == "i" and self.reading.voices.at(an.start[token])[0] in ("author", "comment"):
            return []
        mention = who.mention_at(token)
        if mention and mention.kind == "pair":
            at_home = any(an.lemma[kid] == "political" for kid in an.children[token])
            if at_home or an.word[mention.first - 1] == "-":
                return []
        if mention and mention.kind == "pair":
            beside = [] if mention.codes else self.codes_of(self._named_after(token))
            return beside or self._resolved(token, "pair", mention.codes)
        if mention and mention.kind == "pronoun" and len(mention.codes) == 2:
            return list(mention.codes)
        if mention and mention.codes:
            nation = mention.kind == "state" or an.lemma[token] in word_group("nation")
            private = mention.sector in PRIVATE_SECTORS and not nation
            return [] if mention.kind == "place" or mention.former or private else list(mention.codes)
        # "rebuffed Norwegian attempts": the attempts are meant, not Norway
        is_thing = an.pos[token] == "NOUN"
        found: list[str] = []
        for kid in an.children[token]:
            owns = an.dep[kid] in ("poss", *MODIFIERS) if not strict else an.dep[kid] in MODIFIERS and not is_thing
            if owns and not _is_against(self.reading, kid):
                found = merge_codes(found, self.one(kid))
        if found and an.pos[token] == "NOUN":
            found = self.codes_of(self._named_after(token)) or found
        if not found and an.dep[token] in ("appos", "attr") and an.lemma[token] in word_group("vague-side"):
            named_so = [an.head[token]] if an.dep[token] == "appos" else surface_subjects(an, an.head[token])
            return [code for each in named_so if each != token for code in self.one(each, strict=strict)]
        if not found and an.lemma[token] in word_group("pair-noun"):
            found = self.codes_of(self._named_after(token))
        return found or ([] if strict else self._behind(token))

    def _named_after(self, token: int) -> list[int]:
        """"The rivals, India and Pakistan": appositions that name somebody; "close nations" leads back to the noun."""
        an = self.reading.an
        vague = word_group("vague-side")
        return [kid for kid in an.children[token] if an.dep[kid] == "appos" and an.lemma[kid] not in vague]

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

    def pair_around(self, token: int) -> tuple[str, ...]:
        """The only two sides of the sentence, else the two that the text last spoke of."""
        mentions = self.reading.by_sentence.get(self.reading.an.sentence[token], ())
        named = (m for m in mentions if m.kind != "place" and not m.former and m.sector not in PRIVATE_SECTORS)
        codes = merge_codes([], (code for mention in named for code in mention.codes))
        return tuple(codes) if len(codes) == 2 else self.focus.pair_at(token)

    def subjects_of(self, verb: int) -> list[int]:
        """Subjects of a verb, those that the parse hung on its auxiliary included."""
        an = self.reading.an
        found = surface_subjects(an, verb)
        if found:
            return found
        auxiliaries = (kid for kid in an.children[verb] if an.dep[kid] in ("aux", "auxpass"))
        found = [sub for kid in auxiliaries for sub in an.children[kid] if an.dep[sub] == "nsubj"]
        nouns = (attr for kid in an.children[verb] if an.dep[kid] == "advcl" for attr in an.children[kid])
        return found or [each for noun in nouns for each in self.torn_subjects(verb, noun=noun)]

    def torn_subjects(self, verb: int, *, noun: int) -> list[int]:
        """"Though they are allies, Norway and Sweden differ": the names that the parse hung on the noun before them."""
        an, heads = self.reading.an, self.reading.who.by_head
        clause = an.head[noun]
        if an.dep[noun] != "attr" or an.dep[clause] != "advcl" or an.head[clause] != verb or verb < noun:
            return []
        return [kid for kid in an.children[noun] if an.dep[kid] == "conj" and kid in heads and an.pos[kid] == "PROPN"]


def _meant(an: Analysis, token: int) -> list[int]:
    """What a token stands for, with all that is coordinated; of "A and B, which is" only the last."""
    first = antecedent(an, token)
    every = list(conjuncts(an, first))
    before = [each for each in every if each < token]
    if first != token and len(before) > 1 and an.tag[an.head[token]] == "VBZ" and an.word[token - 1] == ",":
        return before[-1:]
    return every


def _subject_ahead(an: Analysis, token: int) -> list[int]:
    """"Though they are neighbours, Norway and Sweden rarely talk": whom a pronoun before the main clause stands for."""
    verb = an.head[token]
    if an.lemma[token] not in ("they", "it") or an.dep[token] not in ("nsubj", "nsubjpass") or an.dep[verb] != "advcl":
        return []
    return [each for each in surface_subjects(an, an.head[verb]) if each > verb and an.pos[each] == "PROPN"]


def _is_against(reading: Reading, first: int) -> bool:
    """Whether a prefix such as "anti-" stands before a name."""
    an = reading.an
    return first >= 2 and an.word[first - 1] == "-" and (first - 2) not in reading.who.covering and bool(
        reading.world.relation_words.get(f"{an.word[first - 2].lower()}-")
    )


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
