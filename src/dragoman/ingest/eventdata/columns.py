"""Finds the columns of a table by their names, in any order and spelling, and says which are missing."""

import re

from dragoman.model.errors import IngestError

_OTHER = re.compile(r"[^a-z0-9]+")


def column_key(name: str) -> str:
    """A column's name without case and punctuation: "CAMEO Code" is cameo_code."""
    return _OTHER.sub("_", name.lower()).strip("_")


class Columns:
    """The header of a table."""

    def __init__(self, header: list[str], width: int = 0) -> None:
        """Take the header; of two columns of one name the first counts."""
        self.names = [column_key(name) for name in header]
        self._places = {name: place for place, name in reversed(list(enumerate(self.names)))}
        self.width = width or len(header)

    def has(self, *names: str) -> bool:
        """Whether one of these names is there."""
        return any(name in self._places for name in names)

    def place(self, *names: str) -> int:
        """Where the column with the first of these names stands.

        Raises:
            IngestError: there is none.
        """
        found = next((self._places[name] for name in names if name in self._places), None)
        if found is None:
            shown = ", ".join(self.names[:15])[:200] or "none"
            raise IngestError(
                f"no column {names[0]!r}; columns found: {shown}",
                remedy="Name the columns in the first line, or say with --format what the table is.",
            )
        return found

    def maybe(self, *names: str) -> int:
        """The same for a column that may be missing: the place past the end, where `check` puts an empty cell."""
        return self.place(*names) if self.has(*names) else self.width

    def check(self, cells: list[str]) -> list[str]:
        """The cells of a row with an empty one behind them.

        Raises:
            IngestError: there are too few or too many.
        """
        if len(cells) != self.width and any(cells[self.width :]) or len(cells) < self.width:
            raise IngestError(
                f"{len(cells)} cells where the header has {self.width}",
                remedy="Check the row for stray separators or missing cells.",
            )
        return [*cells[: self.width], ""]
