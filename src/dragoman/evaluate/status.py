"""How well the status of an event is told: sentences of our own in minimal pairs, each with one marked trigger.

In: a file of one JSON object a line (`id`, `text`, `published`, `trigger`, `trigger_start`, `type`, `status`, `actors`,
`recipients`, `voice`, `construction`, `pair`, `part`). Out: F1 by status and their mean, the accuracy by construction,
the share of triggers found, and the accuracy of the other fields where it is found. Each text is coded as a document.

The event that is judged is the one whose trigger overlaps the marked one, the longest overlap first, then the right
type. A row whose trigger is not found has no status: it is wrong, so that silence cannot help.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from dragoman.evaluate.manual.agreement import fold_voice
from dragoman.evaluate.measure import Measure
from dragoman.evaluate.reports import Report, Share, macro_f1
from dragoman.evaluate.running import Coder, Text, load_coder, read_texts
from dragoman.model.errors import EvaluateError
from dragoman.model.records import STATUSES, Event

Part = Literal["open", "locked", "all"]
PARTS: tuple[Part, ...] = ("open", "locked", "all")
_SHOWN = 140


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One sentence: the span of its trigger, and what the text says of that event."""

    id: str
    text: str
    published: str
    span: tuple[int, int]
    type: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    voice: str
    construction: str
    part: str


def score_status(file: Path, *, part: Part = "open", show: bool = False, coder: Coder | None = None) -> Report:
    """Code every row of the set and compare.

    Args:
        file: the set.
        part: the rows that may be looked at while rules are written, those kept for the end, or all.
        show: list the rows that are wrong.
        coder: the program, if loaded already.

    Raises:
        EvaluateError: the file cannot be read, a row is faulty, or the part holds none.
    """
    rows = [row for row in read_status(file) if part in ("all", row.part)]
    if not rows:
        raise EvaluateError(f"{file} holds no rows of part {part!r}.")
    docs = read_texts([Text(row.id, row.text, row.published) for row in rows])
    coder = coder or load_coder()
    coded = zip(rows, coder.code_documents(docs), strict=True)
    return compare_statuses(rows, [choose_event(row, records.events) for row, (_, records) in coded], show=show)


def choose_event(row: StatusRow, events: Sequence[Event]) -> Event | None:
    """The event at the row's trigger, None if the program found none there."""
    ranked = sorted(events, key=lambda event: (-_overlap(row, event), event.type != row.type, event.trigger_span))
    return ranked[0] if ranked and _overlap(row, ranked[0]) > 0 else None


def _overlap(row: StatusRow, event: Event) -> int:
    return min(row.span[1], event.trigger_span[1]) - max(row.span[0], event.trigger_span[0])


def compare_statuses(rows: Sequence[StatusRow], events: Sequence[Event | None], *, show: bool = False) -> Report:
    """Compare the chosen event of each row with the row."""
    pairs = list(zip(rows, events, strict=True))
    found = [(row, event) for row, event in pairs if event]
    measures = {
        f"status {status}": Measure(
            sum(row.status == event.status == status for row, event in found),
            sum(event.status == status for _, event in found),
            sum(row.status == status for row in rows),
        )
        for status in STATUSES
    }
    shares = {"found": Share(len(found), len(rows)), "status": _right(pairs)}
    constructions = {
        f"construction {name}": _right([pair for pair in pairs if pair[0].construction == name])
        for name in sorted({row.construction for row in rows})
    }
    lines = tuple(_line(row, event) for row, event in pairs if not event or event.status != row.status) if show else ()
    return Report(
        measures,
        shares,
        _field_shares(found),
        {"macro F1": macro_f1(measures)},
        {"rows": len(rows)},
        constructions,
        lines,
    )


def _right(pairs: Sequence[tuple[StatusRow, Event | None]]) -> Share:
    return Share(sum(event is not None and event.status == row.status for row, event in pairs), len(pairs))


def _field_shares(found: Sequence[tuple[StatusRow, Event]]) -> dict[str, Share]:
    right = {
        "status where found": sum(row.status == event.status for row, event in found),
        "type where found": sum(row.type == event.type for row, event in found),
        "actors where found": sum(set(row.actors) == set(event.actors) for row, event in found),
        "recipients where found": sum(set(row.recipients) == set(event.recipients) for row, event in found),
        "voice where found": sum(fold_voice(row.voice) == fold_voice(event.voice) for row, event in found),
    }
    return {name: Share(count, len(found)) for name, count in right.items()}


def _line(row: StatusRow, event: Event | None) -> str:
    sign, said = ("~", event.status) if event else ("-", "not found")
    trigger = row.text[slice(*row.span)]
    return f"{sign} {row.id} [{trigger}] {said} for {row.status} ({row.construction}) | {row.text[:_SHOWN]}"


def read_status(file: Path) -> list[StatusRow]:
    """The rows of a set.

    Raises:
        EvaluateError: the file cannot be read, or a row is faulty; the message names the line.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluateError(f"{file} cannot be read ({error}). Name the file of the status set.") from error
    return [_read_row(line, f"{file}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _read_row(line: str, where: str) -> StatusRow:
    try:
        fields = json.loads(line)
        row = _row_of(fields, fields["trigger_start"], fields["trigger_start"] + len(fields["trigger"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EvaluateError(f"{where}: no row of the status set ({type(error).__name__}: {error}).") from error
    if row.text[slice(*row.span)] != fields["trigger"]:
        raise EvaluateError(f"{where}: the trigger {fields['trigger']!r} does not stand at {row.span[0]}.")
    if row.status not in STATUSES:
        raise EvaluateError(f"{where}: unknown status {row.status!r}. There are: {', '.join(STATUSES)}.")
    return row


def _row_of(fields: Mapping[str, object], start: int, end: int) -> StatusRow:
    words = {key: str(fields[key]) for key in ("id", "text", "type", "status", "construction", "part")}
    sides = {key: tuple(map(str, cast("Sequence[object]", fields[key]))) for key in ("actors", "recipients")}
    return StatusRow(
        words["id"], words["text"], str(fields.get("published") or ""), (start, end),
        words["type"], words["status"], sides["actors"], sides["recipients"],
        str(fields.get("voice") or "author"), words["construction"], words["part"],
    )  # fmt: skip
