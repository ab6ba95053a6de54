"""Judges rows of office holders by the second tables.

In: terms in office, and what `second_tables` reads. Out: for each term a verdict: which tables confirm it, or why it is
doubtful. It must not know where a row came from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz.distance import DamerauLevenshtein
from second_tables import FOREVER, PHOENIX_BEGINS, PHOENIX_ENDS, Services, Spell

from dragoman.text.names import PARTICLES, fold_name, name_key, same_person, same_word

TOLERANCE = timedelta(days=31)
COLLECTIVE_HEADS = frozenset({"BIH", "CHE", "SMR", "AND", "YUG", "SCG"})
"""States with several heads at one time, so that overlapping terms are no contradiction."""

TABLE_ENDS = {"archigos": date(2015, 12, 30), "reign": date(2021, 2, 28), "us_congress": FOREVER, "factbook": FOREVER}
"""The last day that a table knows."""

TITLES = re.compile(
    r"\b(king|queen|emperor|empress|prince|princess|pope|sultan|emir|sheikh|president|prime|minister|general|marshal|colonel|"
    r"acting|interim|premier|chancellor|captain|regent|mullah|ayatollah|doctor|dr|sir|lord|mrs|grand|duke|duchess|chairman)\b"
)
"""Words in a table's names that name nobody."""


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a holders file; dates as first and last possible day, `end` FOREVER while in office."""

    code: str
    office: str
    person: str
    spellings: tuple[str, ...]
    wikidata: str
    start: date
    end: date
    precision: str

    @property
    def middle(self) -> date:
        """The day halfway through the term (today at the latest)."""
        last = min(self.end, date(2025, 10, 1))
        return self.start + (last - self.start) / 2 if last > self.start else self.start


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the second tables say: names of the confirming tables, and a reason if the row is doubtful.

    `years` names a table that contradicts the days of the row but agrees with the years of its start and end.
    """

    confirmed: tuple[str, ...]
    doubt: str
    years: str = ""


def names_agree(term: Term, name: str) -> bool:
    """Say whether a table's name (often only a surname) can be the row's person."""
    words = {w for n in (term.person, *term.spellings) for w in TITLES.sub("", fold_name(n)).split()}
    wanted = [w for w in TITLES.sub("", fold_name(name)).split() if w not in PARTICLES and len(w) > 1]
    return any(w == v or _spelled_alike(w, v) for w in wanted for v in words if v not in PARTICLES)


def _spelled_alike(a: str, b: str) -> bool:
    """Say whether two words of names are one, with at most one slip in words of five letters or more."""
    if min(len(a), len(b)) < 4:
        return False
    return same_word(a, b) or (a[0] == b[0] and min(len(a), len(b)) > 4 and DamerauLevenshtein.distance(a, b) <= 1)


def near(day: date, other: date | None, *, precision: str) -> bool:
    """Say whether two days are at most 31 days apart, or of one year where the row only knows the year."""
    if other is None:
        return False
    if precision == "Y" and day.year == other.year:
        return True
    return abs(day - other) <= TOLERANCE


def start_agrees(term: Term, spell: Spell) -> bool:
    """Say whether the two begin together; a table that begins later than the term cannot tell."""
    if spell.first and term.start <= spell.start:
        return True
    return near(term.start, spell.start, precision=term.precision)


def end_agrees(term: Term, spell: Spell) -> bool:
    """Say whether the two end together, or the table stops before the term does."""
    if spell.end is None or spell.table == "factbook":
        return spell.end is None or term.end >= spell.start
    return near(term.end, spell.end, precision=term.precision)


def _years_agree(term: Term, spell: Spell) -> bool:
    """Say whether start and end fall into the same years as the table's."""
    start = spell.first or spell.start.year == term.start.year
    end = spell.end is None or spell.table == "factbook" or spell.end.year == term.end.year
    return start and end and term.end != FOREVER


def overlaps(term: Term, start: date, end: date | None) -> bool:
    """Say whether a term and a period share a day."""
    return term.start <= (end or FOREVER) and start <= term.end


def confirm_service(term: Term, services: Services) -> tuple[str, ...]:
    """Say whether the dictionary has the person in that government's service from the start of the term to its end.

    It tells no office and covers 2003 to 2010, so it confirms person, state and time only.
    """
    if term.end < PHOENIX_BEGINS or term.start > PHOENIX_ENDS:
        return ()
    names = [name for name in (term.person, *term.spellings) if " " in name]
    keys = {name_key(fold_name(name).split()[-1]) for name in names}
    mine = [s for key in keys for s in services.get((term.code, key), ()) if any(same_person(s.name, n) for n in names)]
    needed_from, needed_to = max(term.start, PHOENIX_BEGINS), min(term.end, PHOENIX_ENDS)
    reached = needed_from + TOLERANCE
    for service in sorted(mine, key=lambda s: s.start or date.min):
        # months without a list leave gaps of up to two months
        if (service.start or date.min) <= reached + TOLERANCE:
            reached = max(reached, service.end or FOREVER)
    started = any((s.start or date.min) <= needed_from + TOLERANCE for s in mine)
    return ("phoenix",) if started and reached >= needed_to - TOLERANCE and reached > needed_from + TOLERANCE else ()


