"""Finding assessments: walks a document, joins sides and judgement, and makes the records.

In: a `Reading`. Out: `Assessment` records in text order, one for each clause and pair. A phrase is built around a noun
of relation ("ties", "rift") or a word that judges two sides by itself ("allies", "moved closer").
"""

from dataclasses import dataclass, field

from dragoman.extract.assessments.barred import BarredNouns
from dragoman.extract.assessments.focus import Focus
from dragoman.extract.assessments.judgement import Judgement
from dragoman.extract.assessments.judging import judge_clause, judge_modifiers, judge_noun
from dragoman.extract.assessments.matching import noun_at, words_at
from dragoman.extract.assessments.pairs import Pair, Parties
from dragoman.extract.assessments.parties import PartyFinder
from dragoman.extract.assessments.quoting import noun_phrase, quote_span, word_phrase
from dragoman.extract.assessments.sides import SideReader
from dragoman.extract.assessments.words import WordReader
from dragoman.extract.dates import find_date
from dragoman.extract.grammar.tree import MODIFIERS, child, clause_of, is_verbal, prepositions, subtree
from dragoman.extract.reading import Reading
from dragoman.model.analysis import Analysis
from dragoman.model.records import Assessment, Reason
from dragoman.text.edtf import month_or_span
from dragoman.text.hashing import make_id
from dragoman.vocab.relations import RelationNoun, RelationWord
from dragoman.vocab.word_groups import word_group

_COMPLEMENTS = frozenset({"attr", "acomp", "oprd", "advmod", "prep", "ccomp"})
"""What a negation of the verb reaches."""


def find_assessments(reading: Reading) -> list[Assessment]:
    """All assessments of a document, in text order."""
    focus = Focus(reading)
    sides = SideReader(reading, focus)
    search = _Search(reading, focus, PartyFinder(reading, focus, sides, BarredNouns(reading, sides)), WordReader(sides))
    for token in range(len(reading.an.word)):
        search.read(token)
    return search.found


