"""Puts rows and text on standard output and sentences on standard error.

Rows come as plain fields; the form is a table for people, JSON or CSV for programs. Whatever a document holds, it can
do nothing to the terminal or to a spreadsheet that it is shown in.
"""

import csv
import io
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from dragoman.present.escaping import for_cell, for_json, for_terminal, for_terminal_block
from dragoman.present.fields import Fields, flatten
from dragoman.text.hashing import Plain

Form = Literal["table", "json", "csv"]
Column = tuple[str, str]
"""Heading and the words of a table column are prepared by the caller: (heading, key of the row)."""


def say(text: str) -> None:
    """A sentence for the person at the keyboard, on standard error."""
    try:
        sys.stderr.write(for_terminal_block(text) + "\n")
        sys.stderr.flush()
    except (BrokenPipeError, ValueError):
        return


def emit(text: str) -> None:
    """Text for standard output, as it stands; a reader that has gone away ends the output quietly."""
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        _forget_output()


def emit_text(text: str) -> None:
    """Text of ours that quotes documents: harmless for a terminal, line ends kept."""
    emit(for_terminal_block(text) + "\n")


def flush_output() -> None:
    """Write out what is buffered, before the interpreter does it where nobody can catch the error."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        _forget_output()


def emit_json(content: Plain) -> None:
    """JSON on standard output."""
    emit(for_json(json.dumps(content, ensure_ascii=False, indent=1)) + "\n")


def emit_rows(rows: Iterable[Fields], form: Form, columns: Sequence[str]) -> int:
    """Rows as JSON (an array), CSV (all fields) or a table (the named fields); how many there were."""
    if form == "json":
        return _emit_json_rows(rows)
    if form == "csv":
        return _emit_csv_rows(rows)
    return _emit_table([flatten(row) for row in rows], columns)


def _emit_json_rows(rows: Iterable[Fields]) -> int:
    count = 0
    for count, row in enumerate(rows, 1):
        emit((",\n" if count > 1 else "[\n") + for_json(json.dumps(row, ensure_ascii=False)))
    emit("\n]\n" if count else "[]\n")
    return count


def _emit_csv_rows(rows: Iterable[Fields]) -> int:
    count = 0
    for count, row in enumerate(rows, 1):
        if count == 1:
            emit(csv_line(list(row)))
        emit(csv_line(list(flatten(row).values())))
    return count


def csv_line(cells: Sequence[str | int | float]) -> str:
    """One line of CSV; text that a spreadsheet would take for a formula is neutralised, and so is any on a terminal."""
    line = io.StringIO()
    shown = for_terminal_block if sys.stdout.isatty() else str
    csv.writer(line, lineterminator="\n").writerow([shown(for_cell(c)) if isinstance(c, str) else c for c in cells])
    return line.getvalue()


def _emit_table(rows: Sequence[Mapping[str, str | int | float]], columns: Sequence[str]) -> int:
    if not rows:
        return 0
    cells = [[for_terminal(str(row[column])) for column in columns] for row in rows]
    widths = [max(_width(line[i]) for line in [list(columns), *cells]) for i in range(len(columns))]
    limits = [min(width, 34) for width in widths[:-1]]
    last = max(20, _screen_width() - sum(limits) - 2 * len(limits))
    for line in [[column.upper().replace("_", " ") for column in columns], *cells]:
        fitted = [_fit(cell, width) for cell, width in zip(line, limits, strict=False)]
        emit("  ".join([*fitted, _fit(line[-1], last).rstrip()]) + "\n")
    return len(rows)


def _screen_width() -> int:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 200


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(_cells(c) for c in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _fit(text: str, width: int) -> str:
    """The text padded or cut to `width` cells."""
    if _width(text) <= width:
        return text + " " * (width - _width(text))
    used, kept = 0, []
    for character in text:
        used += _cells(character)
        if used > width - 1:
            break
        kept.append(character)
    cut = "".join(kept) + "…"
    return cut + " " * (width - _width(cut))


def _forget_output() -> None:
    """Point standard output nowhere, so that what is still buffered cannot fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    finally:
        os.close(nowhere)