def _other_term(term: Term, other: Term) -> bool:
    """Say whether it is a term of its own: of another office, or at another time; not a second telling of the same."""
    return other.office != term.office or not overlaps(other, term.start + TOLERANCE, term.end - TOLERANCE)


class Judge:
    """Judges terms of heads of state and government against the spells of second tables."""

    def __init__(self, terms: list[Term], spells: dict[str, list[Spell]]) -> None:
        """Keep the terms by state; `spells` as `read_spells` gives them."""
        self.spells = spells
        self.terms: dict[str, list[Term]] = defaultdict(list)
        for term in terms:
            self.terms[term.code].append(term)

    def judge(self, term: Term) -> Verdict:
        """Give the tables that confirm the term, or the reason why it is doubtful."""
        confirmed, doubts, years = [], [], ""
        for table in ("archigos", "reign", "factbook", "us_congress"):
            spells = [s for s in self.spells.get(term.code, ()) if s.table == table and s.office in ("", term.office)]
            mine = [s for s in spells if overlaps(term, s.start - TOLERANCE, s.end) and names_agree(term, s.person)]
            if any(start_agrees(term, s) and end_agrees(term, s) for s in mine):
                confirmed.append(table)
            elif mine:
                doubts.append(self._date_doubt(term, mine))
                years = years or (table if any(_years_agree(term, s) for s in mine) else "")
            elif not table.startswith(("fact", "us_")):
                doubts.append(self._person_doubt(term, spells))
        doubts = [d for d in doubts if d]
        return Verdict(tuple(confirmed), "" if confirmed or not doubts else doubts[0], years)

    def _date_doubt(self, term: Term, mine: list[Spell]) -> str:
        """Say which end of the term disagrees, unless another office of the person or of the state explains it."""
        best = min(mine, key=lambda s: abs(s.start - term.start) + abs((s.end or term.end) - term.end))
        if best.table != "factbook" and not self._is_leading_office(term, best.table):
            return ""
        if term.code in COLLECTIVE_HEADS:
            return ""
        own = [t for t in self.terms[term.code] if _other_term(term, t) and names_agree(t, term.person)]
        start_ok = any(start_agrees(term, s) for s in mine) or any(
            t.start < term.start <= t.end + TOLERANCE or near(t.start, best.start, precision=t.precision) for t in own
        )
        end_ok = any(end_agrees(term, s) for s in mine) or any(
            t.start - TOLERANCE <= term.end < t.end or near(t.end, best.end or FOREVER, precision=t.precision)
            for t in own
        )
        within = best.start - TOLERANCE <= term.start and term.end <= (best.end or FOREVER) + TOLERANCE
        start_ok = start_ok or within and self._formal_neighbour(term, term.start, best.table)
        end_ok = end_ok or within and self._formal_neighbour(term, term.end, best.table)
        if start_ok and end_ok:
            return ""
        return f"{best.table} has {best.person} {best.start}..{best.end or ''}"

    def _formal_neighbour(self, term: Term, day: date, table: str) -> bool:
        """Say whether the office passed on that day from or to somebody who never led the state by that table.

        Then the office is a formal one (a figurehead came before or after), and a longer rule is no conflict.
        """
        for other in self.terms[term.code]:
            if other.office != term.office or names_agree(other, term.person):
                continue
            if abs(other.start - day) <= TOLERANCE or abs(other.end - day) <= TOLERANCE:
                led = any(s.table == table and names_agree(other, s.person) for s in self.spells[term.code])
                if not led:
                    return True
        return False

    def _person_doubt(self, term: Term, spells: list[Spell]) -> str:
        """Say that another person led the state, unless the row's office is not the one that leads."""
        there = [s for s in spells if s.start <= term.middle <= (s.end or FOREVER)]
        if not there or term.middle > TABLE_ENDS[there[0].table] or not self._is_leading_office(term, there[0].table):
            return ""
        others = [t for t in self.terms[term.code] if overlaps(t, term.middle - TOLERANCE, term.middle + TOLERANCE)]
        if any(names_agree(t, s.person) for t in others for s in there):
            return ""
        return f"{there[0].table} has {there[0].person} {there[0].start}..{there[0].end or ''}"

    def _is_leading_office(self, term: Term, table: str) -> bool:
        """Say whether the leaders that a table names around the term held the term's office, by a majority of 60 %."""
        window = timedelta(days=3653)
        votes = {"HOS": 0, "HOG": 0}
        for spell in self.spells.get(term.code, ()):
            if spell.table != table or not overlaps(
                term, spell.start - window, (spell.end or FOREVER - window) + window
            ):
                continue
            for office in votes:
                votes[office] += any(
                    t.office == office and overlaps(t, spell.start, spell.end) and names_agree(t, spell.person)
                    for t in self.terms[term.code]
                )
        total = sum(votes.values())
        return term.office in votes and total > 0 and votes[term.office] / total >= 0.6
