"""A status under way: what the cues met so far made of an act, and the acts that those cues are themselves.

In: cues, one after the other. Out: `Judgement`. It must not know where in the sentence a cue was found.
"""

from dataclasses import dataclass, field

from dragoman.model.records import Status
from dragoman.vocab.cues import StatusCue


@dataclass(slots=True)
class AlsoAct:
    """An act that a cue is itself: "refused" beside the refused act, "said it would strike" beside the strike.

    Attributes:
        token: the word that names it; for an auxiliary the verb of saying above it.
        type: its PLOVER type.
        where: the cue's file and line.
        status: what the cues further up made of it ("may refuse", "denied that it would strike").
    """

    token: int
    type: str
    where: str
    status: Status = "happened"


@dataclass(slots=True)
class Judgement:
    """A status under way, and what changed it.

    Attributes:
        type: PLOVER type of the act, which some cues ask for.
        status: as far as the walk has come.
        steps: "word: status (file:line)" for each change.
        denier: token of the cue whose subject denies the act, None if nobody does.
        closed: a cue told the act as a fact; nothing above it counts.
        carrier: the light verb of the trigger.
        explained: a cue governs the act, whether or not it changed its status.
        also: acts that the cues are themselves, innermost first.
    """

    type: str
    status: Status = "happened"
    steps: list[str] = field(default_factory=list)
    denier: int | None = None
    closed: bool = False
    carrier: int | None = None
    explained: bool = False
    also: list[AlsoAct] = field(default_factory=list)

    def apply(self, cue: StatusCue, *, negated: bool = False) -> None:
        """Let a cue do its work."""
        self.closed |= cue.effect == "closed"
        for act in self.also:
            if not cue.types or act.type in cue.types:
                act.status = cue.outcome(act.status, negated=negated)
        word = f"not {cue.cue}" if negated else cue.cue
        self.become(cue.outcome(self.status, negated=negated), f"{word}: {{}} -> {{}} ({cue.where})")

    def become(self, status: Status, why: str) -> None:
        """Take a status; `why` names the rule, with two places for the status before and after."""
        if status != self.status:
            self.steps.append(why.format(self.status, status))
            self.status = status
