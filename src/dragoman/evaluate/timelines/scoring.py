"""Date-F1 of the heaviest threads against editors' timelines, beside two plain ways to choose days.

In: the timelines, and dossiers whose documents are named after their topic ("syria-2011-03-15-..."). Out: a figure for
each topic and the mean of crises and of leaders. For each timeline the program gives as many days as the timeline has
between the first and the last article of the topic; a topic's figure is the mean over its timelines.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dragoman.evaluate.corpora import Article
from dragoman.evaluate.reports import Report
from dragoman.evaluate.timelines.gold import Topic, read_topics
from dragoman.evaluate.timelines.ranking import (
    count_coverage,
    dates_by_events,
    dates_by_naming,
    dates_by_publication,
    dates_by_threads,
)
from dragoman.model.records import Event
from dragoman.model.resolution import Thread
from dragoman.record.dossier import Dossier
from dragoman.text.edtf import bounds_of
from dragoman.text.names import same_person

HELD_OUT = frozenset({"iraq", "syria"})
"""Topics at which the weights were not tuned."""


@dataclass(slots=True)
class Material:
    """What the dossiers have on one topic."""

    articles: list[Article] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)


def score_timelines(folder: Path, dossiers: Sequence[Path]) -> Report:
    """Compare the days of the heaviest threads with the timelines; topics without articles are left out.

    Raises:
        EvaluateError: the timelines cannot be read.
    """
    topics = read_topics(folder)
    found = {topic.name: Material() for topic in topics}
    for path in dossiers:
        with Dossier(path) as dossier:
            gather_material(dossier, topics, found)
    return compare_dates([(topic, found[topic.name]) for topic in topics if found[topic.name].articles])


def gather_material(dossier: Dossier, topics: Iterable[Topic], found: Mapping[str, Material]) -> None:
    """Add to each topic its articles, their records, and the threads of these records.

    A leader's are also the records and threads in which the leader takes part, whatever the article.
    """
    docs = list(dossier.documents())
    events = list(dossier.events())
    threads = list(dossier.threads())
    for topic in topics:
        material = found[topic.name]
        own = {doc.id for doc in docs if doc.name.startswith(f"{topic.name}-")}
        for doc in docs:
            day = bounds_of(doc.published)[0]
            if doc.id in own and day:
                material.articles.append(Article(doc.id, day, doc.text))
        told = [e for e in events if e.document in own or _takes_part(topic.person, e.people)]
        records = {event.id for event in told}
        material.events += told
        material.threads += [thread for thread in threads if not records.isdisjoint(thread.records)]


def _takes_part(person: str, people: Iterable[str]) -> bool:
    return bool(person) and any(" " in name and same_person(person, name) for name in people)


WAYS: dict[str, Callable[[Material], list[date]]] = {
    "threads": lambda material: dates_by_threads(material.threads, material.events, count_coverage(material.articles)),
    "records": lambda material: dates_by_events(material.events, count_coverage(material.articles)),
    "most articles published": lambda material: dates_by_publication(material.articles),
    "most often named": lambda material: dates_by_naming(material.articles),
}
"""Ways of choosing days: the program's by threads and by records alone, and two plain ones to compare with."""


def compare_dates(topics: Sequence[tuple[Topic, Material]]) -> Report:
    """Date-F1 of each way of choosing days, in percent: means over crises and leaders, and by topic.

    Threads are left out where there are none.
    """
    figures: dict[str, float] = {}
    for way, choose in WAYS.items():
        if way != "threads" or any(material.threads for _, material in topics):
            scores = {topic: 100 * score_dates(topic, choose(each), each.articles) for topic, each in topics}
            figures |= {f"{way}: {name}": value for name, value in _mean_by_group(scores).items()}
    return Report(figures=figures, counts={"topics": len(topics)})


def _mean_by_group(scores: Mapping[Topic, float]) -> dict[str, float]:
    groups = {
        "crises": [scores[topic] for topic in scores if topic.kind == "crisis"],
        "crises not tuned on": [scores[topic] for topic in scores if topic.name in HELD_OUT],
        "leaders": [scores[topic] for topic in scores if topic.kind == "leader"],
    }
    groups |= {topic.name: [score] for topic, score in scores.items()}
    return {name: sum(group) / len(group) for name, group in groups.items() if group}


def score_dates(topic: Topic, ranked: Sequence[date], articles: Sequence[Article]) -> float:
    """Mean Date-F1 over the timelines that have a day in the range of the articles, 0..1."""
    first, last = min(a.published for a in articles), max(a.published for a in articles)
    inside = [day for day in ranked if first <= day <= last]
    wanted = [{day for day in days if first <= day <= last} for days in topic.timelines]
    scores = [_f1(days, set(inside[: len(days)])) for days in wanted if days]
    return sum(scores) / len(scores) if scores else 0.0


def _f1(gold: set[date], found: set[date]) -> float:
    return 2 * len(gold & found) / (len(gold) + len(found))
