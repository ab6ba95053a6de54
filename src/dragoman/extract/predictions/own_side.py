"""Whether a clause tells of the speaker's own side: then what is to come is a plan or a promise, not a forecast.

In: analysis, who is who, the statement. Out: yes or no for a token. It must not know what the clause says.
"""

from dataclasses import dataclass

from dragoman.extract.grammar.arguments import subjects
from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.tree import child, conjuncts
from dragoman.model.analysis import Analysis
from dragoman.model.records import Statement
from dragoman.vocab.word_groups import word_group

_OWN = frozenset({"i", "we", "us", "ourselves"})
_OWNERS = frozenset({"my", "our"})
_SINGULAR = frozenset({"he", "she", "his", "her"})
_PLURAL = frozenset({"they", "their"})
_PRIVATE = frozenset({"analyst", "media", "public", "former official"})
_OUTSIDE = frozenset({"analyst", "public", "former official"})
_REPORTING = frozenset({"official", "media"})
_GOVERNING = word_group("home-body")
_BODIES = _GOVERNING | word_group("nation") | word_group("speaking-body")
_ACTING = frozenset({"state", "organisation", "group", "role", "person", "pronoun", "pair"})
_COLLECTIVE = frozenset({"state", "organisation", "group", "place"})


@dataclass(frozen=True, slots=True)
class OwnSide:
    """The side of one statement's speaker; `cue` is the token that attributes the statement, -1 without one."""

    an: Analysis
    who: Who
    statement: Statement
    cue: int

    @property
    def can_decree(self) -> bool:
        """Whether the speaker speaks, or reports, for those who act."""
        return self.statement.role not in _OUTSIDE

    def holds(self, subject: int) -> bool:
        """Whether the speaker is, or acts for, one of those at the head of a subject."""
        return any(self._is_own(token) for token in conjuncts(self.an, subject))

    def is_first_person(self, subject: int) -> bool:
        """Whether a subject is "I" or "we"."""
        return self.an.word[subject].lower() in _OWN

    def _is_own(self, token: int) -> bool:
        an, said = self.an, self.statement
        owner = child(an, token, "poss")
        if self.is_first_person(token) or owner is not None and an.word[owner].lower() in _OWNERS:
            return True
        if owner is not None and an.lemma[token] in _BODIES and said.mode != "direct" and self._is_speaker(owner):
            return True
        unnamed = said.role not in _PRIVATE and not said.speaker_actor
        if unnamed and an.lemma[token] in _GOVERNING and owner is None:
            return True
        return self._is_speaker(token)

    def _is_speaker(self, token: int) -> bool:
        """Whether a mention is the speaker, or a pronoun in reported words stands for nobody else."""
        said, word = self.statement, self.an.word[token].lower()
        mention = self.who.mention_at(token)
        if said.mode == "direct" and self.an.tag[token] in ("PRP", "PRP$"):
            return False
        if word in ("it", "its") and self._is_spoken_by_body():
            return True
        if mention is None or mention.kind not in _ACTING or mention.kind == "pronoun" and mention.name.lower() == word:
            return word in _SINGULAR or word in _PLURAL and not self._is_one_person()
        if _last_word(mention.name) == _last_word(said.speaker):
            return True
        return said.role not in _PRIVATE and said.speaker_actor in mention.codes and bool(said.speaker_actor)

    def may_announce(self, subject: int) -> bool:
        """Whether an official or a paper tells what a person or body will do; "it" may stand for a thing."""
        mention = self.who.mention_at(subject)
        if self.statement.role not in _REPORTING or mention is None or mention.kind not in _ACTING:
            return False
        return self.an.word[subject].lower() != "it"

    def _is_one_person(self) -> bool:
        """Whether one person speaks, whom "they" cannot mean."""
        found = subjects(self.an, self.cue) if self.cue >= 0 else []
        tokens = [each for subject in found for each in conjuncts(self.an, subject)]
        mention = self.who.mention_at(tokens[0]) if len(tokens) == 1 else None
        return mention is not None and mention.kind in ("person", "role") and self.an.tag[tokens[0]] in ("NN", "NNP")

    def _is_spoken_by_body(self) -> bool:
        """"Kenya says it will": the subject of the attributing word is one state or body, not a person."""
        an = self.an
        for subject in subjects(an, self.cue) if self.cue >= 0 else ():
            mention = self.who.mention_at(subject)
            singular = an.tag[subject] in ("NN", "NNP")
            if singular and (an.lemma[subject] in _BODIES or mention is not None and mention.kind in _COLLECTIVE):
                return True
        return False


def _last_word(name: str) -> str:
    return name.rpartition(" ")[2].lower()
