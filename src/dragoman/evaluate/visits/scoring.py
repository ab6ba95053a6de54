"""How many of the visits that the press mentions stand in the record, and why the others do not.

In: the lists of visits, corpora, and dossiers into which these corpora were read. Out: the share found among the
records shown by default and among all, the reasons of the misses, and a line for each miss. The lines name documents
and records, never the text.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluate.reports import Report, Share
from dragoman.evaluate.visits.gold import Visit, read_visits
from dragoman.evaluate.visits.judging import Telling, find_nearest, find_telling, group_events, index_tellings
from dragoman.evaluate.visits.search import Sentence, find_mentions, read_sentences
from dragoman.model.records import Event
from dragoman.record.dossier import Dossier

YEARS = (1999, 2016)
BELOW = "below the cut"
HEADING = "row\tvisitor\tstate\tdays\treason\tdocument\trecord\tits date\tconfidence\tmentions"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One visit: `reason` is "" if the records shown by default tell of it, else the faults of the nearest record."""

    visit: Visit
    reason: str
    nearest: Telling | None
    mentions: tuple[Sentence, ...]


class Sentences:
    """Which records stand in which sentence of the corpora."""

    def __init__(self) -> None:
        """Begin with none."""
        self._texts: dict[str, str] = {}
        self._events: dict[str, list[Event]] = {}

    def add(self, name: str, text: str, events: list[Event]) -> None:
        """Note a document by its name in the corpus."""
        self._texts[name] = text
        self._events[name] = events

    def events_in(self, sentence: Sentence) -> list[Event]:
        """The records whose quotes touch the sentence; of the whole document if the sentence is not found in it."""
        events = self._events.get(sentence.article, [])
        start = self._texts.get(sentence.article, "").find(sentence.text)
        end = start + len(sentence.text)
        return [event for event in events if event.span[0] < end and start < event.span[1]] if start >= 0 else events


def score_visits(
    folder: Path, corpora: Sequence[Path], dossiers: Sequence[Path], *, cut: float, show: bool = False
) -> Report:
    """Search the corpora for the visits and the dossiers for their records.

    Args:
        folder: the lists of visits.
        corpora: JSONL files of articles.
        dossiers: folders into which the corpora were read.
        cut: least confidence of a record that is shown by default.
        show: list the visits that were not found, with the nearest record.

    Raises:
        EvaluateError: a list or a corpus cannot be read.
    """
    mentions = find_mentions(read_visits(folder, YEARS), read_sentences(corpora))
    events, sentences = read_records(dossiers, {each.article for hits in mentions.values() for each in hits})
    return count_verdicts(judge_visits(mentions, events, sentences, cut), show=show)


def read_records(folders: Iterable[Path], articles: set[str]) -> tuple[list[Event], Sentences]:
    """All events of the dossiers, and which of them stand where in the articles named."""
    events: list[Event] = []
    sentences = Sentences()
    for folder in folders:
        with Dossier(folder) as dossier:
            events += dossier.events()
            for doc in dossier.documents():
                if doc.name in articles:
                    sentences.add(doc.name, doc.text, list(dossier.records_of(doc.id).events))
    return events, sentences


def judge_visits(
    mentions: Mapping[Visit, tuple[Sentence, ...]], events: Iterable[Event], sentences: Sentences, cut: float
) -> list[Verdict]:
    """A verdict on each visit, in the order of `mentions`."""
    tellings = group_events(events)
    everything = index_tellings(tellings)
    shown = index_tellings(group_events(e for telling in tellings for e in telling.events if e.confidence >= cut))
    found = []
    for visit, hits in mentions.items():
        if right := find_telling(visit, shown):
            found.append(Verdict(visit, "", right, hits))
        elif hidden := find_telling(visit, everything):
            found.append(Verdict(visit, BELOW, hidden, hits))
        else:
            near = group_events({event.id: event for hit in hits for event in sentences.events_in(hit)}.values())
            nearest, faults = find_nearest(visit, near)
            found.append(Verdict(visit, ", ".join(faults), nearest, hits))
    return found


def count_verdicts(verdicts: Sequence[Verdict], *, show: bool = False) -> Report:
    """Shares of visits found, shown by default and at all, and how often each reason keeps one from being found."""
    total = len(verdicts)
    shown = sum(not verdict.reason for verdict in verdicts)
    everything = sum(verdict.reason in ("", BELOW) for verdict in verdicts)
    shares = {"found, shown by default": Share(shown, total), "found, all records": Share(everything, total)}
    for kind in ("visit", "travel"):
        own = [verdict for verdict in verdicts if verdict.visit.id.startswith(kind)]
        shares[f"{kind}s found, shown by default"] = Share(sum(not verdict.reason for verdict in own), len(own))
    reasons = Counter(verdict.reason for verdict in verdicts if verdict.reason)
    frequent = sorted(reasons, key=lambda reason: (-reasons[reason], reason))
    return Report(
        shares=shares,
        counts={"mentioned": total},
        details={reason: Share(reasons[reason], total) for reason in frequent},
        lines=(HEADING, *(_line(verdict) for verdict in verdicts if verdict.reason)) if show else (),
    )


def _line(verdict: Verdict) -> str:
    visit, telling = verdict.visit, verdict.nearest
    event = telling.events[0] if telling else None
    near = (event.id, event.date, f"{event.confidence:.2f}") if event else ("", "", "")
    told = (verdict.mentions[0].article if verdict.mentions else "", *near, str(len(verdict.mentions)))
    return "\t".join((visit.id, visit.person, visit.state, f"{visit.first}/{visit.last}", verdict.reason, *told))