@dataclass(slots=True)
class _Search:
    reading: Reading
    focus: Focus
    finder: PartyFinder
    words: WordReader
    found: list[Assessment] = field(default_factory=list)
    clauses: set[tuple[int, frozenset[str], str, str]] = field(default_factory=set)
    quotes: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    subject: int | None = None
    parties: Parties | None = None

    def read(self, token: int) -> None:
        """Take the assessment that is built around a token, if there is one."""
        if token in self.used:
            return
        named = self.reading.an.pos[token] == "PROPN" and token in self.reading.who.covering
        noun = None if named else noun_at(self.reading, token)
        if noun is not None and self._read_noun(token, noun):
            return
        if self.reading.an.pos[token] == "PRON" and self._stands_for_relation(token):
            self._read_clause(token, self.reading.an.head[token])
            return
        row = self.words.row_at(token)
        if row is not None:
            self._read_word(token, row)

    def _read_noun(self, token: int, row: RelationNoun) -> bool:
        """Whether the noun names a relation of two sides."""
        if row.reach == "noun" or self._leads_to_noun(token):
            return True
        parties = self.finder.of_noun(token, row)
        if not parties.pairs or self.words.is_open(token):
            return False
        self.parties = parties
        if row.reach != "slots":
            for pair in parties.pairs:
                self.focus.note(token, pair)
        judgement = judge_noun(self.reading, token, row)
        if judgement:
            self.used |= judgement.used
            judgement.tokens.update(noun_phrase(self.reading, token))
            self._add(token, parties, judgement)
        self._read_sequels(token)
        return True

    def _stands_for_relation(self, token: int) -> bool:
        """"They became more strained": a pronoun that takes up the relation that was subject of the sentence before."""
        an = self.reading.an
        if an.lemma[token] not in ("they", "it") or an.dep[token] not in ("nsubj", "nsubjpass") or self.subject is None:
            return False
        return 0 <= an.sentence[token] - an.sentence[self.subject] <= 1 and not any(
            an.sentence[m.head] == an.sentence[token] and m.first < token and m.kind != "pronoun"
            for m in self.reading.by_sentence.get(an.sentence[token], ())
        )

    def _read_clause(self, subject: int, verb: int) -> None:
        """A clause of which the relation last named is the subject."""
        if self.parties is None:
            return
        judgement = judge_clause(self.reading, subject, verb)
        if judgement:
            self._add(verb, self.parties, judgement)

    def _read_sequels(self, token: int) -> None:
        """"... have been tense and were driven to a new low": further verbs of the same subject."""
        an = self.reading.an
        verb = an.head[token]
        if an.dep[token] not in ("nsubj", "nsubjpass") or not is_verbal(an, verb):
            return
        self.subject = token
        for kid in an.children[verb]:
            sequel = an.dep[kid] == "conj" or an.dep[kid] == "advcl" and child(an, kid, "aux") is None
            if sequel and is_verbal(an, kid) and child(an, kid, "nsubj", "nsubjpass", "mark") is None:
                self._read_clause(token, kid)

    def _leads_to_noun(self, token: int) -> bool:
        """"The rift in ties": the inner noun is the relation, the outer one judges it."""
        for name, obj in prepositions(self.reading.an, token):
            inner = (obj, *self._aims(obj)) if name in ("in", "of", "for", "to", "on", "over", "with", "about") else ()
            if any(self._names_relation(each) for each in inner):
                return True
        return False

    def _names_relation(self, token: int) -> bool:
        row = noun_at(self.reading, token)
        return row is not None and row.reach in ("text", "clause")

    def _aims(self, noun: int) -> list[int]:
        """What a clause under a noun is about: the ties of "efforts to improve ties"."""
        an = self.reading.an
        clauses = (kid for kid in an.children[noun] if an.dep[kid] == "acl")
        return [obj for clause in clauses for obj in an.children[clause] if an.dep[obj] == "dobj"]

    def _read_word(self, token: int, row: RelationWord) -> None:
        parties = self.words.parties(token, row)
        if not parties.pairs:
            return
        judgement = Judgement(row.level, row.trend, set(word_phrase(self.reading, token, row)), set(), [row.where])
        if row.pos == "noun" and not row.level:
            judge_modifiers(self.reading, token, judgement)
            judgement.trend = judgement.trend if judgement.level else row.trend
        if "no" not in row.words and _is_none(self.reading.an, token):
            judgement.deny_word()
        judgement = self.words_around(token, judgement)
        if not judgement:
            return
        self.used.update(words_at(self.reading, row, token))
        self.focus.note_last(token, parties.pairs)
        self._add(token, parties, judgement)

    def _reaches(self, token: int, verb: int) -> bool:
        """Whether a negated verb denies the word: it is the verb, its complement, or under "be" or "as"."""
        an = self.reading.an
        return token == verb or an.head[token] == verb and an.dep[token] in _COMPLEMENTS

    def words_around(self, token: int, judgement: Judgement) -> Judgement:
        """"Still an enemy", "cannot be friends"."""
        an = self.reading.an
        verb = token if is_verbal(an, token) else an.head[token] if _is_called(an, token) else clause_of(an, token)
        for kid in an.children[verb]:
            if an.dep[kid] == "neg" and kid < token and self._reaches(token, verb):
                judgement.deny_word()
            elif an.word[kid].lower() == "longer" and an.word[kid - 1].lower() == "no" and self._reaches(token, verb):
                judgement.turn_word()
            elif an.dep[kid] == "advmod" and an.lemma[kid] == "still" and not judgement.trend:
                judgement.trend = "steady"
        if an.lemma[verb] == "remain" and not judgement.trend:
            judgement.trend = "steady"
        return judgement

    def _add(self, token: int, parties: Parties, judgement: Judgement) -> None:
        clause = clause_of(self.reading.an, token)
        for pair in parties.pairs:
            made = self._make(token, pair, parties, judgement)
            sides = frozenset(pair)
            key = (clause, sides, made.level, made.trend)
            words = (self._passage(token, made.quote), sides)
            if key in self.clauses or words in self.quotes or self._overlaps(made, sides):
                continue
            self.clauses.add(key)
            self.quotes.add(words)
            self.found.append(made)

    def _passage(self, token: int, quote: str) -> str:
        """The quote with its sentence, by which a passage that the page repeats is known."""
        sentence = self.reading.an.sentences[self.reading.an.sentence[token]]
        start, end = self.reading.an.span(sentence.first, sentence.last)
        return " ".join(f"{quote} {self.reading.doc.text[start:end]}".lower().split())

    def _overlaps(self, made: Assessment, sides: frozenset[str]) -> bool:
        return any(
            frozenset(other.parties) == sides and made.span[0] < other.span[1] and other.span[0] < made.span[1]
            and (made.level == other.level or made.trend == other.trend != "")
            for other in self.found[-4:]
        )  # fmt: skip

    def _make(self, token: int, pair: Pair, parties: Parties, judgement: Judgement) -> Assessment:
        doc = self.reading.doc
        start, end = quote_span(self.reading, token, judgement)
        voice, why = self.reading.voices.at(self.reading.an.start[token])
        date, when = _date(self.reading, token)
        judged = f"{judgement.level} {judgement.trend}".strip()
        return Assessment(
            id=make_id("a", [doc.id, start, end, *pair]),
            document=doc.id,
            quote=doc.text[start:end],
            span=(start, end),
            parties=pair,
            level=judgement.level,
            trend=judgement.trend,
            voice=voice,
            date=date,
            confidence=parties.confidence,
            reasons=(
                Reason("parties", ",".join(pair), parties.how),
                Reason("level and trend", judged, "; ".join(judgement.why)),
                Reason("voice", voice, why),
                Reason("date", date, when),
            ),
        )


