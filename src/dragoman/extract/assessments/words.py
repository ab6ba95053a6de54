"""Words that judge two sides without a relation noun: "Pakistan's arch-rival, India", "on the same page".

In: a `Reading`, a token, a row that needs two parties. Out: the sides around it. By the word's kind the sides are
possessor and name beside it (ally, enemy; see `role_nouns`), subject and object (distrusts, moves closer to), or a
subject of two.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.extract.assessments.matching import POS, word_at, words_at
from dragoman.extract.assessments.pairs import CLAUSE, NEAR, TEXT, Pair, Parties, merge_codes, pair_across, pair_all
from dragoman.extract.assessments.role_nouns import RoleNouns
from dragoman.extract.assessments.sides import SideReader
from dragoman.extract.grammar.arguments import objects, surface_subjects
from dragoman.extract.grammar.participants import PRIVATE_SECTORS
from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.slots import Slots, slots_of
from dragoman.extract.grammar.tree import MODIFIERS, child, clause_of, is_verbal, prepositions, subtree
from dragoman.vocab.relations import RelationWord
from dragoman.vocab.word_groups import word_group

_SLOTS = ("with", "to", "of", "toward", "towards", "from", "against", "on", "at", "about", "by", "between", "behind")
_THEMES = frozenset({"obj", "on", "about", "over"})
"""Places in which only a side itself counts: "gave up on Norway", not "on the plan of Norway"."""
_TOWARDS = frozenset({*_SLOTS, "for", "over", "in"})


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
        if kind == "verb" and an.dep[token] in ("appos", "attr", "pobj", "dobj", "compound"):
            return word_at(self.sides.reading, token, ("noun",), "two_parties")
        if kind == "verb" and an.tag[token] in ("VBN", "VBD", "VBG"):
            passive = child(an, token, "auxpass") is not None or an.dep[token] in ("acomp", "acl", "amod")
            kinds = ("adj", "verb") if passive and child(an, token, "agent") is None else ("verb", "adj")
            kinds = kinds if passive else ("verb",)
        return word_at(self.sides.reading, token, (*kinds, "phrase"), "two_parties") if kinds else None

    def parties(self, token: int, row: RelationWord) -> Parties:
        """The pairs that the word judges; none if two sides do not stand around it or the text leaves it open."""
        if self.is_open(token):
            return Parties()
        an = self.sides.reading.an
        if row.pos == "noun":
            codes = RoleNouns(self.sides).codes(token, row.level)
        elif row.pos == "verb" and is_verbal(an, token):
            codes = self._of_verb(token, row)
        else:
            codes = self._of_state(token, row)
        if isinstance(codes, tuple):
            return Parties(codes, "sides around the word", NEAR if row.pos == "noun" else CLAUSE)
        called = row.pos == "noun" and an.dep[token] == "attr"
        told = called or row.pos != "noun" and row.words[-1] not in _SLOTS and child(an, token, "dobj") is None
        return self._with_speaker(token, codes[0]) if len(codes) == 1 and row.level and told else Parties()

    def is_open(self, token: int) -> bool:
        """"Could not tell whether they were friends": nobody says that they were."""
        an = self.sides.reading.an
        verb = token if is_verbal(an, token) else clause_of(an, token)
        marks = {an.lemma[kid] for kid in an.children[verb] if an.dep[kid] == "mark"}
        return "whether" in marks or "if" in marks and an.dep[verb] == "ccomp"

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

    def _is_mutual(self, token: int) -> bool:
        """"Distant from each other", "loathe each other": the two of the subject."""
        an = self.sides.reading.an
        objects = [kid for kid in an.children[token] if an.dep[kid] == "dobj"]
        objects += [obj for _, obj in prepositions(an, token)]
        words = {an.lemma[each] for obj in objects for each in (obj, *an.children[obj])}
        return bool(words & {"other", "another"})

    def _grounds(self, token: int, verb: int) -> list[str]:
        """"Was furious after the EU pressed it", "is angry that Israel attacked": who gave the grounds."""
        an = self.sides.reading.an
        for node in dict.fromkeys((token, verb)):
            for kid in an.children[node]:
                if an.dep[kid] in ("advcl", "ccomp") and kid > token and is_verbal(an, kid):
                    return self.sides.codes_of(surface_subjects(an, kid))
        return []

    def _of_verb(self, token: int, row: RelationWord) -> tuple[Pair, ...] | list[str]:
        an = self.sides.reading.an
        slots = slots_of(an, token)
        loose = an.lemma[token] in word_group("stirring") or len(row.words) > 1 and not row.level
        if row.trend and not row.level and self._is_force(slots.get("subj") or ()):
            return []
        if an.lemma[token] in word_group("bodily-sign") and self._is_person(slots.own.get("obj") or ()):
            return []
        subject = self.sides.codes_of(slots.get("subj") or self.sides.subjects_of(token), strict=not loose)
        told = words_at(self.sides.reading, row, token)
        # "counter US influence": the object is a word of the row, its owner the other side
        named = [obj for obj in slots.own.get("obj", ()) if obj in told]
        target = self.sides.codes_of(slots.own.get("obj", ()), strict=not named)
        target = [code for code in target if code not in subject]
        if len(subject) == 2 and target:
            return pair_across(subject, target[:1], mutual=False)
        if len(subject) == 2 and (len(row.words) > 1 or row.effect == "mutual" or self._is_mutual(token)):
            third = [] if row.level or self._is_mutual(token) else self._behind(token, slots.own)
            return pair_across(subject, third, mutual=False) or pair_all(subject)
        codes = subject[:1] or self.sides.codes_of(self.sides.subjects_of(token), strict=not loose)[:1]
        objects = slots.own.get("obj") or self._torn_object(token)
        for slot in ("obj", *_SLOTS, *(("in",) if row.words[-1] == "in" else ())):
            found = objects if slot == "obj" else slots.own.get(slot, ())
            strict = slot in _THEMES and not loose and not (slot == "obj" and named)
            codes = merge_codes(codes, self.sides.codes_of(found, strict=strict))
            if len(codes) >= 2:
                return pair_all(codes[:2])
        return self._deeper(token, codes)

    def _is_troop(self, noun: int) -> bool:
        """"Troops loyal to the king": they are the king's, whatever stands around them."""
        mention = self.sides.reading.who.mention_at(noun)
        return mention is not None and mention.kind == "role" and mention.sector in ("MIL", "REB", "COP", "UNK")

    def _is_force(self, tokens: Iterable[int]) -> bool:
        """"The navy moves closer to Norway": troops move on the ground."""
        mentions = (self.sides.reading.who.mention_at(token) for token in tokens)
        return any(mention is not None and mention.sector == "MIL" for mention in mentions)

    def _is_person(self, tokens: Iterable[int]) -> bool:
        mentions = (self.sides.reading.who.mention_at(token) for token in tokens)
        return any(mention is not None and mention.kind == "person" for mention in mentions)

    def _behind(self, token: int, slots: Slots) -> list[str]:
        """Whoever stands behind the verb or its object: "softened their stance on Libya"."""
        an, codes_of = self.sides.reading.an, self.sides.codes_of
        below = (obj for kid in an.children[token] if an.dep[kid] == "dobj" for _, obj in prepositions(an, kid))
        codes = codes_of(below, strict=True)
        for slot in ("with", "to", "toward", "towards", "from", "against"):
            codes = merge_codes(codes, codes_of(slots.get(slot, ()), strict=True))
        return codes

    def _torn_object(self, verb: int) -> list[int]:
        """"Norway distrusts Sweden": a name right behind the verb that the parse took for a measure."""
        an = self.sides.reading.an
        return [kid for kid in an.children[verb] if an.dep[kid] in ("npadvmod", "dep") and kid == verb + 1]

    def _deeper(self, token: int, codes: list[str]) -> tuple[Pair, ...] | list[str]:
        """"Hold opposite views on", "move closer to": the other side stands under the verb's complement."""
        an = self.sides.reading.an
        for kid in an.children[token]:
            if an.dep[kid] in ("dobj", "advmod", "acomp", "prt", "xcomp", "oprd"):
                for name, obj in prepositions(an, kid):
                    if name in _TOWARDS:
                        codes = merge_codes(codes, self.sides.codes_of([obj]))
        return pair_all(codes[:2]) if len(codes) >= 2 else codes

    def _of_state(self, token: int, row: RelationWord) -> tuple[Pair, ...] | list[str]:
        """Adjectives and phrases: the subject of their verb or the noun before them, and who stands behind."""
        an, codes_of = self.sides.reading.an, self.sides.codes_of
        top = self._phrase_top(token) if row.pos == "phrase" else token
        itself = an.word[token].lower() in word_group("side-itself")
        nodes = dict.fromkeys((token, top, *range(token + 1, token + len(row.words) - row.head)))
        agents = [obj for kid in an.children[token] if an.dep[kid] == "agent" for obj in an.children[kid]]
        others = codes_of(agents)
        places = (pair for node in nodes if node < len(an.word) and not others for pair in prepositions(an, node))
        for name, obj in places:
            if name in _TOWARDS:
                others = merge_codes(others, codes_of([obj], strict=itself))
            if name == "between" and len(others) == 2:
                return pair_all(others)
        if any(child(an, kid, "pcomp") is not None for kid in an.children[token]):
            return []
        if row.words[0] in word_group("own-troops") and self._is_troop(an.head[token]):
            return []
        holders, behind = self._holders(top)
        others = merge_codes(others, behind)
        mutual = row.pos == "phrase" or row.effect == "mutual" or self._is_mutual(token)
        if len(holders) == 2 and not others and mutual:
            return pair_all(holders)
        if len(holders) != 1:
            return []
        if not others and row.level == "bad" and not itself:
            others = self._within(token, holders)
        return pair_across(holders, others, mutual=False) or holders

    def _within(self, token: int, holders: list[str]) -> list[str]:
        """"Furious at the raids from Norway": the one other side in what the feeling is about."""
        an, heads = self.sides.reading.an, self.sides.reading.who.by_head
        codes: list[str] = []
        for name, obj in prepositions(an, token):
            first, last = subtree(an, obj) if name in _TOWARDS else (0, 0)
            for mention in (heads[each] for each in range(first, last) if each in heads):
                if mention.kind != "place" and not mention.former and mention.sector not in PRIVATE_SECTORS:
                    codes = merge_codes(codes, (code for code in mention.codes if code not in holders))
        return codes if len(codes) == 1 else []

    def _holders(self, token: int) -> tuple[list[str], list[str]]:
        """Who is said to be so, and who stands behind the verb that says it."""
        an, codes_of = self.sides.reading.an, self.sides.codes_of
        node = token
        for _ in range(4):
            head = an.head[node]
            if is_verbal(an, node) or child(an, node, "nsubj", "nsubjpass") is not None:
                seen = objects(an, node) if an.dep[node] == "acl" and is_passive(an, node) else []
                holders = codes_of([self._named(each) for each in seen] or self.sides.subjects_of(node), strict=True)
                others = codes_of(obj for name, obj in prepositions(an, node) if name in ("with", "by"))
                others = others or self._grounds(token, node)
                return holders or codes_of([k for k in an.children[node] if an.dep[k] == "dobj"], strict=True), others
            if an.pos[head] in ("NOUN", "PROPN") and an.dep[node] in ("amod", "prep", "acl", "appos") and head != node:
                listed = [kid for kid in an.children[head] if an.dep[kid] == "appos" and an.pos[kid] == "PROPN"]
                return codes_of([head, *listed] if an.dep[head] == "ROOT" else [self._named(head)]), []
            if head == node:
                break
            node = head
        return [], []

    def _named(self, noun: int) -> int:
        """"Mr Berg, a veteran hostile to Norway": of a noun in apposition that names nobody the name before it."""
        an = self.sides.reading.an
        return an.head[noun] if an.dep[noun] == "appos" and not self.sides.codes_of([noun]) else noun

    def _phrase_top(self, token: int) -> int:
        """The noun of a phrase that is looked up under its adjective ("on good terms")."""
        an = self.sides.reading.an
        head = an.head[token]
        return head if an.dep[token] in MODIFIERS and an.dep[head] == "pobj" and head - token <= 2 else token
