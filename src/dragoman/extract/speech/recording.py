"""Which attributions the coding manual counts as statements: another's words or opinion, no mere act or feeling.

In: analysis, cue lexicon, who is who; a cue with its row, speaker and content. Out: yes or no. What is not counted
still stands among the attributions; it becomes no record and lends its content no voice.
"""

from dataclasses import dataclass

from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.tree import child, is_verbal, subtree
from dragoman.extract.speech.descriptions import as_phrase, quoted_description
from dragoman.extract.speech.sources import is_listed
from dragoman.model.analysis import Analysis
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import AttributionCue
from dragoman.vocab.word_groups import word_group

_FIRST_PERSONS = frozenset({"i", "we", "you", "me", "us", "one"})
_SAID_KINDS = frozenset({"say", "report", "write"})
_MODALS = frozenset({"should", "could", "might", "may", "must", "would", "will", "'ll", "can"})
_AIMED = frozenset({"on", "upon"})
"""Behind these stands who is asked; without a verb ("called on the president") nothing is said to be asked."""
_NOT_YET = word_group("not-yet-said")


@dataclass(frozen=True, slots=True)
class Recording:
    """Tells of one document's attributions which are statements."""

    an: Analysis
    cues: CueIndex[AttributionCue]
    who: Who

    def counts(self, entry: AttributionCue, token: int, speaker: int, content: tuple[int, int]) -> bool:
        """Whether the manual counts an attribution as a statement."""
        if speaker < 0 or self.is_first_person(speaker) or self._is_doubtful(entry, token, speaker):
            return False
        if self._is_for_secrecy(content):
            return False
        if entry.kind == "perceive" and entry.form != "inanimate" or self._is_unsaid(entry, token):
            return False
        thing = child(self.an, token, "dobj")
        bare = thing is not None and content[0] <= thing and not self._has_clause(content)
        if entry.kind == "promise":
            return entry.pos == "verb" and entry.direct_ok and not bare
        if entry.words[0] == "call" and entry.words[-1] in _AIMED and not self._has_verb(content):
            return False
        if entry.kind == "ask" and thing is not None and bare and "oprd" in entry.takes:
            return self._describes(entry, token, content, thing)
        if entry.kind == "ask":
            return entry.pos == "verb" and entry.direct_ok and not bare
        if entry.pos == "adj":
            about = content[0] > 0 and self.an.lemma[content[0] - 1] == "about"
            return self._has_clause(content) or about
        if entry.pos == "verb" and thing is not None and bare and thing < content[1]:
            return self._is_told(entry, token, content, thing)
        return not (len(entry.words) > 1 and self.an.tag[token] == "VBG" and not self._has_clause(content))

    def _is_for_secrecy(self, content: tuple[int, int]) -> bool:
        """ "Asked not to be named": nothing of what is told."""
        words = [self.an.lemma[at] for at in range(content[0], min(content[1], content[0] + 4))]
        return words[:3] == ["not", "to", "be"] and words[3:] in (["name"], ["identify"], ["quote"], ["cite"])

    def is_first_person(self, token: int) -> bool:
        """Whether a speaker is the author, or whoever is spoken to."""
        return self.an.pos[token] == "PRON" and self.an.word[token].lower() in _FIRST_PERSONS

    def _is_unsaid(self, entry: AttributionCue, token: int) -> bool:
        """ "Did not say whether", "should say that", "needs to explain why": words that were not, or not yet, said."""
        an = self.an
        if entry.pos != "verb" or entry.kind not in _SAID_KINDS:
            return False
        kids = an.children[token]
        if any(an.dep[kid] == "neg" or an.dep[kid] == "aux" and an.word[kid].lower() in _MODALS for kid in kids):
            return True
        head = an.head[token]
        return an.dep[token] == "xcomp" and an.lemma[head] in _NOT_YET

    def _is_doubtful(self, entry: AttributionCue, token: int, speaker: int) -> bool:
        """Whether the speaker is a common noun of which only its own verb of saying would tell that it can speak."""
        if self.an.pos[speaker] != "NOUN" or self.who.mention_at(speaker) or is_listed(self.an, speaker, self.who):
            return False
        return entry.kind != "say" or self.an.head[speaker] != token

    def _is_told(self, entry: AttributionCue, token: int, content: tuple[int, int], thing: int) -> bool:
        """Whether an object is what is said: denied, voiced, itself a saying, or described by what follows it."""
        if {"as", "oprd"} & set(entry.takes) and entry.kind != "deny":
            return self._describes(entry, token, content, thing)
        if entry.words == ("deny",) or entry.takes[0] == "obj" or self._is_saying(thing):
            return True
        return self._describes(entry, token, content, thing)

    def _has_clause(self, content: tuple[int, int]) -> bool:
        """Whether a content holds a verb of its own at its top."""
        an = self.an
        return any(
            is_verbal(an, at)
            and an.dep[at] in ("ccomp", "xcomp", "pcomp")
            and not content[0] <= an.head[at] < content[1]
            for at in range(*content)
        )

    def _has_verb(self, content: tuple[int, int]) -> bool:
        return any(is_verbal(self.an, at) for at in range(*content))

    def _describes(self, entry: AttributionCue, token: int, content: tuple[int, int], thing: int) -> bool:
        """Whether the content goes on behind the object with a description of it."""
        if not {"as", "oprd"} & set(entry.takes):
            return False
        if "oprd" in entry.takes and quoted_description(self.an, token) is not None:
            return True
        described = as_phrase(self.an, token) if "as" in entry.takes else None
        return subtree(self.an, thing)[1] < content[1] or described is not None and thing < described < content[1]

    def _is_saying(self, noun: int) -> bool:
        """Whether a noun is itself one of saying, thinking or feeling ("concern", "support", "claim")."""
        return any(row.pos == "noun" for row in self.cues.get(self.an.lemma[noun]))
