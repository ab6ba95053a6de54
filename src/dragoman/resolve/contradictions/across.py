"""Tellings that were kept in different threads because of the very value in which they clash.

A deed laid at another's door has other sides, and a day that is a week off looks like another occasion, so threads part
them. Here records of any thread are held against each other, if almost all their words agree.

In: events of a dossier, or of one pair of states. Out: contradictions. Records meet only on shelves of one type, of the
same sides or the same day, or of one kind of act on one day with a name in common; a crowded shelf tells nothing apart
and is left out, so no input makes many pairs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction, SourceDocument
from dragoman.resolve.contradictions.counts import find_count_clashes
from dragoman.resolve.contradictions.dates import find_date_clashes
from dragoman.resolve.contradictions.occasions import kinds_of, same_act, same_lot, sure_plan
from dragoman.resolve.contradictions.people import find_people_clashes
from dragoman.resolve.contradictions.places import find_place_clashes, one_ceremony
from dragoman.resolve.contradictions.sides import find_exchanged_sides, find_party_clashes, find_side_clashes
from dragoman.resolve.contradictions.statuses import find_status_clashes, find_vote_clashes
from dragoman.resolve.contradictions.tellings import Telling, likeness, read_tellings

MOST_ON_SHELF = 40
VOTES = {"adopted", "rejected"}
LIKE = 0.6
"""Least share of telling words. Swept .5 to .8 on 3,930 articles: two clashes, both real, up to .7; none at .8."""
LEAST_CONFIDENCE, LEAST_OF_A_DAY = 0.3, 0.25
"""Confidence; on one exact day a doubtful record will do. With .35 for all, 3,930 articles give a false date."""
Shelf = tuple[str, ...]
_ON_ONE_DAY = (
    find_status_clashes, find_place_clashes, find_count_clashes, find_exchanged_sides, find_people_clashes,
)  # fmt: skip
_FINDERS = {
    "same day": _ON_ONE_DAY,
    "same victim": (find_side_clashes,),
    "same act": (*_ON_ONE_DAY, find_side_clashes, find_party_clashes, find_vote_clashes),
    "same name": (find_date_clashes, find_status_clashes, find_count_clashes, find_place_clashes),
}


def find_split_contradictions(
    events: Iterable[Event], sources: Mapping[str, SourceDocument], thread_of: Mapping[str, str]
) -> list[Contradiction]:
    """Clashes between records of different threads.

    Args:
        events: all that may be held against each other.
        sources: the pages of the records by document id.
        thread_of: thread id by event id; an event without one is alone.

    Returns:
        By id. `thread` is the thread of the first record, "" if it has none.
    """
    tellings = [t for t in read_tellings(events, sources) if t.event.confidence >= LEAST_OF_A_DAY]
    by_id = {telling.event.id: telling for telling in tellings}
    found: dict[str, Contradiction] = {}
    for shelf, held in sorted(_shelve(tellings).items()):
        if 1 < len(held) <= MOST_ON_SHELF:
            for find in _FINDERS[shelf[0]]:
                for clash in find("", held):
                    if _is_sure(clash, by_id, thread_of):
                        found[clash.id] = _with_thread(clash, thread_of)
    return [found[key] for key in sorted(found)]


def _shelve(tellings: Iterable[Telling]) -> dict[Shelf, list[Telling]]:
    shelves: dict[Shelf, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for shelf in _shelves_of(telling):
            shelves[shelf].append(telling)
    return shelves


def _shelves_of(telling: Telling) -> Iterator[Shelf]:
    event = telling.event
    sides = ",".join(sorted({*event.actors, *event.recipients}))
    first, last = telling.days
    sure = event.confidence >= LEAST_CONFIDENCE
    if first is not None and first == last:
        for kind in kinds_of(telling):
            for name in sorted({*telling.names, sides, *event.actors, *event.recipients}):
                yield "same act", kind, telling.on, name
    if sure and first is not None and first == last:
        yield "same day", event.type, sides, telling.on
        if event.recipients:
            yield "same victim", event.type, ",".join(sorted(event.recipients)), telling.on
    families = {name.split()[-1].lower() for name in event.people if name.split()}
    named = {name.lower() for name in (*telling.names, *families, event.place) if name}
    for name in sorted(named) if sure else ():
        yield "same name", event.type, sides, name


def _is_sure(clash: Contradiction, by_id: Mapping[str, Telling], thread_of: Mapping[str, str]) -> bool:
    a, b = (by_id[record] for record in clash.records)
    threads = {thread_of.get(record, record) for record in clash.records}
    if len(threads) != 2:
        return False
    if set(clash.values) == VOTES:
        return True
    if clash.clash == "date" and (same_lot(a, b) or sure_plan(a, b)):
        return True
    return likeness(a, b) >= LIKE or same_act(a, b, clash.clash) or clash.clash == "place" and one_ceremony(a, b)


def _with_thread(clash: Contradiction, thread_of: Mapping[str, str]) -> Contradiction:
    thread = thread_of.get(clash.records[0], "")
    return Contradiction(clash.id, clash.clash, thread, clash.records, clash.values, clash.reason, clash.source)
