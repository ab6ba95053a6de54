"""Says who a name stands for on a date, and which row of which table says so.

In: a name as somebody types it ("the Kremlin", "Lavrov", "Russian foreign minister", "NATO") and an EDTF date.
Out: `Answer` values, likeliest first, each with the file, line and text of its row; near names for one that is unknown.
For people who look something up; the stages ask the tables themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from dragoman.vocab.groups import load_groups
from dragoman.vocab.holders import Holder, HolderTable, load_holders
from dragoman.vocab.metonyms import load_metonyms
from dragoman.vocab.offices import Title, load_offices
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.periods import Period
from dragoman.vocab.states import load_states
from dragoman.vocab.tables import Row, read_table, read_table_file

MOST_NEAR = 5
LEAST_LIKENESS = 75.0
"""Of 100, by rapidfuzz's weighted ratio; at 70 "Moscow" suggests "Mosul", at 80 "Lavrof" suggests nobody."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who a name stands for.

    `code` is the actor's, "" where the sentence decides ("the Foreign Office") or the person is out of office; `label`
    says it in words.
    `kind` is state, metonym, organisation, group, office, holder, former holder or later holder. `file`, `line` and
    `row` are the entry that says so, the row with its tabs as " | ". `since` and `until` are EDTF, "" where open.
    """

    code: str
    label: str
    kind: str
    file: str
    line: int
    row: str
    since: str
    until: str


def look_up_actor(
    name: str, on: str | None = None, *, actors: Path | None = None, holders: Path | None = None
) -> tuple[Answer, ...]:
    """Give every reading of a name, the likeliest first.

    Args:
        name: with or without "the", titles and capitals.
        on: an EDTF date; None means that terms of any time are answers.
        actors: a user's table of names.
        holders: a user's table of office holders.

    Returns:
        Each row once; () if nobody has the name: then ask `near_names`.

    Raises:
        VocabError: a table is faulty.
    """
    bare = re.sub(r"^(?:the|The)\s+", "", " ".join(name.split()))
    table = load_holders(holders)
    found = [
        *_metonyms(bare, on),
        *_states(bare, on, actors),
        *_organisations(bare, on, actors),
        *_groups(bare, on, actors),
        *_offices(bare, on, actors, table),
    ]
    if all(answer.kind == "group" for answer in found):
        found += [_of_holder(term, on) for term in _persons(bare, on, table)]
    return tuple(dict.fromkeys(found))


def near_names(name: str, *, actors: Path | None = None, holders: Path | None = None) -> tuple[str, ...]:
    """Give at most five known names that are spelled like an unknown one, the nearest first."""
    bare = re.sub(r"^the\s+", "", " ".join(name.split()), flags=re.IGNORECASE)
    hits = process.extract(
        bare, _all_names(actors, holders), scorer=fuzz.WRatio, processor=str.lower, limit=4 * MOST_NEAR,
        score_cutoff=LEAST_LIKENESS,
    )  # fmt: skip
    alike = [hit[0] for hit in hits if abs(len(hit[0]) - len(bare)) <= max(3, len(bare) // 2)]
    return tuple(dict.fromkeys(alike))[:MOST_NEAR]


@lru_cache(maxsize=4)
def _all_names(actors: Path | None, holders: Path | None) -> tuple[str, ...]:
    tables: tuple[Iterable[str], ...] = (
        (form.text for form in load_states(actors).forms()),
        (form.text for form in load_organisations(actors).forms()),
        (form.text for form in load_groups(actors).forms()),
        (row.name for row in load_metonyms().rows),
        load_holders(holders).names(),
    )
    return tuple(dict.fromkeys(name for names in tables for name in names))


def _metonyms(name: str, on: str | None) -> Iterator[Answer]:
    for metonym in load_metonyms().by_name(name, on):
        label = f"{metonym.name}: stands for {metonym.code or 'the state that the context names'} ({metonym.sector})"
        row = _row("metonyms.tsv", {"name": metonym.name, "code": metonym.code}, metonym.period)
        yield _answer(metonym.code, label, "metonym", row, metonym.period)


def _states(name: str, on: str | None, actors: Path | None) -> Iterator[Answer]:
    for hit in load_states(actors).hits(name, on):
        state = hit.row.state
        if hit.row.kind != "metonym":
            label = f"{state.name}, by its {hit.row.kind}" if hit.row.kind != "name" else state.name
            row = _row("states.tsv", {"code": state.code}, None, extra=actors, form=name)
            yield _answer(state.code, label, "state", row, hit.row.period)


def _organisations(name: str, on: str | None, actors: Path | None) -> Iterator[Answer]:
    for organisation in load_organisations(actors).by_name(name, on):
        row = _row("organisations.tsv", {"code": organisation.code}, None, extra=actors, form=name)
        yield _answer(organisation.acts_as, organisation.name, "organisation", row, organisation.period)


def _groups(name: str, on: str | None, actors: Path | None) -> Iterator[Answer]:
    for group in load_groups(actors).by_name(name, on):
        row = _row("groups.tsv", {"code": group.code}, None, extra=actors, form=name)
        yield _answer(group.code, group.name, "group", row, group.period)


def _offices(name: str, on: str | None, actors: Path | None, table: HolderTable) -> Iterator[Answer]:
    """Answer "Russian foreign minister", "foreign minister of Russia" and "NATO secretary-general"."""
    for code, title in _sides_and_titles(name, on, actors):
        terms = table.holders_of(code, title.office, on or "")
        for term in terms:
            yield _of_holder(term, on)
        if not terms:
            row = next(row for row in read_table("offices.tsv", ()) if row.line == title.line)
            yield Answer(code, f"{title.phrase} of {code}", "office", row.file, row.line, _text(row), "", "")


def _sides_and_titles(name: str, on: str | None, actors: Path | None) -> Iterator[tuple[str, Title]]:
    words = name.split()
    splits = [(words[:at], words[at:]) for at in range(1, len(words))]
    if " of " in name:
        splits += [(words[at + 1 :], words[:at]) for at, word in enumerate(words) if word == "of"]
    for side, office in splits:
        text = re.sub(r"^the\s|['’]s$", "", " ".join(side), flags=re.IGNORECASE)
        codes = [hit.row.state.code for hit in load_states(actors).hits(text, on)]
        codes += [organisation.acts_as for organisation in load_organisations(actors).by_name(text, on)]
        for code in dict.fromkeys(codes):
            titles = load_offices().find(" ".join(office), code)
            yield from ((code, title) for title in titles[:1] if title.kind == "title" and not title.former)


def _persons(name: str, on: str | None, table: HolderTable) -> tuple[Holder, ...]:
    """Give the terms of the persons named, without the titles before the name."""
    words = name.split()
    terms = table.find_person(name, on)
    while not terms and len(words) > 1:
        taken = next((n for n in range(len(words) - 1, 0, -1) if load_offices().find(" ".join(words[:n]))), 0)
        if not taken:
            break
        words = words[taken:]
        terms = table.find_person(" ".join(words), on)
    return terms


def _of_holder(term: Holder, on: str | None) -> Answer:
    kind = "holder"
    if on and not term.holds_on(on):
        kind = "former holder" if term.start <= on else "later holder"
    span = f"{term.start or '?'} to {term.end or 'now'}"
    label = f"{term.person}, {term.office} of {term.code}, {span} ({term.source})"
    cells = (term.code, term.office, term.person, "|".join(term.spellings), term.wikidata, term.start, term.end,
             term.precision, term.source, "|".join(term.checked))  # fmt: skip
    code = term.code if kind == "holder" else ""
    return Answer(code, label, kind, term.file, term.line, " | ".join(cells), term.start, term.end)


def _row(file: str, cells: dict[str, str], period: Period | None, *, extra: Path | None = None, form: str = "") -> Row:
    """Find the row of a shipped table with these cells (and that beginning), or the user's row that has the form."""
    found = read_table(file, ())
    rows = [row for row in found if all(row[column].lstrip("?") == text for column, text in cells.items())]
    if period and period.first:
        rows = [row for row in rows if row["from"] and period.since.startswith(row["from"])] or rows
    if extra and not any(form in _text(row) for row in rows):
        own = [row for row in read_table_file(extra, ()) if row["code"] == cells["code"]]
        rows = own or rows
    return rows[0]


def _answer(code: str, label: str, kind: str, row: Row, period: Period) -> Answer:
    return Answer(code, label, kind, row.file, row.line, _text(row), period.since, period.until)


def _text(row: Row) -> str:
    return " | ".join(row.cells.values())
