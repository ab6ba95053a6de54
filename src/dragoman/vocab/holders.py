"""Who held which office of which state, organisation or group, and when.

In: `data/holders_*.tsv` (facts with their source, see docs/office-holders.md) and a user's own table.
Out: `Holder` rows, found by the name of a person or by code and office, on a date. What the text itself says about a
person comes first: this table confirms or fills in. It must not read texts, titles or sentences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import Indel

from dragoman.text.edtf import bounds_of
from dragoman.text.names import PARTICLES, SUFFIXES, fold_name, name_key, same_person
from dragoman.vocab.tables import Row, read_table, read_table_file

FILES = ("holders_leaders.tsv", "holders_ministers.tsv", "holders_editorial.tsv")
COLUMNS = ("code", "office", "person", "spellings", "wikidata", "start", "end", "precision", "source")
USER_COLUMNS = ("code", "office", "person", "start", "end")
_CODE = re.compile(r"[A-Z]{3}\Z|(?:IGO|GRP):[A-Z0-9][A-Z0-9+-]*\Z")
_OFFICE = re.compile(r"[A-Z]{2,8}\Z")


@dataclass(frozen=True, slots=True)
class Holder:
    """One term of one person in one office.

    `code` is the state, organisation (IGO:) or group (GRP:); `office` HOS, HOG, VHOS, FM, DM, MIL, LEG, SPY, IGO or
    OTHER. `start` and `end` are EDTF, "" where open: an open end means in office still. `precision` is D (day), M or Y.
    `source` "editorial" marks general knowledge, "user" a row of the user's own table. `checked` names the tables that
    confirm the row. `file` and `line` say where it stands.
    """

    code: str
    office: str
    person: str
    spellings: tuple[str, ...]
    wikidata: str
    start: str
    end: str
    precision: str
    source: str
    checked: tuple[str, ...]
    file: str
    line: int

    def holds_on(self, on: str) -> bool:
        """Say whether the term and the EDTF date share a day; "" shares one with every term."""
        first, last = bounds_of(on)
        return (last is None or not self.start or self.start <= last.isoformat()) and (
            first is None or not self.end or self.end + "~" >= first.isoformat()
        )

    @property
    def trust(self) -> int:
        """Order of sources: 3 the user's own, 2 a sourced row with days, 1 a sourced row with years, 0 editorial."""
        if self.source == "user":
            return 3
        return 0 if self.source == "editorial" else 2 if self.precision == "D" else 1


ALIKE = 0.65
"""Share of letters in common from which two words can be spellings of one name: "Qadhafi", "Gaddafi" have .71."""


class HolderTable:
    """All terms, by name of the person and by code and office; the indexes of names are made when first needed."""

    def __init__(self, holders: tuple[Holder, ...]) -> None:
        """Take the rows; earlier ones win among equals."""
        self.holders = holders
        self._offices: dict[tuple[str, str], list[Holder]] = defaultdict(list)
        self._persons: dict[str, list[Holder]] = {}
        self._full: dict[str, set[str]] = defaultdict(set)
        self._short: dict[str, set[str]] = defaultdict(set)
        self._by_key: dict[str, set[str]] = defaultdict(set)
        for holder in holders:
            self._offices[holder.code, holder.office].append(holder)

    def find_person(self, name: str, on: str | None = None) -> tuple[Holder, ...]:
        """Give all terms of all persons whom the name may mean.

        Args:
            name: as a text has it, without titles: "Sergei Lavrov", "Lavrov", "S. Lavrov".
            on: an EDTF date; the terms that hold then come first, then earlier, then later ones.

        Returns:
            Within these groups, the more trusted source first, then the later start. () if nobody fits.
        """
        self._index()
        terms = [term for key in self._keys_of(fold_name(name)) for term in self._persons[key]]
        return tuple(sorted(terms, key=lambda term: _nearness(term, on)))

    def in_office(self, name: str, on: str) -> tuple[Holder, ...]:
        """Give only those terms of `find_person` that hold on the date: a former official is no longer the state."""
        return tuple(term for term in self.find_person(name, on) if term.holds_on(on))

    def holders_of(self, code: str, office: str, on: str = "") -> tuple[Holder, ...]:
        """Give all terms in an office that hold on a date, the most trusted and latest first."""
        found = [term for term in self._offices.get((code, office), ()) if term.holds_on(on)]
        return tuple(sorted(found, key=lambda term: _nearness(term, on or None)))

    def holder_of(self, code: str, office: str, on: str) -> Holder | None:
        """Give the one holder of an office on a date.

        On the day of a change it is the new holder. None if nobody is known, or several and no source decides
        (a collective head of state, a year in which the office changed hands and only years are known).
        """
        found = self.holders_of(code, office, on)
        best = [term for term in found if term.trust == found[0].trust]
        if len({term.person for term in best}) > 1:
            best = [term for term in best if term.end != on]
        return best[0] if len({term.person for term in best}) == 1 else None

    def names(self) -> Iterator[str]:
        """Give every name and spelling once, for suggestions."""
        yield from dict.fromkeys(form for holder in self.holders for form in (holder.person, *holder.spellings))

    def _keys_of(self, folded: str) -> Iterable[str]:
        """Give the persons of a folded name: exact, then by the short name, then by spelling variants."""
        words = tuple(word for word in folded.split() if word not in SUFFIXES) or tuple(folded.split())
        exact = self._full.get(folded) or self._short.get(" ".join(words))
        if exact or not words:
            return exact or ()
        if not self._by_key:
            for short, keys in self._short.items():
                self._by_key[name_key(short.split()[-1])] |= keys
        variants = self._by_key.get(name_key(words[-1]), set()) | self._by_key.get(name_key(words[0]), set())
        if len(words) == 1:
            return [key for key in sorted(variants) if len(words[0]) > 3 and self._looks_like(words[0], key)]
        return [
            key for key in sorted(variants)
            if all(len(word) == 1 or self._looks_like(word, key) for word in (words[0], words[-1]))
            and any(same_person(folded, form) for form in self._forms(key))
        ]  # fmt: skip

    def _looks_like(self, word: str, key: str) -> bool:
        """Whether a word shares most letters with a word of a person's names, not only the sounds that a key keeps."""
        words = {part for form in (key, *map(fold_name, self._forms(key))) for part in form.split()}
        return any(Indel.normalized_similarity(word, other) >= ALIKE for other in words if len(other) > 3)

    def _forms(self, key: str) -> Iterator[str]:
        for holder in self._persons[key]:
            yield from (form for form in (holder.person, *holder.spellings) if " " in form)

    def _index(self) -> None:
        if self._persons:
            return
        orders = {row["code"]: row["short"] for row in read_table("name_orders.tsv", ("code", "short"))}
        for holder in self.holders:
            key = fold_name(holder.person)
            known = self._persons.setdefault(key, [])
            known.append(holder)
            forms = [key, *(fold_name(form) for form in holder.spellings)]
            if len(known) > 1 and all(key in self._full.get(form, ()) for form in forms):
                continue
            for form in forms:
                self._full[form].add(key)
                for short in _short_forms(form.split(), orders.get(holder.code, "last")):
                    self._short[short].add(key)


