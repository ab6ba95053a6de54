"""How well records of one real-world event are grouped: pairs of records, labelled same or not.

In: a tab-separated file of pairs, each record known by the name of its document and the span of its trigger, and a
dossier of the corpus from which the pairs were drawn. Out: precision, recall and F1 of "same", over all pairs, over the
hard ones (recurrent meetings, one pair of states in one week), and over those on which both judges agreed.

A pair is together if events at its two triggers have one thread. Names and spans outlive a new run of the coder; ids of
events do not. A pair of which a record is not found is not together: silence cannot help where the label is same.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from dragoman.evaluate.measure import Measure
from dragoman.evaluate.reports import Report, Share
from dragoman.flow.reading import read_into
from dragoman.flow.steps import load_tools
from dragoman.model.document import Document
from dragoman.model.errors import EvaluateError
from dragoman.model.records import Event
from dragoman.record.dossier import Dossier

COLUMNS = ("id", "document_a", "trigger_a", "document_b", "trigger_b", "type", "hard", "label", "agreed")
_YES_NO = {"yes": True, "no": False}
_LABELS = {"same": True, "not": False}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: name of its document, and the span of its trigger in the stored text."""

    document: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ThreadPair:
    """Two records of one type, and whether they tell of one event.

    Attributes:
        hard: drawn among pairs that are easily mistaken.
        same: the label.
        agreed: both judges said so before they compared.
    """

    id: str
    a: Place
    b: Place
    type: str
    hard: bool
    same: bool
    agreed: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a dossier says of a pair."""

    pair: ThreadPair
    found: bool
    together: bool


class Threaded(Protocol):
    """What is asked of a dossier; an event's `thread` is "" if it stands alone."""

    def documents(self) -> Iterator[Document]:
        """All documents."""

    def events(self) -> Iterator[Event]:
        """All events, however sure."""


def score_threads(file: Path, corpus: Path | None = None, *, dossier: Path | None = None, show: bool = False) -> Report:
    """Compare the threads of a dossier with the labels.

    Args:
        file: the pairs.
        corpus: the texts from which they were drawn; read into a temporary dossier if none is given.
        dossier: a dossier of them.
        show: list the pairs that are wrong.

    Raises:
        EvaluateError: the file cannot be read, a row is faulty, or neither corpus nor dossier is given.
    """
    pairs = read_thread_pairs(file)
    if dossier:
        with Dossier(dossier) as opened:
            return compare_threads(judge_pairs(pairs, opened), show=show)
    if corpus is None:
        raise EvaluateError("The pairs need their texts. Name the corpus, or a dossier of it with --dossier.")
    with TemporaryDirectory() as name:
        folder = Path(name) / "dossier"
        read_into(folder, [str(corpus)], load_tools())
        with Dossier(folder) as opened:
            return compare_threads(judge_pairs(pairs, opened), show=show)


def judge_pairs(pairs: Sequence[ThreadPair], dossier: Threaded) -> list[Verdict]:
    """Whether the dossier has the records of each pair, and has them in one thread; in order."""
    wanted = {place.document for pair in pairs for place in (pair.a, pair.b)}
    names = {doc.id: doc.name for doc in dossier.documents() if doc.name in wanted}
    events: dict[str, list[Event]] = defaultdict(list)
    for event in dossier.events():
        if event.document in names:
            events[names[event.document]].append(event)
    return [_judge(pair, events) for pair in pairs]


def _judge(pair: ThreadPair, events: Mapping[str, Sequence[Event]]) -> Verdict:
    first, second = (_events_at(place, pair.type, events.get(place.document, ())) for place in (pair.a, pair.b))
    threads = {event.thread for event in first} & {event.thread for event in second}
    return Verdict(pair, bool(first and second), bool(threads - {""}))


def _events_at(place: Place, type: str, events: Sequence[Event]) -> list[Event]:
    """The events whose trigger touches the place: those of the type, or all if the coder calls them otherwise now."""
    near = [event for event in events if _touch(place.span, event.trigger_span)]
    return [event for event in near if event.type == type] or near


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return min(a[1], b[1]) > max(a[0], b[0])


def compare_threads(verdicts: Sequence[Verdict], *, show: bool = False) -> Report:
    """Counts of "same": right if it is the label and the records are together."""
    measures = {
        "same": _measure(verdicts),
        "same, hard": _measure([each for each in verdicts if each.pair.hard]),
        "same, judges agreed": _measure([each for each in verdicts if each.pair.agreed]),
    }
    shares = {"pairs right": _right(verdicts)}
    types = sorted({each.pair.type for each in verdicts})
    details = {f"right {name}": _right([each for each in verdicts if each.pair.type == name]) for name in types}
    counts = {"pairs": len(verdicts), "pairs with a record not found": sum(not each.found for each in verdicts)}
    lines = tuple(_line(each) for each in verdicts if each.together != each.pair.same) if show else ()
    return Report(measures, shares, counts=counts, details=details, lines=lines)


def _measure(verdicts: Sequence[Verdict]) -> Measure:
    right = sum(each.together and each.pair.same for each in verdicts)
    return Measure(right, sum(each.together for each in verdicts), sum(each.pair.same for each in verdicts))


def _right(verdicts: Sequence[Verdict]) -> Share:
    return Share(sum(each.together == each.pair.same for each in verdicts), len(verdicts))


def _line(verdict: Verdict) -> str:
    pair = verdict.pair
    sign, said = ("+", "together") if verdict.together else ("-", "apart" if verdict.found else "not found")
    places = " | ".join(f"{place.document} {place.span[0]}-{place.span[1]}" for place in (pair.a, pair.b))
    return f"{sign} {pair.id} {pair.type}{' hard' if pair.hard else ''}, {said} | {places}"


def read_thread_pairs(file: Path) -> list[ThreadPair]:
    """The labelled pairs.

    Raises:
        EvaluateError: the file cannot be read or holds no pairs, or a row is faulty; the message names the line.
    """
    try:
        with file.open(encoding="utf-8", newline="") as stream:
            table = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
            pairs = [_read_pair(row, f"{file}, line {number}") for number, row in enumerate(table, 2)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise EvaluateError(f"{file} cannot be read ({error}). Name the file of labelled pairs.") from error
    if not pairs:
        raise EvaluateError(f"{file} holds no pairs. It needs the columns {', '.join(COLUMNS)}.")
    return pairs


def _read_pair(row: Mapping[str, str], where: str) -> ThreadPair:
    try:
        return ThreadPair(
            row["id"], _place(row["document_a"], row["trigger_a"]), _place(row["document_b"], row["trigger_b"]),
            row["type"], _YES_NO[row["hard"]], _LABELS[row["label"]], _YES_NO[row["agreed"]],
        )  # fmt: skip
    except (KeyError, ValueError, AttributeError) as error:
        raise EvaluateError(
            f"{where}: no labelled pair ({type(error).__name__}: {error}). It needs the columns {', '.join(COLUMNS)}."
        ) from error


def _place(document: str, span: str) -> Place:
    start, _, end = span.partition("-")
    return Place(document, (int(start), int(end)))
