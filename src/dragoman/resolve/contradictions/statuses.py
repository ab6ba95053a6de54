"""Standings that cannot both be true: told as done and as not done, as put off and as called off.

In: the tellings of a thread. Out: contradictions. A cancellation after a plan, and a plan after a cancellation, are
steps in a life. What one side claims and another denies is a dispute: both are named.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction
from dragoman.resolve.contradictions.occasions import akin, same_act
from dragoman.resolve.contradictions.pairing import group_by_value, pair_values
from dragoman.resolve.contradictions.tellings import (
    Telling,
    build,
    date_words,
    kin,
    likeness,
    one_occasion,
    share_person,
    told_within,
)
from dragoman.text.edtf import overlaps
from dragoman.vocab.clash_words import clash_group

_WORD = re.compile(r"[a-z]+(?:['’]t)?")
_NEGATIONS = frozenset({"not", "no", "never", "without", "cannot"})
_COPULAS = frozenset({"is", "are", "was", "were"})
_SHORT_COPULAS = frozenset({"isn't", "aren't", "wasn't", "weren't"})
_NEAR = 4
"""Words between a negation and the trigger that it denies."""
WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Acts of words without a day: what was not asked for in one text may be asked for in the next."""
LEAST_CONFIDENCE = 0.25
"""A negation is easily tied to the wrong act, so both records must be surer than elsewhere."""
NEWS = 14
"""Days before or after an act in which a text without a day speaks of it as news."""
LIKE_VOTE, LEAST_SHARED = 0.25, 2
"""Share and number of telling words of two votes on what has no name in common."""
_SAME_TIME = 2
"""Days between two texts of one time."""


def find_status_clashes(thread: str, tellings: list[Telling]) -> Iterator[Contradiction]:
    """Clashes of what became of the act, with the voice where it is not the author's."""
    known = [
        t for t in tellings
        if t.outcome in ("happened", "off", "denied", "postponed") and t.event.confidence >= LEAST_CONFIDENCE
        and (t.on or t.event.type not in WORDS)
    ]  # fmt: skip
    for pair, _, reason in pair_values(group_by_value(known, _value), _clash):
        yield build("status", thread, pair, (_value(pair[0]), _value(pair[1])), reason)


def find_vote_clashes(thread: str, tellings: list[Telling]) -> Iterator[Contradiction]:
    """Clashes of how one body voted on one day: "ratified the treaty" and "rejected the treaty"."""
    votes = [t for t in tellings if t.outcome == "happened" and t.on and t.event.actors]
    for pair, values, reason in pair_values(group_by_value(votes, _vote), _opposed):
        yield build("status", thread, pair, values, reason)


def _vote(telling: Telling) -> str:
    """"valid" or "not valid" by the trigger; "" for other acts and where the quote tells of votes of both kinds."""
    words = set(_WORD.findall(telling.event.quote.lower()))
    yes, no = (bool(words & clash_group(kind)) for kind in ("vote-yes", "vote-no"))
    if yes == no or not (telling.is_kind("vote-yes") or telling.is_kind("vote-no")):
        return ""
    return "adopted" if yes else "rejected"


def _opposed(a: Telling, b: Telling) -> str:
    if a.on != b.on or a.days[0] != a.days[1] or not akin(a.event.actors, b.event.actors):
        return ""
    named = {name for name in a.names & b.names if name.lower() not in clash_group("chamber")}
    if not named and (likeness(a, b) < LIKE_VOTE or len(a.stems & b.stems) < LEAST_SHARED):
        return ""
    return "one tells that it was adopted, the other that it was rejected"


def _value(telling: Telling) -> str:
    if telling.event.status == "denied":
        return "did not happen" if telling.event.voice == "author" else f"denied by {telling.event.voice}"
    said = "" if telling.event.voice == "author" else f", says {telling.event.voice}"
    return f"{telling.event.status}{said}"


def _clash(a: Telling, b: Telling) -> str:
    outcomes = {a.outcome, b.outcome}
    if len(outcomes) == 1:
        return ""
    if outcomes == {"off", "postponed"}:
        return _put_off_or_called_off(a, b) if _one_plan(a, b) else ""
    if not _one_act(a, b):
        return ""
    if "happened" not in outcomes or "postponed" in outcomes:
        return ""
    done, not_done = (a, b) if a.outcome == "happened" else (b, a)
    if not_done.event.status == "denied" and not _denies_the_act(not_done.event):
        return ""
    if not _both_after(done, not_done):
        return ""
    if not_done.outcome == "denied" or done.event.voice != "author":
        return "one tells it as done, the other denies it" if done.event.voice != not_done.event.voice else ""
    return "one tells it as done, the other that it was not"