def _is_none(an: Analysis, token: int) -> bool:
    """"Is no friend of", "lacks a partner in": there is none."""
    none = any(an.dep[kid] == "det" and an.lemma[kid] == "no" for kid in an.children[token])
    return none or an.dep[token] == "dobj" and an.lemma[an.head[token]] == "lack"


def _is_called(an: Analysis, token: int) -> bool:
    """"Considers Norway an enemy", where the parse makes a clause of what is named."""
    return an.dep[token] == "ccomp" and an.lemma[an.head[token]] in word_group("naming")


def _date(reading: Reading, token: int) -> tuple[str, str]:
    """The time that the judgement speaks of: its clause's own, else the month of publication, open for the past."""
    an, doc = reading.an, reading.doc
    when = find_date(reading, token)
    if when.value:
        return when.value, when.why
    published = _published(reading, an.start[token])
    month = month_or_span(published)
    verb = clause_of(an, token)
    auxiliaries = {an.lemma[kid] for kid in an.children[verb] if an.dep[kid] in ("aux", "auxpass")}
    qualities = _qualities(an, token)
    if qualities & word_group("bygone") and month:
        return f"../{month[:4]}", "told of an earlier time"
    if qualities & word_group("lasting") and month:
        return f"../{month[:4]}", "told of all the time up to now"
    told_as_past = an.tag[verb] == "VBD" and doc.genre not in ("news", "official") and "have" not in auxiliaries
    if told_as_past and month:
        return f"../{month[:4]}", "told in the past without a time"
    return month, "month of publication"


def _qualities(an: Analysis, noun: int) -> frozenset[str]:
    """The adjectives before a noun, "long-term" as one word."""
    kids = [kid for kid in an.children[noun] if kid < noun and an.dep[kid] in MODIFIERS]
    first = min((subtree(an, kid)[0] for kid in kids), default=noun)
    words = " ".join(an.word[first:noun]).lower().replace(" - ", "-").split()
    return frozenset({*words, *(an.lemma[kid] for kid in kids)})


def _published(reading: Reading, offset: int) -> str:
    for comment in reading.doc.comments:
        if comment.start <= offset < comment.end and comment.date:
            return comment.date
    return reading.doc.published
