"""What conditions and negation may ask of a walk, so that they need not know how it is made (`rows.Walk`)."""

from typing import Protocol

from dragoman.extract.status.judgement import Judgement
from dragoman.model.analysis import Analysis
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import StatusCue


class Walk(Protocol):
    """A walk from an act up the parse, as far as it has come."""

    an: Analysis
    cues: CueIndex[StatusCue]
    trigger: int
    judgement: Judgement
    node: int

    def find(self, at: int, kinds: tuple[str, ...], place: str) -> tuple[StatusCue, list[int]] | None:
        """The row that holds at a word, with the words that it is made of."""
