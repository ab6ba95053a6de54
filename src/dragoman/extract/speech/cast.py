"""The persons and speakers of a document in the order in which they appear: who "he", "it" and "the minister" are.

In: analysis, who is who, speaker nouns; then tokens of speakers in text order. Out: `Speaker`s, pronouns and titles
resolved by who was introduced and who spoke before. It must not know what is said.
"""

from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.tree import SUBJECTS, child, path_up
from dragoman.extract.speech.speaker_identity import Speaker, appositions, identify_speaker, is_personal
from dragoman.model.analysis import Analysis, Mention
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import SpeakerNoun
from dragoman.vocab.word_groups import word_group

_HE = frozenset({"he", "she", "his", "her"})
_THEY = frozenset({"they", "their", "it", "its", "we", "our"})
_POINTING = frozenset({"the", "this", "that"})
_TOP_OFFICES = frozenset({"leader", "president", "premier", "minister", "chancellor", "king", "ruler"})
_BODIES = word_group("speaking-body") | word_group("home-body") | word_group("body-noun")
_GROUPS = _BODIES | word_group("people-together")
_REACH = 4
"""How many sentences back a pronoun may look for the last speaker."""
_TYPO = 5
"""Surnames of so many letters that differ in one are taken as one name."""
_SOON = 6
"""How many sentences on the name of a person may stand who was first told by title ("A Russian envoy said ...")."""
_GOVERNORS = 3
"""How many clauses up the clause of saying around "he" is looked for."""
_GROUP_REACH = 2
"""How many sentences back "they" may look for the last group that spoke."""
_NAME_REACH = 120
"""How many tokens back "it" may look for the name of its side."""


