"""Armed groups, and authorities that few or no states recognise, when they act as a side.

In: `data/groups.tsv` and a user's table of actors. Out: `Group` rows by code and by surface form.
It must not know patterns such as "Syrian insurgents" made of a nationality and a noun: extraction composes those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dragoman.vocab.actors_file import UserActor, load_actors_file
from dragoman.vocab.periods import Period, period_of_row
from dragoman.vocab.surface import Form, FormIndex
from dragoman.vocab.tables import Row, read_table

COLUMNS = ("code", "name", "names", "home", "from", "to", "source")
_CODE = re.compile(r"GRP:[A-Z0-9][A-Z0-9-]*\Z")
_SOURCE_OF_USER = "user"


@dataclass(frozen=True, slots=True)
class Group:
    """One group; `home` are the codes of the states where it is at home."""

    code: str
    name: str
    names: tuple[str, ...]
    home: tuple[str, ...]
    period: Period
    source: str


class GroupTable:
    """All groups, by code and by surface form."""

    def __init__(self, groups: tuple[Group, ...]) -> None:
        """Index the groups."""
        self.groups = groups
        self._by_code = {row.code: row for row in groups}
        self._index = FormIndex((form, row) for row in groups for form in row.names)

    def get(self, code: str) -> Group | None:
        """Give the group of a code, None if there is none."""
        return self._by_code.get(code)

    def forms(self) -> Iterator[Form[Group]]:
        """Give every form, for building a gazetteer."""
        yield from self._index.forms()

    def hits(self, form: str, on: str | None = None) -> tuple[Form[Group], ...]:
        """Give every reading of a form; see `FormIndex.hits` for order and the meaning of `on`."""
        return self._index.hits(form, on)

    def by_name(self, name: str, on: str | None = None) -> tuple[Group, ...]:
        """Give the groups that `name` may mean on a date.

        Example:
            >>> [row.code for row in load_groups().by_name("the mujahedin")]
            ['GRP:MUJAHIDEEN']
        """
        return self._index.rows(name, on)


@lru_cache(maxsize=4)
def load_groups(extra: Path | None = None) -> GroupTable:
    """Read the table once.

    Args:
        extra: a user's table of actors; its GRP: rows are added, or add names to the group of that code.

    Raises:
        VocabError: a row is faulty.
    """
    known: dict[str, Group] = {}
    for row in read_table("groups.tsv", COLUMNS):
        if row["code"] in known:
            raise row.fault(f"code {row['code']} stands in the table twice")
        known[row["code"]] = _group(row)
    for actor in load_actors_file(extra) if extra else ():
        if actor.code.startswith("GRP:"):
            known[actor.code] = _with_user_row(known.get(actor.code), actor)
    return GroupTable(tuple(known.values()))


def _with_user_row(known: Group | None, actor: UserActor) -> Group:
    if known is not None:
        return replace(known, names=known.names + actor.names)
    return Group(actor.code, actor.name, actor.names, (), actor.period, _SOURCE_OF_USER)


def _group(row: Row) -> Group:
    if not _CODE.match(row["code"]):
        raise row.fault(f"code {row['code']!r} is not GRP: and one word in capitals, digits and hyphens")
    return Group(
        code=row["code"], name=row.required("name"), names=row.list_of("names"), home=row.list_of("home"),
        period=period_of_row(row), source=row.required("source"),
    )  # fmt: skip
