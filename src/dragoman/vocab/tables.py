"""Reads the vocabulary's tab-separated tables, strictly.

In: the name of a file in `vocab/data`, or the path of a table that a user gives; the columns that it must have.
Out: `Row` objects that know their file and line, so that a loader can say exactly where a value is wrong.
It must not know what the columns mean: states, groups and predicates have loaders of their own.

A table is UTF-8, one entry a line, cells parted by tabs; lines that begin with "#" explain, the first other line names
the columns; lists inside a cell are joined by "|".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dragoman.model.errors import VocabError

LIST_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: `file` as messages name it, `line` counted from 1, `cells` by column name."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Give the text of a cell; "" if it is empty or the column is optional and absent."""
        return self.cells.get(column, "")

    def list_of(self, column: str) -> tuple[str, ...]:
        """Give the non-empty items of a list cell, in order."""
        text = self.cells.get(column, "")
        return tuple(item for item in text.split(LIST_SEPARATOR) if item) if text else ()

    def required(self, column: str) -> str:
        """Give the text of a cell that must not be empty.

        Raises:
            VocabError: it is empty.
        """
        text = self.cells.get(column, "")
        if not text:
            raise self.fault(f'column "{column}" is empty; every row needs it')
        return text

    def fault(self, message: str) -> VocabError:
        """Make the error that names this row's file and line."""
        return VocabError(f"{self.file}, line {self.line}: {message}")


def read_table(name: str, columns: Sequence[str]) -> list[Row]:
    """Read a table of `vocab/data`.

    Args:
        name: file name, such as "states.tsv".
        columns: the columns that it must have; it may have more.

    Raises:
        VocabError: the file is missing or a line does not fit its header.
    """
    source = files("dragoman.vocab").joinpath("data").joinpath(name)
    try:
        text = source.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise VocabError(f"{name}: this table is not in the installed package; install Dragoman again") from error
    return list(_rows(name, text, columns))


def read_table_file(path: Path, columns: Sequence[str]) -> list[Row]:
    """Read a table of the user's own; a byte-order mark and Windows line ends are accepted.

    Raises:
        VocabError: the file cannot be read, is not UTF-8, or a line does not fit its header.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise VocabError(f"{path}: byte {error.start} is not UTF-8; save the table as UTF-8") from error
    except OSError as error:
        raise VocabError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    return list(_rows(str(path), text, columns))


def _rows(file: str, text: str, columns: Sequence[str]) -> Iterator[Row]:
    header: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = _checked_header(Row(file, number, {}), cells, columns)
            continue
        if len(cells) != len(header):
            found = f"{len(cells)} cells where the header has {len(header)}"
            raise VocabError(f"{file}, line {number}: {found}; part them by one tab each")
        yield Row(file, number, dict(zip(header, cells, strict=True)))
    if not header:
        raise VocabError(f"{file}: no header line; the first line must name the columns: {', '.join(columns)}")


def _checked_header(row: Row, cells: list[str], columns: Sequence[str]) -> list[str]:
    header = [cell.strip() for cell in cells]
    missing = [column for column in columns if column not in header]
    if missing:
        raise row.fault(f"the header lacks {', '.join(missing)}; the columns are {', '.join(columns)}")
    if len(set(header)) != len(header):
        raise row.fault("the header names a column twice")
    return header
