"""Who vouches for an event: who denies it, the author for what is done by saying so, else the speaker around it.

In: a `Reading` whose passages are known, a draft. Out: the voice and why. It must not know how passages were found.
"""

from dragoman.extract.events.demands import DEMAND
from dragoman.extract.events.drafts import Draft
from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import child, is_verbal
from dragoman.extract.reading import Reading
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

_BY_WORDS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "PROTEST"})
"""Types of acts that are done by saying so."""
_PERSONS = frozenset({"he", "she", "it", "they"})


def voice_of(reading: Reading, draft: Draft) -> tuple[str, str]:
    """The voice of an event and what made it so."""
    denier = draft.judgement.denier
    if denier is not None and _is_nobodys(reading.an, denier):
        return reading.voices.at(reading.an.start[denier])
    if denier is not None:
        speaker = reading.speaker_at(denier)
        if speaker:
            return speaker, f"denied by {speaker}"
    voice, why = reading.voices.at(reading.an.start[draft.token])
    if draft.predicate == DEMAND and (cue := _retold_by(reading, draft.token)) is not None:
        return reading.voices.at(cue)
    if voice != "author" and draft.type in _BY_WORDS and draft.judgement.status == "happened":
        saying = _saying_above(reading.an, draft.token)
        if saying is not None:
            return reading.voices.at(reading.an.start[saying])
    return voice, why


def _retold_by(reading: Reading, token: int) -> int | None:
    """Where the cue stands by which the author retells a demand; None for one in the speaker's own words.

    "Lavrov said Kyiv must pull back" is a demand told by the author, as "Lavrov asked Kyiv to pull back" is.
    """
    at = reading.an.start[token]
    around = [each for each in reading.statements if each.span[0] <= at < each.span[1]]
    if not around or any(each.mode == "direct" for each in around):
        return None
    inner = min(around, key=lambda each: (each.span[1] - each.span[0], each.span))
    return inner.cue_span[0] if inner.cue_span[0] >= 0 else None


def _saying_above(an: Analysis, token: int) -> int | None:
    """ "Ankara said it opposed the plan": the verb of saying by which the act is done, None if it is only reported.

    The act is the clause that is said, of the speaker's own, and in the tense of the saying: "said it had opposed"
    reports what was done before. What is said to be unacceptable is condemned by saying so.
    """
    judged = an.dep[token] == "acomp"
    clause = an.head[token] if judged else token
    subject = child(an, clause, "nsubj") if is_verbal(an, clause) else None
    if an.dep[clause] != "ccomp" or subject is None:
        return None
    if not judged and an.word[subject].lower() not in _PERSONS:
        return None
    if any(an.dep[kid] in ("aux", "auxpass", "neg") for kid in an.children[clause]):
        return None
    saying = an.head[clause]
    return saying if an.lemma[saying] in word_group("plain-saying") and saying < subject else None


def _is_nobodys(an: Analysis, denier: int) -> bool:
    """ "The claim was rejected": nobody is named who denies it."""
    return is_passive(an, denier) and child(an, denier, "agent") is None
