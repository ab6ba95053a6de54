"""A user's own table of actors (`--actors FILE`): organisations, groups, and further names of known ones.

In: a tab-separated file with the columns code, name, names, kind, from, to. Out: `UserActor` rows.
It must not know the shipped tables; their loaders take the rows that belong to them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.model.errors import VocabError
from dragoman.vocab.periods import Period, period_of_row
from dragoman.vocab.tables import Row, read_table_file

COLUMNS = ("code", "name", "names", "kind", "from", "to")
_CODE = re.compile(r"[A-Z]{3}\Z|(?:IGO|GRP):[A-Z0-9][A-Z0-9+-]*\Z")


@dataclass(frozen=True, slots=True)
class UserActor:
    """One row of the file: `names` are all its forms, `name` first; `file` and `line` say where it stands."""

    code: str
    name: str
    names: tuple[str, ...]
    kind: str
    period: Period
    file: str
    line: int

    def fault(self, message: str) -> VocabError:
        """Make the error that names the row's file and line."""
        return VocabError(f"{self.file}, line {self.line}: {message}")


@lru_cache(maxsize=4)
def load_actors_file(path: Path) -> tuple[UserActor, ...]:
    """Read a user's actors, in the order of the file.

    A code that the shipped tables have adds names to that actor; a new IGO: or GRP: code adds an actor.

    Raises:
        VocabError: the file or a row is faulty; the message names file and line.
    """
    return tuple(_actor(row) for row in read_table_file(path, COLUMNS))


def _actor(row: Row) -> UserActor:
    code = row.required("code")
    if not _CODE.match(code):
        raise row.fault(f"code {code!r} is not PAK, IGO:NAME or GRP:NAME in capitals, digits and hyphens")
    name = row.required("name")
    names = tuple(dict.fromkeys((name, *row.list_of("names"))))
    return UserActor(code, name, names, row["kind"], period_of_row(row), row.file, row.line)
