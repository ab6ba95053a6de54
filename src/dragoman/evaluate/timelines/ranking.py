"""Ranks days: by the threads of which they are the day, by the records where there are no threads, and two plain ways.

In: threads or events, and the articles of a topic. Out: days, the weightiest first, equal ones by the calendar. Only
what is dated to the day counts, and always with the day of the event, never that of publication.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from dragoman.evaluate.corpora import Article, split_sentences
from dragoman.extract.times import find_times
from dragoman.model.records import Event
from dragoman.model.resolution import Standing, Thread
from dragoman.text.edtf import bounds_of


def weigh_day(documents: int, coverage: int) -> float:
    """How much a day matters to a topic.

    Documents times 0.5, 1, 2 and 3 were swept on the four leaders, Egypt and Libya, days without an event left out:
    leaders 25.2, 27.8, 24.8 and 20.7 Date-F1, Libya 29.5, 32.7, 32.7 and 32.7, Egypt 100 throughout (its gold has every
    day). Logarithms and roots of both, a higher weight for later articles and the rise over the week before did no
    better. Confidence as a weight does harm (leaders 12.1 for 19.4): it tells whether a row is right, not whether it
    matters.

    Args:
        documents: articles that tell of an event of that day.
        coverage: articles of the topic that were published on it.
    """
    return float(documents + coverage)


TAKEN_PLACE: frozenset[Standing] = frozenset(("happened", "claimed", "disputed"))


def dates_by_threads(
    threads: Iterable[Thread], events: Iterable[Event], coverage: Mapping[date, int]
) -> list[date]:
    """The days of threads that have taken place, by `weigh_day`.

    Only articles that tell the event to the day of its thread count: what is told vaguely or of another day is evidence
    that a thread is heavy, not that its day is right. Before, a day weighed what its heaviest thread does; then crises
    had 44.2 and leaders 21.1 Date-F1. With all articles of all threads of a day it was 47.5 and 22.6, so 47.9 and 26.6.

    Args:
        threads: those of the topic.
        events: records of the topic.
        coverage: articles of the topic by day of publication.
    """
    home = {id: thread for thread in threads if thread.standing in TAKEN_PLACE for id in thread.records}
    return dates_by_events((e for e in events if e.id in home and e.date == home[e.id].date), coverage)


def dates_by_events(events: Iterable[Event], coverage: Mapping[date, int]) -> list[date]:
    """The days of events, by `weigh_day`: what can be said where no threads are known.

    Args:
        events: records of the topic.
        coverage: articles of the topic by day of publication.
    """
    tellers: dict[date, set[str]] = defaultdict(set)
    for event in events:
        if day := day_of(event.date):
            tellers[day].add(event.document)
    return _rank({day: weigh_day(len(found), coverage.get(day, 0)) for day, found in tellers.items()})


def dates_by_publication(articles: Iterable[Article]) -> list[date]:
    """The days on which most articles were published."""
    return _rank(count_coverage(articles))


def dates_by_naming(articles: Iterable[Article]) -> list[date]:
    """The days that most articles name, in whatever words ("on Tuesday", "12 October")."""
    named: Counter[date] = Counter()
    for article in articles:
        values = {
            time.value
            for sentence in split_sentences(article.text)
            for time in find_times(sentence, 0, len(sentence), article.published.isoformat(), tense=_past)
        }
        named.update(day for day in map(day_of, sorted(values)) if day)
    return _rank(named)


def _past(_: int) -> str:
    return "past"


def count_coverage(articles: Iterable[Article]) -> Counter[date]:
    """Articles by day of publication."""
    return Counter(article.published for article in articles)


def day_of(value: str) -> date | None:
    """The day that an EDTF date means, None if it is wider or open."""
    first, last = bounds_of(value)
    return first if first == last else None


def _rank(weights: Mapping[date, float]) -> list[date]:
    return sorted(weights, key=lambda day: (-weights[day], day))
