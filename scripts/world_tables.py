"""Reads the tables against which the world tables are checked.

In: the folder of world facts (country_codes, factbook, cow_igo, geonames_cities, phoenix). Out: `SecondTables`.
Only the names of these tables and the values that contradict ours are ever written; nothing of them is shipped.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.vocab.surface import surface_key

MONTHLESS_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")
FACTBOOK_SPECIAL = {"RI": "SRB", "KV": "XKX", "WE": "PSE", "GZ": "PSE"}
"""Factbook codes that the country-codes table does not map to one state."""

CENSORED = 2011
"""Ends from this year on may only be the end of a table, not of a state."""

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Years:
    """First and last year of a state or organisation in the table `source`; `names` are its keys there."""

    start: int | None
    to: int | None
    source: str
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SecondTables:
    """Everything that the checks look up; names are surface keys, states are codes."""

    state_names: dict[str, set[str]]
    capitals: dict[str, set[str]]
    state_years: dict[str, list[Years]]
    independence: dict[str, list[Years]]
    organisation_years: dict[str, list[Years]]
    organisation_names: dict[str, list[Years]]
    factbook_abbreviations: set[str]
    group_homes: dict[str, set[str]]
    place_states: dict[str, set[str]]
    city_states: dict[str, set[str]]
    told_years: dict[str, list[Years]]


def read_second_tables(world: Path) -> SecondTables:
    codes = read_csv(world / "country_codes" / "country-codes.csv")
    profiles = dict(read_factbook(world / "factbook", codes))
    cities = cities_by_name(world / "geonames_cities" / "cities15000_compact.tsv", codes)
    names, capitals = names_and_capitals(codes, profiles)
    by_short, by_name = organisation_years(world / "cow_igo" / "igo_list.csv")
    return SecondTables(
        state_names=names,
        capitals=capitals,
        state_years=state_years(world / "country_codes"),
        independence={code: [Years(year, None, "factbook")] for code, year in independence_years(profiles)},
        organisation_years=by_short,
        organisation_names=by_name,
        factbook_abbreviations=abbreviations(profiles),
        group_homes=group_homes(world / "phoenix" / "Phoenix.MilNonState.actors.txt", profiles, set(names)),
        place_states=place_states(profiles, capitals),
        city_states=cities,
        told_years=told_years(profiles),
    )


def read_csv(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


def text_of(profile: Node, *path: str) -> str:
    """Give the plain text at a path of a Factbook profile, "" if there is none."""
    node: Any = profile
    for part in path:
        node = node.get(part, {}) if isinstance(node, dict) else {}
    raw = node.get("text", "") if isinstance(node, dict) else ""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", raw))).strip()


def read_factbook(folder: Path, codes: list[dict[str, str]]) -> Iterator[tuple[str, Node]]:
    by_fips = {fips.strip(): row["ISO3166-1-Alpha-3"] for row in codes for fips in row["FIPS"].split(",")}
    by_fips |= FACTBOOK_SPECIAL
    for path in sorted(folder.glob("*/*.json")):
        code = by_fips.get(path.stem.upper())
        if code and path.parent.name != "meta":
            yield code, json.loads(path.read_text(encoding="utf-8"))


def names_and_capitals(
    codes: list[dict[str, str]], profiles: dict[str, Node]
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    names: dict[str, set[str]] = defaultdict(set)
    capitals: dict[str, set[str]] = defaultdict(set)
    for row in codes:
        code = row["ISO3166-1-Alpha-3"]
        for column in ("CLDR display name", "UNTERM English Short", "official_name_en"):
            names[code].add(surface_key(re.sub(r"\s*\(.*?\)|\*", "", row[column])))
        capitals[code].add(surface_key(row["Capital"]))
    for code, profile in profiles.items():
        for form in ("conventional short form", "conventional long form", "former"):
            stated = re.split(r"; note|, ", text_of(profile, "Government", "Country name", form))
            names[code] |= {surface_key(re.sub(r"\(.*?\)", "", name)) for name in stated}
        stated = re.split(r"[;,()/]", text_of(profile, "Government", "Capital", "name"))
        capitals[code] |= {surface_key(name) for name in stated}
    return without_empty(names), without_empty(capitals)


def without_empty(sets: dict[str, set[str]]) -> dict[str, set[str]]:
    return {code: kept for code, keys in sets.items() if (kept := keys - {"", "none"})}


def independence_years(profiles: dict[str, Node]) -> Iterator[tuple[str, int]]:
    for code, profile in profiles.items():
        found = MONTHLESS_YEAR.search(text_of(profile, "Government", "Independence"))
        if found:
            yield code, int(found.group(1))


def told_years(profiles: dict[str, Node]) -> dict[str, list[Years]]:
    """Years that the Factbook names in telling a state's history."""
    paths = (("Introduction", "Background"), ("Government", "Independence"))
    found: dict[str, list[Years]] = {}
    for code, profile in profiles.items():
        told = " ".join(text_of(profile, *path) for path in paths)
        found[code] = [Years(int(year), int(year), "factbook") for year in sorted(set(MONTHLESS_YEAR.findall(told)))]
    return found


