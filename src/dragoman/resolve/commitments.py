"""Commitments: what each side announced, promised or proposed, due when, and how it stands on a day.

In: threads with their events and what is known of the documents, a day. Out: `Commitment`s in the order of their ids. A
view only: nothing is stored. No commitment is an act that is told as no more than possible, one that is mere words
("will condemn"), and one that was under way before anybody told it as a plan. Kept and dropped are said only where the
thread's own standing says so too: it weighs whose word each telling is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.model.records import Event
from dragoman.model.resolution import Commitment, CommitmentStanding, SourceDocument, Standing, Thread
from dragoman.text.edtf import bounds_of, overlaps, sort_key
from dragoman.text.hashing import make_id

_PLANS = frozenset({"planned", "proposed"})
_AHEAD = frozenset({*_PLANS, "postponed"})
_SHOWING = frozenset({*_AHEAD, "cancelled"})
_WORDS = frozenset({"ACCUSE", "PROTEST", "REJECT", "THREATEN"})
"""Types of acts that are done by speaking: to say that one will say something promises nothing."""
_DONE = frozenset({"happened", "claimed"})
_GIVEN_UP = frozenset({"cancelled", "did not happen"})
"""Standings of a thread that bear out that a commitment was kept, or dropped."""
_DROPPED = frozenset({"cancelled", "denied"})
_DECISIVE = frozenset({"happened", "postponed", *_DROPPED})


@dataclass(frozen=True, slots=True)
class _Telling:
    """One event with the day on which its text told it."""

    event: Event
    told: str

    @property
    def order(self) -> tuple[str, str, tuple[int, int], str]:
        """Place among the tellings: by day, then document and place in it."""
        return sort_key(self.told), self.event.document, self.event.span, self.event.id


def find_commitments(
    threads: Iterable[Thread], events: Iterable[Event], documents: Iterable[SourceDocument], as_of: date
) -> tuple[Commitment, ...]:
    """Commitments of all threads, sorted by id; the order of the arguments does not matter.

    Args:
        threads: whose tellings may hold a plan, or an agreement beside a promised act.
        events: at least those of the threads; promised acts that no thread holds may be among them.
        documents: those of the events; without one a telling has no day.
        as_of: the day on which the standing is asked for; what is told later counts all the same.
    """
    told = {document.id: document.published for document in documents}
    tellings = {event.id: _Telling(event, told.get(event.document, "")) for event in events if event.voice != "comment"}
    known = sorted(threads, key=lambda thread: thread.id)
    held = {record for thread in known for record in thread.records}
    promises = _group_promises(tellings, held)
    found = {each.id: each for thread in known for each in _of_thread(thread, tellings, promises, as_of)}
    return tuple(found[id] for id in sorted(found))


def _of_thread(
    thread: Thread, tellings: Mapping[str, _Telling], promises: Mapping[str, list[_Telling]], as_of: date
) -> Iterator[Commitment]:
    own = sorted((tellings[id] for id in thread.records if id in tellings), key=lambda each: each.order)
    if thread.type not in _WORDS and any(each.event.status in _SHOWING for each in own):
        found = _make_commitment(make_id("m", [thread.id]), thread, (thread.actors, thread.recipients), own, as_of)
        if not _was_under_way(own, found):
            yield found
    elif thread.type == "AGREE":
        for promise in _promises_beside(own, promises):
            sides = (promise.event.actors, promise.event.recipients)
            yield _make_commitment(make_id("m", [thread.id, promise.event.id]), thread, sides, [promise], as_of)


def _was_under_way(own: list[_Telling], found: Commitment) -> bool:
    """Whether its doing was told no later than the plan, and it is not due after that: "he is here for talks"."""
    announced, due = bounds_of(found.announced)[0], bounds_of(found.due)[0]
    for telling in own:
        told, done = bounds_of(telling.told)[0], bounds_of(telling.event.date)[1]
        if telling.event.status != "happened" or announced is None or told is None or told > announced:
            continue
        if not due or due <= (done or told):
            return True
    return False


def _group_promises(tellings: Mapping[str, _Telling], held: set[str]) -> dict[str, list[_Telling]]:
    """Plans that no thread holds, by document: those of a thread speak for themselves."""
    found: dict[str, list[_Telling]] = {}
    for telling in tellings.values():
        if telling.event.status in _PLANS and telling.event.id not in held:
            found.setdefault(telling.event.document, []).append(telling)
    return found


def _promises_beside(agreements: list[_Telling], promises: Mapping[str, list[_Telling]]) -> list[_Telling]:
    """Plans told in the words of an agreement that was reached ("agreed to lend"), each once, first to last."""
    found: dict[str, _Telling] = {}
    for agreement in agreements:
        if agreement.event.status == "happened":
            first, last = agreement.event.span
            for promise in promises.get(agreement.event.document, ()):
                if promise.event.span[0] < last and first < promise.event.span[1]:
                    found[promise.event.id] = promise
    return sorted(found.values(), key=lambda each: each.order)


def _make_commitment(
    id: str, thread: Thread, sides: tuple[tuple[str, ...], tuple[str, ...]], own: list[_Telling], as_of: date
) -> Commitment:
    plans = [each for each in own if each.event.status in _PLANS]
    first = plans[0] if plans else next(each for each in own if each.event.status in _SHOWING)
    due, moved_from = _find_dates(own)
    word = _bear_out(_last_word(own, first), thread.standing)
    standing = _judge_standing(own, word, due, as_of, moved=bool(moved_from))
    return Commitment(id, *sides, first.event.quote, thread.id, first.told, due, moved_from, standing)


def _find_dates(own: list[_Telling]) -> tuple[str, tuple[str, ...]]:
    """The date told last, and the earlier ones that it does not fit; one put off without a new date has none."""
    due = ""
    earlier: list[str] = []
    for telling in own:
        date = telling.event.date if _is_term(telling.event.date) else ""
        if telling.event.status not in _AHEAD or not date and telling.event.status != "postponed":
            continue
        if due and not overlaps(due, date) and due not in earlier:
            earlier.append(due)
        due = date
    return due, tuple(each for each in earlier if not overlaps(each, due))


def _is_term(date: str) -> bool:
    """Whether a date says when it is over: "some day after publication" is no term."""
    return bounds_of(date)[1] is not None


def _judge_standing(own: list[_Telling], word: str, due: str, as_of: date, *, moved: bool) -> CommitmentStanding:
    """The last word that decides it; without one, whether its day is over, was moved, or was only proposed."""
    if word == "happened":
        return "kept"
    if word in _DROPPED:
        return "dropped"
    end = bounds_of(due)[1]
    if end is not None and end < as_of:
        return "lapsed"
    if word == "postponed" or moved:
        return "moved"
    return "proposed" if all(each.event.status != "planned" for each in own) else "open"


def _last_word(own: list[_Telling], first: _Telling) -> str:
    """The status of the last telling that decides it; a plan told anew after a cancellation opens it again."""
    word = ""
    for telling in own:
        status = telling.event.status
        if status == "happened" and not _fulfils(telling, first):
            continue
        if status in _DECISIVE:
            word = status
        elif status == "planned" and word in _DROPPED:
            word = ""
    return word


def _bear_out(word: str, standing: Standing) -> str:
    """The last word as far as the thread's standing bears it out: one denial does not drop what all others plan."""
    if word not in _DROPPED and word != "happened":
        return word
    if standing in _GIVEN_UP:
        return "cancelled"
    return word if word == "happened" and standing in _DONE else ""


def _fulfils(telling: _Telling, first: _Telling) -> bool:
    """Whether a telling as happened came after the plan was told, and dates the act no earlier."""
    announced, told = bounds_of(first.told)[0], bounds_of(telling.told)[0]
    if announced is None or told is None or told <= announced:
        return False
    end = bounds_of(telling.event.date)[1]
    return end is None or end >= announced
