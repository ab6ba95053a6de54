"""Who a speaker is: name in its fullest form, actor code and role, from the token that heads the speaker's phrase.

In: analysis, who is who, speaker nouns, tokens in text order. Out: `Speaker`. `identify_speaker` looks at the phrase
alone; a `Cast` also remembers who was introduced and who spoke before, and so resolves "he said", "the minister said"
and "the newspaper said". It must not know what is said.
"""

from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from dragoman.extract.participants import Who
from dragoman.extract.tree import SUBJECTS, child, is_verbal
from dragoman.model.analysis import Analysis, Mention
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import SpeakerNoun

_FACES = {"ANALYST": "analyst", "JRN": "media", "CVL": "public", "EDU": "analyst"}
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO", "REB", "PTY"})
_CLAUSE_LABELS = frozenset({"relcl", "acl", "appos", "advcl"})
_PRIVATE = frozenset({"analyst", "media", "public"})
_COLLECTIVE = frozenset({"state", "organisation", "group", "role", "pair", "place"})
_HE = frozenset({"he", "she", "his", "her"})
_THEY = frozenset({"they", "their", "it", "its", "we", "our"})
_POINTING = frozenset({"the", "this", "that"})
_TOP_OFFICES = frozenset({"leader", "president", "premier", "minister", "chancellor", "king", "ruler"})
_OUTSIDE = frozenset({"as", "after", "before", "during", "since", "until", "by", "despite", "amid", "including", "like", "than"})
_REACH = 4
"""How many sentences back a pronoun may look for the last speaker."""
_TYPO = 5
"""Surnames of so many letters that differ in one are taken as one name."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: name as recorded, actor code, role."""

    name: str
    actor: str
    role: str


def identify_speaker(an: Analysis, who: Who, speakers: CueIndex[SpeakerNoun], token: int) -> Speaker:
    """The speaker at the head of a phrase; a pronoun speaks with the name it stands for."""
    mention = who.mention_at(token)
    if mention and mention.kind == "place" and mention.head != token:
        mention = None
    named = mention if mention and _is_personal(mention) else _named_beside(an, who, token)
    if named is not None:
        return Speaker(named.name, named.codes[0] if named.codes else "", _role_of(an, speakers, named, token))
    codes = who.side_of(token).codes or (mention.codes if mention else ())
    role = _noun_role(an, speakers, token)
    if role == "unknown" and mention and mention.kind in _COLLECTIVE and codes:
        role = "official"
    name = _unnamed_apposition(an, token) or _title(an, token, role) or phrase(an, token)
    return Speaker(name, "" if role in _PRIVATE or not codes else codes[0], role)


def _is_personal(mention: Mention) -> bool:
    return mention.kind in ("person", "pronoun") or mention.kind == "role" and mention.entity >= 0


def _named_beside(an: Analysis, who: Who, token: int) -> Mention | None:
    """"The chairman, Mushahid Hussain, says": the name stands in apposition to the title."""
    for kid in _appositions(an, token):
        mention = who.by_head.get(kid) or who.covering.get(kid)
        if mention and mention.kind == "person":
            return mention
    return None


def _appositions(an: Analysis, token: int) -> list[int]:
    own = [kid for kid in an.children[token] if an.dep[kid] == "appos"]
    for kid in an.children[token]:
        if an.dep[kid] == "prep" and an.lemma[kid] in ("of", "for", "at"):
            own += [grand for pobj in an.children[kid] for grand in an.children[pobj] if an.dep[grand] == "appos"]
    return own


def _unnamed_apposition(an: Analysis, token: int) -> str:
    """A proper name in apposition to a common noun that the language stage did not take for a person."""
    if an.pos[token] != "NOUN":
        return ""
    for kid in _appositions(an, token):
        words = phrase(an, kid)
        if an.pos[kid] == "PROPN" and len(words.split()) >= 2:
            return words
    return ""


def _title(an: Analysis, token: int, role: str) -> str:
    """"Russia's Kommersant newspaper": the proper name before a noun for a medium."""
    if role != "media" or an.pos[token] == "PROPN" or an.tag[token] == "NNS":
        return ""
    first = token
    while first > 0 and an.pos[first - 1] == "PROPN" and an.head[first - 1] in (token, first):
        first -= 1
    return " ".join(an.word[first:token]) if first < token else ""


