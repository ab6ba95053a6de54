"""One document being read: its analysis, the world, and what the first passes found, handed to the later ones."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.extract.grammar.arguments import subjects, surface_subjects
from dragoman.extract.grammar.participants import Who
from dragoman.extract.speech.statements import Voices, identify_speaker
from dragoman.extract.times import Time
from dragoman.model.analysis import Analysis, Mention
from dragoman.model.document import Document
from dragoman.model.records import Statement
from dragoman.text.edtf import bounds_of

if TYPE_CHECKING:
    from dragoman.vocab.world import World

BACKGROUND_DAYS = 180
"""An act dated this long before publication is told as background."""


@dataclass(slots=True)
class Reading:
    """What the event and assessment readers work on; `times` are by sentence number."""

    doc: Document
    an: Analysis
    world: "World"
    who: Who
    voices: Voices
    times: dict[int, list[Time]]
    statements: tuple[Statement, ...] = ()
    by_sentence: dict[int, list[Mention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for mention in self.an.mentions:
            self.by_sentence.setdefault(self.an.sentence[mention.head], []).append(mention)

    def speaker_at(self, cue: int) -> str:
        """Name of the subject of a cue verb or noun, "" if there is none."""
        for token in subjects(self.an, cue) or surface_subjects(self.an, cue):
            return identify_speaker(self.an, self.who, self.world.speakers, token).name
        return ""

    def pair_at(self, token: int) -> tuple[str, ...]:
        """The two states last named together in a sentence up to this one, () if none were."""
        here = self.an.sentence[token]
        for sentence in range(here, max(-1, here - 8), -1):
            codes = self._states_of(sentence, token if sentence == here else -1)
            if len(codes) == 2:
                return codes
        return ()

    def _states_of(self, sentence: int, before: int) -> tuple[str, ...]:
        codes: dict[str, None] = {}
        for mention in self.by_sentence.get(sentence, ()):
            if (before < 0 or mention.first <= before) and mention.kind != "place" and not mention.former:
                codes.update(dict.fromkeys(code for code in mention.codes if ":" not in code))
        return tuple(codes)

    def is_background(self, date: str) -> bool:
        """Whether a date lies long before publication."""
        if not date or not self.doc.published:
            return False
        last = bounds_of(date)[1]
        first = bounds_of(self.doc.published)[0]
        return bool(last and first and (first - last).days > BACKGROUND_DAYS)