def _short_forms(words: list[str], order: str) -> Iterator[str]:
    """Give the forms by which later sentences call a person: the family name, with its particles too."""
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    if len(words) < 2:
        yield from words
        return
    if order == "first":
        yield words[0]
    yield words[-1]
    if len(words) > 2 and (words[-2] in PARTICLES or order == "both"):
        yield " ".join(words[-2:])
    if len(words) > 2 and order == "both" and words[-2] not in PARTICLES:
        yield words[-2]


def _nearness(term: Holder, on: str | None) -> tuple[int, int, str]:
    """Sort key: holding on the date, then ended before it, then begun after it; trust; the later start first."""
    group = 0
    if on and not term.holds_on(on):
        group = 1 if term.start and term.start <= on else 2
    later_first = "".join(chr(ord("9") - ord(c) + ord("0")) if c.isdigit() else c for c in term.start or "0000")
    return group, -term.trust, later_first


@lru_cache(maxsize=4)
def load_holders(extra: Path | None = None) -> HolderTable:
    """Read the shipped tables once, and a user's own before them.

    Args:
        extra: a tab-separated file with at least the columns code, office, person, start, end.

    Raises:
        VocabError: a file or row is faulty; the message names file and line.
    """
    own = tuple(_user_holder(row) for row in read_table_file(extra, USER_COLUMNS)) if extra else ()
    shipped = tuple(_holder(row, row["source"]) for file in FILES for row in read_table(file, COLUMNS))
    return HolderTable(own + shipped)


def _holder(row: Row, source: str) -> Holder:
    cells = row.cells
    return Holder(
        cells["code"], cells["office"], cells["person"], row.list_of("spellings"), row["wikidata"], cells["start"],
        cells["end"], row["precision"], source, row.list_of("checked"), row.file, row.line,
    )  # fmt: skip


def _user_holder(row: Row) -> Holder:
    """Check a row of the user's table.

    Raises:
        VocabError: with file, line and what to write instead.
    """
    if not _CODE.match(row.required("code")):
        raise row.fault(f"code {row['code']!r} is not PAK, IGO:NAME or GRP:NAME")
    if not _OFFICE.match(row.required("office")):
        raise row.fault(f"office {row['office']!r} is no office; write HOS, HOG, FM, DM, MIL, LEG, SPY, IGO or OTHER")
    row.required("person")
    for column in ("start", "end"):
        if not re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", row[column]):
            raise row.fault(f"{column} {row[column]!r} is no date; write 2012, 2012-10 or 2012-10-04, or nothing")
        try:
            bounds_of(row[column])
        except ValueError as error:
            raise row.fault(f"{column}: {error}; write a day that exists") from error
    if row["end"] and row["start"] > row["end"] + "~":
        raise row.fault(f"the term ends ({row['end']}) before it begins ({row['start']}); exchange the two")
    return _holder(row, "user")