@dataclass(slots=True)
class Cast:
    """The persons and speakers of a document so far; ask in text order of the cues."""

    an: Analysis
    who: Who
    speakers: CueIndex[SpeakerNoun]
    subjects: list[Mention] = field(default_factory=list)
    titled: list[tuple[str, Mention]] = field(default_factory=list)
    spoken: list[tuple[int, Speaker]] = field(default_factory=list)
    persons: list[Mention] = field(default_factory=list)
    person_names: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Collect who is introduced with which title, and who is the subject of a sentence."""
        for mention in self.an.mentions:
            if mention.kind == "person":
                self.persons.append(mention)
                self.titled.extend((title, mention) for title in self._titles(mention))
                if self._is_subject(mention.head):
                    self.subjects.append(mention)
        self.person_names = frozenset(each.name for each in self.persons)

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
        if an.tag[token] != "NN" or mention and is_personal(mention) or appositions(an, token):
            return False
        return any(an.lemma[kid] in _POINTING or an.dep[kid] in ("poss", "amod") for kid in an.children[token])

    def _bearer(self, token: int, found: Speaker) -> Speaker | None:
        """The person introduced under the same title and for the same actor, the last one named before."""
        lemma = self.an.lemma[token]
        if found.role == "media":
            return next((s for at, s in reversed(self.spoken) if s.role == "media" and s.name[:1].isupper()), None)
        codes = self.who.side_of(token).codes
        if not any(self.an.lemma[kid] in _POINTING or self.an.dep[kid] == "poss" for kid in self.an.children[token]):
            return self._named_soon(token, lemma, codes)
        fitting = [
            m for title, m in self.titled
            if title == lemma and m.head < token and (not codes or not m.codes or set(codes) & set(m.codes))
        ]  # fmt: skip
        if not fitting and lemma in _TOP_OFFICES and codes:
            spoke = self._last_of(codes, token)
            if spoke is not None:
                return spoke
        if not fitting:
            return self._described_before(lemma, found) or self._named_soon(token, lemma, codes)
        return identify_speaker(self.an, self.who, self.speakers, fitting[-1].head)

    def _described_before(self, lemma: str, found: Speaker) -> Speaker | None:
        """ "The source": the last unnamed speaker called so with more words ("a senior source in the army")."""
        if len(found.name.split()) > 2:
            return None
        like = (s for at, s in reversed(self.spoken) if self.an.lemma[at] == lemma and not self._is_named(at))
        return next((each for each in like if len(each.name.split()) > 2), None)

    def _named_soon(self, token: int, lemma: str, codes: tuple[str, ...]) -> Speaker | None:
        """ "A Russian envoy said ...": the one person of that title and side whom the next sentences name."""
        here = self.an.sentence[token]
        soon = [
            m for title, m in self.titled
            if title == lemma and m.head > token and self.an.sentence[m.head] - here <= _SOON
            and codes and set(codes) & set(m.codes)
        ]  # fmt: skip
        if len({m.name for m in soon}) != 1:
            return None
        return identify_speaker(self.an, self.who, self.speakers, soon[0].head)

    def _last_of(self, codes: tuple[str, ...], token: int) -> Speaker | None:
        """The last person of a side who spoke, else the only person of that side named so far."""
        spoke = next((s for at, s in reversed(self.spoken) if s.actor in codes and self._is_named(at)), None)
        before = (m for m in self.an.mentions if m.kind == "person" and m.head < token)
        named = {m.name: m for m in before if set(m.codes) & set(codes)}
        if spoke is None and len(named) == 1:
            return identify_speaker(self.an, self.who, self.speakers, next(iter(named.values())).head)
        return spoke

    def _is_named(self, token: int) -> bool:
        mention = self.who.mention_at(token)
        labelled = any(first <= token < last for first, last, label in self.an.names if label == "PERSON")
        return labelled or bool(mention and mention.kind == "person")

    def _last_person(self, token: int) -> Speaker | None:
        """Who is meant by "he" beside a cue: the last speaker or subject, whichever stands nearer."""
        here = self.an.sentence[token]
        above = self._speaker_above(token)
        if above is not None:
            return above
        spoke = next(((at, s) for at, s in reversed(self.spoken) if at < token and self._is_person(at, s)), None)
        subject = next((m for m in reversed(self.subjects) if m.head < token), None)
        only = self._only_person(here - 1)
        best = max(spoke[0] if spoke else -1, subject.head if subject else -1)
        if only is not None and (best < 0 or self.an.sentence[best] < here - 1):
            return identify_speaker(self.an, self.who, self.speakers, only.head)
        if best < 0 or here - self.an.sentence[best] > _REACH:
            return None
        if subject is not None and subject.head == best:
            return identify_speaker(self.an, self.who, self.speakers, subject.head)
        return spoke[1] if spoke else None

    def _speaker_above(self, token: int) -> Speaker | None:
        """The person in whose clause of saying a clause about "him" lies ("Berg confirmed he had said ...")."""
        an = self.an
        for at in list(path_up(an, an.head[token]))[:_GOVERNORS]:
            subject = child(an, an.head[at], "nsubj") if an.dep[at] == "ccomp" else None
            if subject is not None and an.pos[subject] == "PROPN" and self._is_named(subject):
                return identify_speaker(an, self.who, self.speakers, subject)
        return None

    def _only_person(self, sentence: int) -> Mention | None:
        """The one person whom a sentence names, None if it names several or none."""
        if sentence < 0:
            return None
        span = self.an.sentences[sentence]
        named = [m for m in self.persons if span.first <= m.head < span.last]
        return named[0] if len({m.name for m in named}) == 1 else None

    def _is_person(self, token: int, speaker: Speaker) -> bool:
        if speaker.name in self.person_names:
            return True
        if self.an.tag[token] in ("NNS", "NNPS") or self.an.lemma[token] in _BODIES:
            return False
        mention = self.who.mention_at(token)
        known = bool(mention and (is_personal(mention) or mention.kind == "role"))
        listed = any("title" in row.uses for row in self.speakers.get(self.an.lemma[token]))
        if self.an.pos[token] == "PROPN" and self._is_named(token):
            return True
        return known or self.an.word[token].lower() in _HE or listed and self.an.tag[token] in ("NN", "NNP")

    def _last_side(self, token: int) -> Speaker | None:
        """Who is meant by "it" or "they": the last name of the same codes, or the last group that spoke."""
        mention = self.who.mention_at(token)
        if mention and mention.codes:
            return self._last_name(mention, token)
        if self.an.word[token].lower() == "they" and self.spoken:
            at, last = self.spoken[-1]
            near = self.an.sentence[token] - self.an.sentence[at] <= _GROUP_REACH
            several = self.an.tag[at] in ("NNS", "NNPS", "PRP", "DT") or self.an.lemma[at] in _GROUPS
            return last if near and several else None
        return None

    def _last_name(self, mention: Mention, token: int) -> Speaker | None:
        for at in range(token - 1, max(-1, token - _NAME_REACH), -1):
            other = self.who.by_head.get(at)
            if other and other.codes == mention.codes and other.kind not in ("person", "pronoun", "pair"):
                known = identify_speaker(self.an, self.who, self.speakers, at)
                return None if self.an.pos[at] == "ADJ" else Speaker(known.name, mention.codes[0], known.role)
        return None

    def _respelled(self, found: Speaker) -> Speaker:
        """A surname of two parts, or one letter off that of a person named in full before, is that person's."""
        if " " in found.name or len(found.name) < _TYPO:
            return found
        fuller = {m.name: m for m in self.persons if m.name.endswith(f" {found.name}")}
        if "-" in found.name and len(fuller) == 1:
            return identify_speaker(self.an, self.who, self.speakers, next(iter(fuller.values())).head)
        for mention in (m for m in self.an.mentions if m.kind == "person" and " " in m.name):
            last = mention.name.split()[-1]
            if len(last) >= _TYPO and Levenshtein.distance(found.name, last) == 1:
                return identify_speaker(self.an, self.who, self.speakers, mention.head)
        return found
