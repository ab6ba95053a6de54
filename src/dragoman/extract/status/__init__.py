"""Status of an act: a walk from the act up the parse, each cue on the way changing the status once.

In: the analysis, the trigger, the cue lexicon. Out: a `Judgement`: the status with the cues that made it, and the acts
that cues are themselves. It must not know who acts on whom.
"""

from dragoman.extract.status.judgement import AlsoAct, Judgement
from dragoman.extract.status.walking import judge_status

__all__ = ["AlsoAct", "Judgement", "judge_status"]
