"""Reads the tables against which office holders are checked.

In: the folder of world facts (one sub-folder a source, see its README files).
Out: spells in power or office per state, and persons' times in a government's service. Nothing of these tables goes
into a shipped file but the name of the table that confirms a row.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from dragoman.text.names import fold_name, name_key

FOREVER = date(2999, 12, 31)
FORMER = (
    ("RUS", "SUN", date(1991, 12, 26)),
    ("YUG", "YUG", date(2003, 2, 4)),
    ("YUG", "SCG", date(2006, 6, 5)),
    ("YUG", "SRB", FOREVER),
    ("VNM", "VDR", date(1976, 7, 2)),
)
"""Code in the tables, code of the state before it, and the day the older state ended."""


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
                dates = (
                    max(date(1945, 1, 1), date.fromisoformat(row["startdate"].strip())),
                    date.fromisoformat(row["enddate"].strip()),
                )
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
    codes |= {
        "kv": "XKX",
        "gz": "PSE",
        "we": "PSE",
        "tw": "TWN",
        "ri": "SRB",
        "mj": "MNE",
        "od": "SSD",
        "va": "VAT",
        "vt": "VAT",
    }
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


@dataclass(frozen=True, slots=True)
class Service:
    """A person's time in the service of a government, of any office, as the Phoenix dictionary dates it by months."""

    name: str
    code: str
    start: date | None
    end: date | None


Services = dict[tuple[str, str], list[Service]]

PHOENIX_BEGINS, PHOENIX_ENDS = date(2003, 1, 1), date(2010, 10, 1)
"""The months that its lists of cabinets cover; what began before is dated from the first of them."""


def read_services(world: Path) -> Services:
    """Read persons with dated government codes from the Phoenix dictionary, by state and key of the last word."""
    services: Services = defaultdict(list)
    names: list[str] = []
    inside = False
    for line in (world / "phoenix/Phoenix.Countries.actors.txt").read_text(encoding="latin-1").splitlines():
        if line.startswith("\t["):
            inside = True
            match = re.match(r"\t\[([A-Z]{3})(?:GOV|MIL)[A-Z]* ?([<>]?)(\d{6,8})?(?:-(\d{6,8}))?\]", line)
            if match and match[3]:
                start = None if match[2] == "<" else _phoenix_day(match[3])
                end = _phoenix_day(match[3]) if match[2] == "<" else _phoenix_day(match[4] or "")
                for name in names:
                    key = match[1], name_key(name.split()[-1])
                    services[key].append(Service(name, match[1], start, end))
        elif line[:1] in "+ABCDEFGHIJKLMNOPQRSTUVWXYZ" and line:
            names = [] if inside or line[0] != "+" else names
            folded = fold_name(re.split(r"_? *[;\[#]|_$", line.lstrip("+"))[0].replace("_", " "))
            names += [folded] if folded else []
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
