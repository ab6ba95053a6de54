"""Intergovernmental organisations, alliances, coalitions, courts and their bodies.

In: `data/organisations.tsv` and a user's table of actors. Out: `Organisation` rows by code and by surface form.
It must not know which of them a sentence means, nor who belongs to them today beyond the `members` listed.
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

COLUMNS = ("code", "name", "names", "kind", "part_of", "from", "to", "members", "source")
KINDS = frozenset({"igo", "alliance", "coalition", "agency", "court", "body", "ngo", "format"})
_CODE = re.compile(r"IGO:[A-Z0-9][A-Z0-9+-]*\Z")
_SOURCE_OF_USER = "user"


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation. `code` names the row; `acts_as` is the code that the record uses."""

    code: str
    name: str
    names: tuple[str, ...]
    kind: str
    part_of: str
    period: Period
    members: tuple[str, ...]
    source: str

    @property
    def acts_as(self) -> str:
        """Give the code of the whole if this is a body without a name of its own in the record, else its own."""
        return self.part_of or self.code

    @property
    def sides(self) -> tuple[str, ...]:
        """Give the codes that a mention stands for: a format has no organ that could act, so its members act."""
        return self.members if self.kind == "format" else (self.acts_as,)


class OrganisationTable:
    """All organisations, by code and by surface form."""

    def __init__(self, organisations: tuple[Organisation, ...]) -> None:
        """Index the organisations."""
        self.organisations = organisations
        self._by_code = {row.code: row for row in organisations}
        self._index = FormIndex((form, row) for row in organisations for form in row.names)

    def get(self, code: str) -> Organisation | None:
        """Give the organisation of a code, None if there is none."""
        return self._by_code.get(code)

    def forms(self) -> Iterator[Form[Organisation]]:
        """Give every form, for building a gazetteer."""
        yield from self._index.forms()

    def hits(self, form: str, on: str | None = None) -> tuple[Form[Organisation], ...]:
        """Give every reading of a form; see `FormIndex.hits` for order and the meaning of `on`."""
        return self._index.hits(form, on)

    def by_name(self, name: str, on: str | None = None) -> tuple[Organisation, ...]:
        """Give the organisations that `name` may mean on a date.

        Example:
            >>> [row.acts_as for row in load_organisations().by_name("U.N. Security Council")]
            ['IGO:UN']
        """
        return self._index.rows(name, on)


@lru_cache(maxsize=4)
def load_organisations(extra: Path | None = None) -> OrganisationTable:
    """Read the table once.

    Args:
        extra: a user's table of actors; its IGO: rows are added, or add names to the organisation of that code.

    Raises:
        VocabError: a row is faulty.
    """
    known: dict[str, Organisation] = {}
    for row in read_table("organisations.tsv", COLUMNS):
        if row["code"] in known:
            raise row.fault(f"code {row['code']} stands in the table twice")
        known[row["code"]] = _organisation(row)
    for actor in load_actors_file(extra) if extra else ():
        if actor.code.startswith("IGO:"):
            known[actor.code] = _with_user_row(known.get(actor.code), actor)
    return OrganisationTable(tuple(known.values()))


def _with_user_row(known: Organisation | None, actor: UserActor) -> Organisation:
    if known is not None:
        return replace(known, names=known.names + actor.names)
    kind = actor.kind or "igo"
    if kind not in KINDS:
        raise actor.fault(f"kind {kind!r} is none of {', '.join(sorted(KINDS))}")
    return Organisation(actor.code, actor.name, actor.names, kind, "", actor.period, (), _SOURCE_OF_USER)


def _organisation(row: Row) -> Organisation:
    for column in ("code", "part_of"):
        if (column == "code" or row[column]) and not _CODE.match(row[column]):
            raise row.fault(f"{column} {row[column]!r} is not IGO: and a short name in capitals")
    if row["kind"] not in KINDS:
        raise row.fault(f"kind {row['kind']!r} is none of {', '.join(sorted(KINDS))}")
    return Organisation(
        code=row["code"], name=row.required("name"), names=row.list_of("names"), kind=row["kind"],
        part_of=row["part_of"], period=period_of_row(row), members=row.list_of("members"),
        source=row.required("source"),
    )  # fmt: skip
