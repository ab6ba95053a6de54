"""Reads the tables against which office holders are checked, and judges a row by them.

In: the folder of world facts (one sub-folder a source, see its README files) and rows of the holders files.
Out: spells in office per table, and for each row a verdict: which tables confirm it, or why it is doubtful.
Nothing of these tables is written into a shipped file but the name of the table that confirms a row.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from rapidfuzz.distance import DamerauLevenshtein

from dragoman.text.names import PARTICLES, fold_name, same_word

TOLERANCE = timedelta(days=31)
FOREVER = date(2999, 12, 31)
COLLECTIVE_HEADS = frozenset({"BIH", "CHE", "SMR", "AND", "YUG", "SCG"})
"""States with several heads at one time, so that overlapping terms are no contradiction."""

TABLE_ENDS = {"archigos": date(2015, 12, 30), "reign": date(2021, 2, 28), "us_congress": FOREVER, "factbook": FOREVER}
"""The last day that a table knows."""

FORMER = (
    ("RUS", "SUN", date(1991, 12, 26)),
    ("YUG", "YUG", date(2003, 2, 4)),
    ("YUG", "SCG", date(2006, 6, 5)),
    ("YUG", "SRB", FOREVER),
    ("VNM", "VDR", date(1976, 7, 2)),
)
"""Code in the tables, code of the state before it, and the day the older state ended."""

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
class Spell:
    """One spell in power or office in a second table; `end` None where the table leaves it open."""

    table: str
    code: str
    person: str
    start: date
    end: date | None
    office: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the second tables say: names of the confirming tables, and a reason if the row is doubtful.

    `years` names a table that contradicts the days of the row but agrees with the years of its start and end.
    """

    confirmed: tuple[str, ...]
    doubt: str
    years: str = ""


def read_spells(world: Path) -> dict[str, list[Spell]]:
    """Read all second tables under `world`, grouped by state code."""
    cow = _cow_codes(world)
    spells: dict[str, list[Spell]] = defaultdict(list)
    for spell in (*_archigos(world, cow), *_reign(world, cow), *_factbook(world), *_congress(world)):
        code = _state_then(spell.code, spell.start)
        spells[code].append(replace(spell, code=code))
    return {code: _mark_first(found) for code, found in spells.items()}


def _state_then(code: str, day: date) -> str:
    """Give the code of the state that was there on the day, where the tables use one number for several."""
    for now, then, until in FORMER:
        if code == now and day < until:
            return then
    return code


def _mark_first(spells: list[Spell]) -> list[Spell]:
    """Mark the first spell of each table: whether it began earlier, the table cannot say."""
    first = {table: min(s.start for s in spells if s.table == table) for table in {s.table for s in spells}}
    return [replace(s, first=s.start == first[s.table] and s.table in ("archigos", "reign")) for s in spells]


