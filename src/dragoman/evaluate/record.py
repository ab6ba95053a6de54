"""How well texts are coded: events, statements and assessments against gold in the coding manual's format.

In: a folder of gold files, the texts they code, and the program. Out: precision, recall and F1 of each task, the
accuracy of each field over paired events, F1 by status. Texts are read and coded in this process; nothing is stored.

Dates of publication come from `in.jsonl` in the gold folder if there is one; its texts are then those that are coded.
Otherwise the texts are files named as the gold's `doc`, read as any user's.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

from dragoman.evaluate.manual.agreement import EVENT_FIELDS, dates_agree, fields_agree, fold_name
from dragoman.evaluate.manual.items import (
    CodedAssessment,
    CodedEvent,
    CodedStatement,
    Coding,
    GoldFile,
    coding_of,
    read_gold,
)
from dragoman.evaluate.manual.pairing import (
    Pairs,
    assessment_likeness,
    event_likeness,
    pair_items,
    statement_likeness,
)
from dragoman.evaluate.reports import Measure, Report, Share
from dragoman.evaluate.running import Coder, load_coder, read_documents
from dragoman.model.document import Document
from dragoman.model.errors import EvaluateError
from dragoman.model.records import STATUSES

Shown = Literal["", "events", "statements", "assessments"]
Item = TypeVar("Item", CodedEvent, CodedStatement, CodedAssessment)

INPUT = "in.jsonl"
EVENT_TASKS: dict[str, tuple[str, ...]] = {
    "event trigger": (),
    "event type": ("type",),
    "event type+participants": ("type", "participants"),
    "event type+participants+status": ("type", "participants", "status"),
    "event type+roles+status": ("type", "participants", "status", "actors", "recipients"),
    "event type+roles+status+voice": ("type", "participants", "status", "actors", "recipients", "voice"),
}
"""Each task and the fields that a paired event must have right."""
SHOWN_FIELDS = ("type", "actors", "recipients", "status", "date", "voice", "place", "people")


def score_record(folder: Path, texts: Path | None = None, *, show: Shown = "", coder: Coder | None = None) -> Report:
    """Code the texts of a gold folder and compare.

    Args:
        folder: gold files `NAME.json`, with `in.jsonl` if the texts have stated dates.
        texts: folder of the texts; the gold folder by default.
        show: list what was missed, spurious and wrong of one kind.
        coder: the program, if loaded already.

    Raises:
        EvaluateError: no gold, a gold file that is faulty, or a text that is missing.
    """
    gold = read_gold(folder)
    docs = _find_documents(gold, folder, texts or folder)
    coder = coder or load_coder()
    found = [coding_of(doc, records) for doc, records in coder.code_documents(docs)]
    wanted = [file.place_in(doc.text) for file, doc in zip(gold, docs, strict=True)]
    return compare_codings(zip(wanted, found, strict=True), show=show)


def _find_documents(gold: Sequence[GoldFile], folder: Path, texts: Path) -> list[Document]:
    """The document of each gold file, in order."""
    listed = folder / INPUT
    known = {doc.name: doc for doc in read_documents(listed)} if listed.is_file() else {}
    return [known.get(file.name) or _read_text(file, texts) for file in gold]


def _read_text(file: GoldFile, texts: Path) -> Document:
    path = next((each for each in (texts / f"{file.name}.txt", texts / file.doc) if each.is_file()), None)
    if path is None:
        raise EvaluateError(f"{file.path.name}: its text {file.doc} is not in {texts}. Name its folder with --texts.")
    found = next(read_documents(path), None)
    if found is None:
        raise EvaluateError(f"{path} holds no text.")
    return found


@dataclass(slots=True)
class _Tally:
    """Counts over all documents: by task or status (right, found, gold), by field (right, of)."""

    right: "Counter[str]" = field(default_factory=Counter)
    found: "Counter[str]" = field(default_factory=Counter)
    gold: "Counter[str]" = field(default_factory=Counter)
    agreed: "Counter[str]" = field(default_factory=Counter)
    compared: "Counter[str]" = field(default_factory=Counter)

    def add(self, task: str, right: int, found: int, gold: int) -> None:
        self.right[task] += right
        self.found[task] += found
        self.gold[task] += gold

    def agree(self, name: str, right: int, of: int) -> None:
        self.agreed[name] += right
        self.compared[name] += of


def compare_codings(pairs: Iterable[tuple[Coding, Coding]], *, show: Shown = "") -> Report:
    """Compare (gold, found) codings of the same documents."""
    tally, lines, documents, lost = _Tally(), [], 0, 0
    for gold, found in pairs:
        documents += 1
        lost += found.lost
        _compare_documents(gold, found, tally)
        lines += [f"{line[0]} {gold.name} {line[2:]}" for line in _compare_items(gold, found, tally, show)]
    measures = {task: Measure(n, tally.found[task], tally.gold[task]) for task, n in tally.right.items()}
    shares = {name: Share(n, tally.compared[name]) for name, n in tally.agreed.items()}
    return Report(measures, shares, counts={"documents": documents, "quotes lost": lost}, lines=tuple(lines))


def _compare_items(gold: Coding, found: Coding, tally: _Tally, show: Shown) -> Iterator[str]:
    events = pair_items(gold.events, found.events, event_likeness)
    _count_events(gold.events, found.events, events, tally)
    if show == "events":
        yield from _show(gold.events, found.events, events, _event_line, _event_faults)
    statements = pair_items(gold.statements, found.statements, statement_likeness)
    _count_pairs("statement span", "statement span+speaker", gold.statements, found.statements, statements, _same_speaker, tally)
    if show == "statements":
        yield from _show(gold.statements, found.statements, statements, _statement_line, _statement_faults)
    assessments = pair_items(gold.assessments, found.assessments, assessment_likeness)
    _count_pairs("assessment span", "assessment parties+trend", gold.assessments, found.assessments, assessments, _same_judgement, tally)
    if show == "assessments":
        yield from _show(gold.assessments, found.assessments, assessments, _assessment_line, _assessment_faults)