def _put_off_or_called_off(a: Telling, b: Telling) -> str:
    """Told at one time, or told as put off after the day for which it was planned, and never called off since.

    A later end of what was put off is a step. Two who are named may differ; one of them may also change his mind.
    """
    put_off, off = (a, b) if a.outcome == "postponed" else (b, a)
    if off.event.status == "denied" or _is_one_speaker(put_off.event.voice, off.event.voice):
        return ""
    days = [t.days[1] for t in (a, b) if t.on]
    over = bool(days) and all(put_off.told_since(day) for day in days)
    after = over and (put_off.told_since(off.told[1]) or all(off.told_since(day) for day in days))
    return "what was only put off is not called off" if after or told_within(a, b, 1) else ""


def _is_one_speaker(a: str, b: str) -> bool:
    """Whether the same named person or body speaks in both; "officials" of two texts may be different people."""
    return a == b and a != "author" and any(word[:1].isupper() for word in a.split())


def _both_after(done: Telling, not_done: Telling) -> bool:
    """Whether the day was over when either was told; undated, the denial came last, and soon."""
    if done.on and done.days[0]:
        return done.told_since(done.days[0]) and not_done.told_since(done.days[0])
    if done.told[0] is None or not_done.told[0] is None:
        return False
    return 0 <= (not_done.told[0] - done.told[0]).days <= _SAME_TIME


def _one_plan(a: Telling, b: Telling) -> bool:
    """One plan that came to nothing: of one guest and one host there are seldom two at a time, so few words will do."""
    one, other = a.event, b.event
    same = (set(one.actors), set(one.recipients)) == (set(other.actors), set(other.recipients))
    if not same or len({*one.actors, *one.recipients}) < 2 or not kin(a, b):
        return False
    if one.people and other.people and not share_person(one, other):
        return False
    return overlaps(a.on, b.on) if a.on and b.on else not (a.on or b.on) or _near_in_time(a, b)


def _one_act(a: Telling, b: Telling) -> bool:
    if a.event.recipients and b.event.recipients and set(a.event.actors) != set(b.event.actors):
        return False
    if a.on and b.on and not overlaps(a.on, b.on) or bool(a.on) != bool(b.on) and not _near_in_time(a, b):
        return False
    return one_occasion(a, b) or same_act(a, b, "status")


def _near_in_time(a: Telling, b: Telling) -> bool:
    """Whether the telling without a day is news of about the day of the other."""
    dated, news = (a, b) if a.on else (b, a)
    first, last = dated.days
    told = news.told[0]
    if first is None or last is None or told is None:
        return False
    return first - timedelta(days=NEWS) <= told <= last + timedelta(days=NEWS)


def _says_what_it_is(words: list[str], at: int) -> bool:
    """ "The talks are not easy", "the two raids were not connected": a judgement of an act that did take place."""
    copula = at > 0 and words[at] == "not" and words[at - 1] in _COPULAS or words[at] in _SHORT_COPULAS
    follows = words[at + 1] if at + 1 < len(words) else ""
    return copula and bool(follows) and follows not in clash_group("come-about")


def _denies_the_act(event: Event) -> bool:
    """Whether the cue that made it "denied" says that the act itself did not happen."""
    steps = [reason.why for reason in event.reasons if reason.field == "status"]
    cues = {step.partition(":")[0] for step in steps if "happened ->" in step} & clash_group("denial-cue")
    if "never" in cues and not date_words(event):
        return False  # "they have never met" is not said of one occasion
    if not cues or event.quote.lower().startswith(("to ", "not to ")) and not cues & {"deny", "fail to"}:
        return False
    words = _WORD.findall(event.quote.lower())
    trigger = event.trigger.lower().split()[0]
    at = words.index(trigger) if trigger in words else 0
    if cues == {"not"} and any(_says_what_it_is(words, after) for after in range(at + 1, len(words))):
        return False
    far = {word for word in words[: max(at - _NEAR, 0)] if word in _NEGATIONS or word.endswith("n't")}
    near = {word for word in words[max(at - _NEAR, 0) :] if word in _NEGATIONS or word.endswith("n't")}
    return bool(near) or not far