def _cow_codes(world: Path) -> dict[str, str]:
    """Map numbers of the Correlates of War to ISO codes by the names of states."""
    by_name = {}
    with (world / "country_codes/country-codes.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            for field in ("CLDR display name", "UNTERM English Short", "official_name_en"):
                by_name[fold_name(re.sub(r"\(.*?\)", "", row[field]))] = row["ISO3166-1-Alpha-3"]
    odd = {
        "255": "DEU", "260": "DEU", "265": "DDR", "315": "CSK", "345": "YUG", "347": "XKX", "365": "RUS", "816": "VNM",
        "817": "RVN", "678": "YAR", "679": "YEM", "680": "YMD", "731": "PRK", "732": "KOR", "490": "COD", "484": "COG",
        "437": "CIV", "402": "CPV", "403": "STP", "404": "GNB", "438": "GIN", "411": "GNQ", "775": "MMR", "812": "LAO",
        "811": "KHM", "850": "IDN", "630": "IRN", "640": "TUR", "652": "SYR", "710": "CHN", "713": "TWN", "835": "BRN",
        "860": "TLS", "987": "FSM", "316": "CZE", "317": "SVK", "343": "MKD", "346": "BIH", "2": "USA", "200": "GBR",
        "359": "MDA", "510": "TZA", "572": "SWZ", "345x": "SRB", "31": "BHS", "420": "GMB", "663": "JOR", "101": "VEN",
        "145": "BOL", "210": "NLD", "520": "SOM", "531": "ERI", "581": "COM", "702": "TJK", "626": "SSD", "553": "MWI",
    }  # fmt: skip
    found = {}
    with (world / "country_codes/cow_states2016.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found[row["ccode"]] = odd.get(row["ccode"]) or by_name.get(fold_name(row["statenme"]), "")
    return {**found, **odd}


def _archigos(world: Path, cow: dict[str, str]) -> list[Spell]:
    """Effective leaders to 2015; the yearly rows of one leader are joined."""
    by_leader: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    with (world / "archigos/arch_annual.txt").open(encoding="utf-8", errors="replace", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            if row["enddate"] >= "1945" and cow.get(row["ccode"]):
                dates = max(date(1945, 1, 1), date.fromisoformat(row["startdate"].strip())), date.fromisoformat(row["enddate"].strip())
                by_leader[cow[row["ccode"]], row["leadid"]].append((*dates, row["leader"]))
    spells = []
    for (code, _), years in by_leader.items():
        years.sort()
        start, end, name = years[0]
        for next_start, next_end, _ in years[1:]:
            if next_start - end > timedelta(days=2):
                spells.append(Spell("archigos", code, name, start, end))
                start = next_start
            end = next_end
        spells.append(Spell("archigos", code, name, start, None if end >= date(2015, 12, 31) else end))
    return spells


def _reign(world: Path, cow: dict[str, str]) -> list[Spell]:
    """Effective leaders 1945 to March 2021; ends have the precision of a month."""
    spells = []
    with (world / "reign/leaderlist_3_21.csv").open(encoding="utf-8", errors="replace", newline="") as stream:
        for row in csv.DictReader(stream):
            code = cow.get(row["ccode"], "")
            if not code or not row["eyear"]:
                continue
            start = date(int(row["syear"]), int(row["smonth"]), min(int(row["sdate"]), 28))
            end = date(int(row["eyear"]), int(row["emonth"]), 15)
            spells.append(Spell("reign", code, row["leader"], start, None if end >= date(2021, 3, 1) else end))
    return spells


def _factbook(world: Path) -> list[Spell]:
    """Chiefs of state and government 2014-2026: names as printed, the day since when."""
    codes = {}
    with (world / "country_codes/country-codes.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            codes[row["FIPS"].lower()] = row["ISO3166-1-Alpha-3"]
    codes |= {"kv": "XKX", "gz": "PSE", "we": "PSE", "tw": "TWN", "ri": "SRB", "mj": "MNE", "od": "SSD", "va": "VAT", "vt": "VAT"}
    spells = []
    with (world / "factbook_leaders/chiefs_2014_2026.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            deputy = re.search(r"Deputy|Vice|represented|formerly|Statement|Co-ruler", row["person"])
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", row["since"]) or row["gec"] not in codes or deputy:
                continue
            office = "HOS" if row["role"] == "chief of state" else "HOG"
            since = date.fromisoformat(row["since"])
            last = date.fromisoformat(row["last_seen"])
            spells.append(Spell("factbook", codes[row["gec"]], row["person"], since, last, office))
    return spells


def _congress(world: Path) -> list[Spell]:
    """Presidents and vice presidents of the United States, consecutive terms joined."""
    spells: list[Spell] = []
    name, start, kind = "", "", ""
    for line in (world / "us_congress/executive.yaml").read_text(encoding="utf-8").splitlines():
        field, _, value = line.strip().lstrip("- ").partition(": ")
        value = value.strip("'")
        if field in ("first", "last"):
            name = value if field == "first" else f"{name} {value}"
        elif field == "type":
            kind = "HOS" if value == "prez" else "VHOS"
        elif field == "start":
            start = value
        elif field == "end" and value >= "1945":
            begin, end = date.fromisoformat(start), date.fromisoformat(value)
            last = spells[-1] if spells else None
            if last and (last.person, last.office, last.end) == (name, kind, begin):
                spells[-1] = Spell("us_congress", "USA", name, last.start, end, kind)
            else:
                spells.append(Spell("us_congress", "USA", name, begin, end, kind))
    return spells


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


@dataclass(frozen=True, slots=True)
class Service:
    """A person's time in the service of a government, of any office, as the Phoenix dictionary dates it."""

    code: str
    start: date | None
    end: date | None


def read_services(world: Path) -> dict[str, list[Service]]:
    """Read persons with dated government codes from the Phoenix dictionary (MIT), by folded name."""
    services: dict[str, list[Service]] = defaultdict(list)
    names: list[str] = []
    inside = False
    for line in (world / "phoenix/Phoenix.Countries.actors.txt").read_text(encoding="latin-1").splitlines():
        if line.startswith("\t["):
            inside = True
            match = re.match(r"\t\[([A-Z]{3})GOV ?([<>]?)(\d{6,8})?(?:-(\d{6,8}))?\]", line)
            if match and match[3]:
                start = None if match[2] == "<" else _phoenix_day(match[3])
                end = _phoenix_day(match[3]) if match[2] == "<" else _phoenix_day(match[4] or "")
                for name in names:
                    services[name].append(Service(match[1], start, end))
        elif line[:1] in "+ABCDEFGHIJKLMNOPQRSTUVWXYZ" and line:
            names = [] if inside or line[0] != "+" else names
            names.append(fold_name(re.split(r"_? *[;\[#]|_$", line.lstrip("+"))[0].replace("_", " ")))
            inside = False
    return services


def _phoenix_day(digits: str) -> date | None:
    """Read YYMMDD or YYYYMMDD."""
    if len(digits) == 6:
        digits = "19" + digits if digits > "300000" else "20" + digits
    try:
        return date(int(digits[:4]), max(1, int(digits[4:6])), max(1, int(digits[6:8])))
    except ValueError:
        return None


def confirm_service(term: Term, services: dict[str, list[Service]]) -> tuple[str, ...]:
    """Say whether the dictionary has the person in that government's service from the start of the term to its end.

    It tells no office and knows nothing after 2012, so it confirms person, state and time only.
    """
    for name in (term.person, *term.spellings):
        for service in services.get(fold_name(name), ()):
            entered = service.start is None or service.start <= term.start + TOLERANCE
            if service.code != term.code or not (entered or near(term.start, service.start, precision=term.precision)):
                continue
            if term.start < date(2012, 1, 1) and (service.end is None or service.end >= min(term.end, date(2011, 1, 1)) - TOLERANCE):
                return ("phoenix",)
    return ()


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
        own = [t for t in self.terms[term.code] if t != term and names_agree(term, t.person)]
        start_ok = any(start_agrees(term, s) for s in mine) or any(
            t.start < term.start <= t.end + TOLERANCE or near(t.start, best.start, precision=t.precision) for t in own
        )
        end_ok = any(end_agrees(term, s) for s in mine) or any(
            t.start - TOLERANCE <= term.end < t.end or near(t.end, best.end or FOREVER, precision=t.precision) for t in own
        )
        within = best.start - TOLERANCE <= term.start and term.end <= (best.end or FOREVER) + TOLERANCE
        start_ok = start_ok or within and self._formal_neighbour(term, term.start, best.table)
        end_ok = end_ok or within and self._formal_neighbour(term, term.end, best.table)
        if start_ok and end_ok:
            return ""
        return f"{best.table} has {best.person} {best.start}..{best.end or ''}"

    def _formal_neighbour(self, term: Term, day: date, table: str) -> bool:
        """Say whether the office passed on that day from or to somebody who never led the state by that table.

        Then the office is a formal one (a figurehead came before or after), and the leader's longer rule is no conflict.
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
            if spell.table != table or not overlaps(term, spell.start - window, (spell.end or FOREVER - window) + window):
                continue
            for office in votes:
                votes[office] += any(
                    t.office == office and overlaps(t, spell.start, spell.end) and names_agree(t, spell.person)
                    for t in self.terms[term.code]
                )
        total = sum(votes.values())
        return term.office in votes and total > 0 and votes[term.office] / total >= 0.6