def _role_of(an: Analysis, speakers: CueIndex[SpeakerNoun], mention: Mention, token: int) -> str:
    if mention.former:
        return "former official"
    if mention.sector in _OFFICIAL:
        return "official"
    noun = _noun_role(an, speakers, token)
    return noun if noun != "unknown" else ("official" if mention.codes else _FACES.get(mention.sector, "unknown"))


def _noun_role(an: Analysis, speakers: CueIndex[SpeakerNoun], token: int) -> str:
    for key in (an.word[token].lower(), an.lemma[token]):
        for row in speakers.get(key):
            if len(row.words) == 1:
                former = any(an.lemma[kid] in ("former", "ex", "retired") for kid in an.children[token])
                return "former official" if former and row.role == "official" else row.role
    return "unknown"


def phrase(an: Analysis, token: int) -> str:
    """The words of a noun phrase without relative clauses, appositions, dates, and a final possessive mark."""
    tokens = sorted(_phrase_tokens(an, token))
    while tokens and (an.pos[tokens[-1]] == "PUNCT" or an.tag[tokens[-1]] == "POS"):
        tokens.pop()
    while tokens and an.pos[tokens[0]] in ("PUNCT", "CCONJ"):
        tokens.pop(0)
    words = ""
    for at, t in enumerate(tokens):
        glue = at > 0 and an.start[t] == an.end[tokens[at - 1]]
        words += an.word[t] if glue or not words else f" {an.word[t]}"
    return words


def _phrase_tokens(an: Analysis, token: int) -> list[int]:
    found = [token]
    for kid in an.children[token]:
        if an.dep[kid] in _CLAUSE_LABELS or an.dep[kid] in ("cc", "conj", "punct") and kid > token:
            continue
        if is_verbal(an, token) or an.dep[kid] == "prep" and not _belongs(an, kid):
            continue
        found.extend(_phrase_tokens(an, kid))
    return found


def _belongs(an: Analysis, prep: int) -> bool:
    """Whether a prepositional phrase names the speaker, and does not tell when or as what."""
    inner = child(an, prep, "pobj")
    return an.lemma[prep] not in _OUTSIDE and inner is not None and not _is_date(an, inner)


def _is_date(an: Analysis, token: int) -> bool:
    return any(first <= token < last for first, last, label in an.names if label in ("DATE", "TIME"))


