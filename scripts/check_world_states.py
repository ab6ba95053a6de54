"""Checks states, organisations, groups and places against second tables, row by row.

    python scripts/check_world_states.py WORLD_DIR [--clear]

In: the shipped tables and a folder of world facts (one sub-folder a source). Out: `doubtful_world.tsv` beside the
shipped tables, with each value that a second table contradicts (table, key, field, ours, theirs, their source), and on
standard output how many rows were checked. With --clear the contradicted values are emptied in the shipped tables, so
that nothing doubtful is used. A row that no second table knows is neither confirmed nor doubtful.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from world_tables import SecondTables, Years, read_second_tables

from dragoman.vocab.surface import split_doubtful, surface_key
from dragoman.vocab.tables import Row, read_table_file

DATA = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "vocab" / "data"
DOUBTFUL = "doubtful_world.tsv"
DOUBTFUL_COLUMNS = ("table", "key", "field", "ours", "theirs", "their_source")
TOLERANCE = 1
"""Years by which two tables may differ: founding against entry into force, declaration against recognition."""

OWN_SOURCES = ("editorial", "coding-rule")
"""Where one of these gave a date, the Factbook (a former state: what it tells of the successors) is a second table."""


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """A value of ours that a second table contradicts."""

    table: str
    key: str
    field: str
    ours: str
    theirs: str
    their_source: str


Verdict = tuple[bool, list[Doubt]]
"""Whether a second table knew the row, and what it contradicts."""


def keys_of(row: Row, *columns: str) -> set[str]:
    forms = [form for column in columns for form in row.list_of(column)]
    return {surface_key(text) for text, doubtful in map(split_doubtful, forms) if not doubtful}


def judge_year(row: Row, table: str, field: str, spells: Iterable[Years]) -> list[Doubt]:
    """Compare the year of `from` or `to` with the starts or ends that second tables give."""
    ours = row[field]
    theirs = [(getattr(spell, field if field == "to" else "start"), spell.source) for spell in spells]
    known = [(year, source) for year, source in theirs if year is not None]
    if not ours or not known or any(abs(int(ours[:4]) - year) <= TOLERANCE for year, _ in known):
        return []
    years = "|".join(str(year) for year, _ in known)
    return [Doubt(table, row["code"], field, ours, years, "|".join(dict.fromkeys(source for _, source in known)))]


def judge_state(row: Row, second: SecondTables) -> Verdict:
    names = keys_of(row, "names") | {surface_key(row["name"])}
    known = second.state_names.get(row["code"], set())
    doubts = []
    if known and not names & known:
        theirs = "|".join(sorted(known)[:3])
        doubts.append(Doubt("states", row["code"], "name", row["name"], theirs, "country-codes|factbook"))
    capitals = second.capitals.get(row["code"], set())
    ours = [split_doubtful(capital)[0] for capital in row.list_of("capitals")]
    if capitals and ours and not any(surface_key(city) in capitals for city in ours):
        theirs = "|".join(sorted(capitals)[:4])
        doubts.append(Doubt("states", row["code"], "capitals", row["capitals"], theirs, "factbook|country-codes"))
    spells = [spell for name in names for spell in second.state_years.get(name, ())]
    if any(source in row["source"] for source in OWN_SOURCES):
        spells += second.independence.get(row["code"], [])
        spells += [spell for code in row.list_of("successor") for spell in second.told_years.get(code, ())]
    doubts += judge_year(row, "states", "from", spells)
    if row["to"]:
        doubts += judge_year(row, "states", "to", spells)
    return bool(known or spells), doubts


def judge_organisation(row: Row, second: SecondTables) -> Verdict:
    keys = keys_of(row, "names") | {surface_key(row["name"])}
    spells = second.organisation_years.get(row["code"].removeprefix("IGO:"), [])
    spells = [spell for spell in spells if keys & spell.names] or [
        spell for key in keys for spell in second.organisation_names.get(key, ()) if len(key) > 8
    ]
    doubts = judge_year(row, "organisations", "from", spells) + judge_year(row, "organisations", "to", spells)
    listed = any(key in second.factbook_abbreviations for key in keys)
    return bool(spells) or listed, doubts


def judge_group(row: Row, second: SecondTables) -> Verdict:
    homes = {home for key in keys_of(row, "names") for home in second.group_homes.get(key, ())}
    ours = set(row.list_of("home"))
    if not homes or not ours or ours & homes:
        return bool(homes), []
    theirs = "|".join(sorted(homes)[:6])
    return True, [Doubt("groups", row["code"], "home", row["home"], theirs, "factbook|phoenix")]


def judge_place(row: Row, second: SecondTables) -> Verdict:
    """A GeoNames row is checked by the Factbook only; another place of the same name is no contradiction there."""
    keys = {surface_key(form) for form in (row["name"], *row.list_of("names"))}
    states = {state for key in keys for state in second.place_states.get(key, ())}
    if "geonames" in row["source"]:
        return row["state"] in states, []
    states |= {state for key in keys for state in second.city_states.get(key, ())}
    if not row["state"] or not states:
        return False, []
    if row["state"] in states:
        return True, []
    theirs = "|".join(sorted(states)[:4])
    return True, [Doubt("places", key_of("places", row), "state", row["state"], theirs, "factbook|geonames")]


TABLES = (
    ("states", judge_state),
    ("organisations", judge_organisation),
    ("groups", judge_group),
    ("places", judge_place),
)


def key_of(table: str, row: Row) -> str:
    return f"{row['name']}/{row['state']}" if table == "places" else row["code"]


def check(second: SecondTables) -> Iterator[tuple[str, int, int, list[Doubt]]]:
    """Give for each table its name, the number of rows, of rows that a second table knew, and the doubts."""
    for table, judge in TABLES:
        rows = read_table_file(DATA / f"{table}.tsv", ("name",))
        verdicts = [judge(row, second) for row in rows]
        doubts = [doubt for _, found in verdicts for doubt in found]
        yield table, len(rows), sum(known for known, _ in verdicts), doubts


def earlier_doubts() -> list[Doubt]:
    """Give the doubts found before whose values are still empty in the shipped tables."""
    path = DATA / DOUBTFUL
    if not path.exists():
        return []
    rows = {
        (table, key_of(table, row)): row
        for table, _ in TABLES
        for row in read_table_file(DATA / f"{table}.tsv", ("name",))
    }
    known = [Doubt(*(row[column] for column in DOUBTFUL_COLUMNS)) for row in read_table_file(path, DOUBTFUL_COLUMNS)]
    return [doubt for doubt in known if is_emptied(doubt, rows.get((doubt.table, doubt.key)))]


def is_emptied(doubt: Doubt, row: Row | None) -> bool:
    if doubt.table == "places":
        return row is None
    return row is not None and doubt.ours not in row.list_of(doubt.field)


def write_doubts(doubts: Iterable[Doubt]) -> None:
    lines = [
        "# Values of the world tables that a second table contradicts; emptied in the shipped tables and not used.",
        "# key: code, or name/state of a place. theirs: what the second tables say, joined by |.",
        "\t".join(DOUBTFUL_COLUMNS),
        *("\t".join(astuple(doubt)) for doubt in doubts),
    ]
    (DATA / DOUBTFUL).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def clear(doubts: Iterable[Doubt]) -> None:
    """Empty the doubtful values in the shipped tables; a place in the wrong state goes as a whole."""
    by_table: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        by_table.setdefault(doubt.table, []).append(doubt)
    for table, found in by_table.items():
        path = DATA / f"{table}.tsv"
        lines = path.read_text(encoding="utf-8").split("\n")
        header = next(line for line in lines if not line.startswith("#")).split("\t")
        kept = [line for line in (cleared_line(line, header, table, found) for line in lines) if line is not None]
        path.write_text("\n".join(kept), encoding="utf-8", newline="\n")


def cleared_line(line: str, header: list[str], table: str, doubts: list[Doubt]) -> str | None:
    cells = line.split("\t")
    if line.startswith("#") or len(cells) != len(header):
        return line
    row = Row(table, 0, dict(zip(header, cells, strict=True)))
    for doubt in doubts:
        if doubt.key != key_of(table, row) or doubt.field == "name":
            continue
        if table == "places":
            return None
        at = header.index(doubt.field)
        kept = [item for item in cells[at].split("|") if item != doubt.ours]
        cells[at] = "" if doubt.ours == cells[at] else "|".join(kept)
    return "\t".join(cells)


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the world tables against second tables.")
    parser.add_argument("world", type=Path, help="folder of world facts, one sub-folder a source")
    parser.add_argument("--clear", action="store_true", help="empty the doubtful values in the shipped tables")
    options = parser.parse_args()
    report, doubts = [], []
    for table, rows, known, found in check(read_second_tables(options.world)):
        report.append(f"{table}: {known} of {rows} rows checked by a second table, {len(found)} doubtful values")
        doubts += found
    earlier = earlier_doubts()
    if options.clear:
        clear(doubts)
    write_doubts(sorted(set(doubts) | set(earlier)))
    sys.stdout.write("\n".join(report) + f"\n{len(earlier)} values emptied before\n")
    return 1 if re.search(r"[1-9]\d* doubtful", "\n".join(report)) and not options.clear else 0


if __name__ == "__main__":
    sys.exit(main())
