"""What an attribution is: content handed to a speaker by a cue. The value that the modules of speech pass on."""

from dataclasses import dataclass

from dragoman.vocab.cues import AttributionCue


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content handed to a speaker.

    Attributes:
        cue: token of the attributing word, -1 where only the place of a quotation attributes it.
        speaker: token that heads the speaker's phrase, -1 if nobody is named.
        start: content span in the stored text, code points; `end` exclusive.
        mode: `direct`, `indirect` or `mixed`.
        entry: lexicon row, None for a quotation attributed by its place.
        recorded: whether the coding manual counts it as a statement; a mere act of speech (a demand, an offer) and
            what nobody is said to say are False.
    """

    cue: int
    speaker: int
    start: int
    end: int
    mode: str
    entry: AttributionCue | None
    recorded: bool = True