def state_years(folder: Path) -> dict[str, list[Years]]:
    found: dict[str, list[Years]] = defaultdict(list)
    for row in read_csv(folder / "cow_states2016.csv"):
        found[surface_key(row["statenme"])].append(years(row["styear"], row["endyear"], "cow"))
    for row in read_csv(folder / "isd_2_2.csv"):
        for name in {row["StateName"], row["OtherName"]}:
            found[surface_key(name)].append(years(row["Start"], row["End"], "isd"))
    for row in read_csv(folder / "HUGGO_states_clean.csv"):
        for name in {row["StateName"], row["StateNameAlt"]}:
            found[surface_key(name)].append(years(row["Begin"], row["End"], "huggo"))
    return found


def years(first: str, last: str, source: str) -> Years:
    start = int(first[:4]) if first[:4].isdigit() else None
    end = int(last[:4]) if last[:4].isdigit() else None
    return Years(start, None if end is None or end >= CENSORED else end, source)


def organisation_years(path: Path) -> tuple[dict[str, list[Years]], dict[str, list[Years]]]:
    by_short: dict[str, list[Years]] = defaultdict(list)
    by_name: dict[str, list[Years]] = defaultdict(list)
    for row in read_csv(path):
        long = row["longorgname"] or ""
        stated = [row["orgname"] or "", re.sub(r"\(.*?\)", "", long), *re.findall(r"\((.*?)\)", long), *long.split("/")]
        keys = frozenset({surface_key(name) for name in [row["ioname"], *stated] if name})
        start = int(float(row["sdate"])) if row["sdate"] else None
        end = int(float(row["deaddate"])) if row["deaddate"] else None
        entry = Years(start, end, "cow_igo", keys)
        by_short[row["ioname"].upper()].append(entry)
        for key in keys:
            by_name[key].append(entry)
    return by_short, by_name


def abbreviations(profiles: dict[str, Node]) -> set[str]:
    path = ("Government", "International organization participation")
    stated = [re.split(r"[,;]", re.sub(r"\(.*?\)", "", text_of(profile, *path))) for profile in profiles.values()]
    return {surface_key(name.strip()) for names in stated for name in names if name.strip()}


def group_homes(path: Path, profiles: dict[str, Node], states: set[str]) -> dict[str, set[str]]:
    homes: dict[str, set[str]] = defaultdict(set)
    for code, profile in profiles.items():
        for listed in text_of(profile, "Terrorism", "Terrorist group(s)").split(";"):
            for name in re.split(r"[()/]", listed):
                homes[surface_key(name.strip())].add(code)
    heads: list[str] = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        coded = re.search(r"\[([A-Z]{3})", line)
        if coded:
            for name in heads:
                homes[surface_key(name.replace("_", " "))].add(coded.group(1))
            heads = []
        elif line.strip() and not line.startswith("#"):
            heads.append(line.strip().lstrip("+").strip())
    return {name: kept for name, codes in homes.items() if name and (kept := codes & states)}


def cities_by_name(path: Path, codes: list[dict[str, str]]) -> dict[str, set[str]]:
    by_two = {row["ISO3166-1-Alpha-2"]: row["ISO3166-1-Alpha-3"] for row in codes} | {"XK": "XKX"}
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_csv(path, delimiter="\t"):
        found[surface_key(row["name"])].add(by_two.get(row["country"], row["country"]))
    return found


def place_states(profiles: dict[str, Node], capitals: dict[str, set[str]]) -> dict[str, set[str]]:
    """Places that the Factbook names as divisions, large cities or capitals."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, profile in profiles.items():
        divisions = re.split(r"[;,:()]", text_of(profile, "Government", "Administrative divisions"))
        urban = re.split(r"[,;]", text_of(profile, "People and Society", "Major urban areas - population"))
        stated = [*divisions, *(re.sub(r"^[\d. ]+(?:million)?|\(.*?\)", "", name) for name in urban)]
        for name in stated:
            found[surface_key(name.replace("*", ""))].add(code)
    for code, keys in capitals.items():
        for key in keys:
            found[key].add(code)
    return found