@dataclass(slots=True)
class Cast:
    """The persons and speakers of a document so far; ask in text order of the cues."""

    an: Analysis
    who: Who
    speakers: CueIndex[SpeakerNoun]
    subjects: list[Mention] = field(default_factory=list)
    titled: list[tuple[str, Mention]] = field(default_factory=list)
    spoken: list[tuple[int, Speaker]] = field(default_factory=list)
    reached: int = 0

    def __post_init__(self) -> None:
        """Collect who is introduced with which title, and who is the subject of a sentence."""
        for mention in self.an.mentions:
            if mention.kind == "person":
                self.titled.extend((title, mention) for title in self._titles(mention))
                if self._is_subject(mention.head):
                    self.subjects.append(mention)

    def _is_subject(self, token: int) -> bool:
        an = self.an
        return an.dep[token] in SUBJECTS | {"nsubjpass"} and an.dep[an.head[token]] == "ROOT"

    def _titles(self, mention: Mention) -> list[str]:
        """Titles straight before a name, in apposition to it, or with the name in apposition to them."""
        an = self.an
        first = mention.first
        while first > 0 and an.pos[first - 1] in ("NOUN", "PROPN", "ADJ") and mention.first - first < 6:
            first -= 1
        near = [*range(first, mention.last), *(kid for kid in an.children[mention.head] if an.dep[kid] == "appos")]
        if an.dep[mention.head] == "appos":
            near.append(an.head[mention.head])
        return sorted({an.lemma[at] for at in near if an.pos[at] in ("NOUN", "PROPN") and self._is_title(an.lemma[at])})

    def _is_title(self, lemma: str) -> bool:
        return any("title" in row.uses and len(row.words) == 1 for row in self.speakers.get(lemma))

    def name(self, token: int) -> Speaker:
        """The speaker at a token, pronouns and titles resolved; remembers it."""
        found = identify_speaker(self.an, self.who, self.speakers, token)
        word = self.an.word[token].lower()
        if word in _HE:
            found = self._last_person(token) or found
        elif word in _THEY:
            found = self._last_side(token) or found
        elif self._points_back(token):
            found = self._bearer(token, found) or found
        elif self.an.pos[token] == "PROPN":
            found = self._respelled(found)
        self.spoken.append((token, found))
        return found

    def _points_back(self, token: int) -> bool:
        """Whether the phrase is a definite title or medium without a name of its own."""
        an = self.an
        mention = self.who.mention_at(token)
        if an.tag[token] != "NN" or mention and _is_personal(mention) or _appositions(an, token):
            return False
        return any(an.lemma[kid] in _POINTING or an.dep[kid] in ("poss", "amod") for kid in an.children[token])

    def _bearer(self, token: int, found: Speaker) -> Speaker | None:
        """The person introduced under the same title and for the same actor, the last one named before."""
        lemma = self.an.lemma[token]
        if found.role == "media":
            return next((s for at, s in reversed(self.spoken) if s.role == "media" and s.name[:1].isupper()), None)
        if not any(self.an.lemma[kid] in _POINTING or self.an.dep[kid] == "poss" for kid in self.an.children[token]):
            return None
        codes = self.who.side_of(token).codes
        fitting = [
            m for title, m in self.titled
            if title == lemma and m.head < token and (not codes or not m.codes or set(codes) & set(m.codes))
        ]  # fmt: skip
        if not fitting and lemma in _TOP_OFFICES and codes:
            return self._last_of(codes, token)
        return identify_speaker(self.an, self.who, self.speakers, fitting[-1].head) if fitting else None

    def _last_of(self, codes: tuple[str, ...], token: int) -> Speaker | None:
        """The last person of a side who spoke, else the only person of that side named so far."""
        spoke = next((s for at, s in reversed(self.spoken) if s.actor in codes and self._is_named(at)), None)
        named = {m.name: m for m in self.an.mentions if m.kind == "person" and m.head < token and set(m.codes) & set(codes)}
        if spoke is None and len(named) == 1:
            return identify_speaker(self.an, self.who, self.speakers, next(iter(named.values())).head)
        return spoke

    def _is_named(self, token: int) -> bool:
        mention = self.who.mention_at(token)
        return bool(mention and mention.kind == "person")

    def _last_person(self, token: int) -> Speaker | None:
        """Who is meant by "he" beside a cue: the last speaker or subject, whichever stands nearer."""
        here = self.an.sentence[token]
        spoke = next(((at, s) for at, s in reversed(self.spoken) if at < token and self._is_person(at)), None)
        subject = next((m for m in reversed(self.subjects) if m.head < token), None)
        best = spoke[0] if spoke else -1
        if subject is not None and subject.head > best:
            if here - self.an.sentence[subject.head] <= _REACH:
                return identify_speaker(self.an, self.who, self.speakers, subject.head)
            return None
        if spoke is not None and here - self.an.sentence[spoke[0]] <= _REACH:
            return spoke[1]
        return None

    def _is_person(self, token: int) -> bool:
        mention = self.who.mention_at(token)
        known = bool(mention and (_is_personal(mention) or mention.kind == "role"))
        listed = any("title" in row.uses for row in self.speakers.get(self.an.lemma[token]))
        return known or self.an.word[token].lower() in _HE or listed and self.an.tag[token] in ("NN", "NNP")

    def _last_side(self, token: int) -> Speaker | None:
        """Who is meant by "it" or "they": the last name of the same codes; for "they" also the last group that spoke."""
        mention = self.who.mention_at(token)
        if mention and mention.codes:
            for at in range(token - 1, max(-1, token - 120), -1):
                other = self.who.by_head.get(at)
                if other and other.codes == mention.codes and other.kind in ("state", "organisation", "group", "role", "place"):
                    known = identify_speaker(self.an, self.who, self.speakers, at)
                    adjective = self.an.pos[at] == "ADJ"
                    return None if adjective else Speaker(known.name, mention.codes[0], known.role)
            return None
        if self.an.word[token].lower() == "they" and self.spoken:
            at, last = self.spoken[-1]
            return last if self.an.tag[at] in ("NNS", "NNPS", "PRP", "DT") and self.an.sentence[token] - self.an.sentence[at] <= 2 else None
        return None

    def _respelled(self, found: Speaker) -> Speaker:
        """A surname one letter off that of a person named in full before is that person."""
        if " " in found.name or len(found.name) < _TYPO:
            return found
        for _, mention in ((0, m) for m in self.an.mentions if m.kind == "person" and " " in m.name):
            last = mention.name.split()[-1]
            if len(last) >= _TYPO and Levenshtein.distance(found.name, last) == 1:
                return identify_speaker(self.an, self.who, self.speakers, mention.head)
        return found
