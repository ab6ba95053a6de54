"""Checks every shipped row of office holders against the second tables, and prints the counts.

In: `vocab/data/holders_*.tsv` and the world facts. Out: counts on standard output; exit status 1 if a row is
contradicted, stands in the file of doubtful rows too, has an identifier that no table at hand has, or has no end though
somebody follows.

Run: python scripts/check_holders.py [--world DIR]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from build_holders import DATA
from holder_sources import HEADER, ROOT, Row, read_csv
from judge_holders import COLLECTIVE_HEADS, Judge, confirm_service
from second_tables import read_services, read_spells

PARTS = ("leaders", "ministers", "editorial")


def read_rows(path: Path) -> list[Row]:
    """Read the rows of a holders file."""
    return [Row(**{name: line[name] or "" for name in HEADER}) for line in read_csv(path, "\t")]


def known_identifiers(world: Path) -> set[str]:
    """Give all Wikidata identifiers of the tables at hand."""
    leaders = read_csv(world / "wikidata_leaders_history/leaders_history.csv")
    core = read_csv(world / "wikidata_officeholders/core_offices_21c.csv")
    return {r["person_qid"] for r in leaders} | {r["wikidata"] for r in core} | {""}


def find_faults(parts: dict[str, list[Row]], judge: Judge, known: set[str], doubtful: set[Row]) -> list[str]:
    """Give one sentence for each row that must not be shipped."""
    faults = []
    for part, rows in parts.items():
        for row in rows:
            name = f"{part}: {row.code} {row.office} {row.person} {row.start}..{row.end}"
            verdict = judge.judge(row.term())
            if verdict.doubt and not row.checked:
                faults.append(f"{name}: {verdict.doubt}")
            if row.wikidata not in known:
                faults.append(f"{name}: {row.wikidata} stands in no table at hand")
            if row in doubtful:
                faults.append(f"{name}: is in doubtful_holders.tsv too")
            if (row.source == "editorial") != (part == "editorial") or (
                row.source == "editorial" and row.precision != "Y"
            ):
                faults.append(f"{name}: source or precision does not fit the file")
    return faults


def open_terms(rows: list[Row]) -> list[str]:
    """Give the rows of single offices that have no end though somebody follows."""
    last: dict[tuple[str, str], str] = {}
    for row in rows:
        last[row.code, row.office] = max(last.get((row.code, row.office), ""), row.start)
    return [
        f"{r.code} {r.office} {r.person}: no end, but somebody begins in {last[r.code, r.office]}"
        for r in rows
        if not r.end and r.start < last[r.code, r.office] and r.code not in COLLECTIVE_HEADS
    ]


def main() -> int:
    """Check, print, and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--world", type=Path, default=ROOT.parent / "shared/gold/world")
    world = parser.parse_args().world
    parts = {part: read_rows(DATA / f"holders_{part}.tsv") for part in PARTS}
    doubtful = {Row(**{**{n: line[n] or "" for n in HEADER}}) for line in read_csv(DATA / "doubtful_holders.tsv", "\t")}
    judge = Judge([row.term() for rows in parts.values() for row in rows], read_spells(world))
    services = read_services(world)
    faults = find_faults(parts, judge, known_identifiers(world), doubtful)
    faults += open_terms([row for row in parts["leaders"] if row.office in ("HOS", "HOG")])
    for part, rows in parts.items():
        tables = Counter(table for row in rows for table in row.checked.split("|") if table)
        served = sum(bool(confirm_service(row.term(), services)) for row in rows)
        counts = ", ".join(f"{table} {count}" for table, count in sorted(tables.items()))
        confirmed = sum(bool(r.checked) for r in rows)
        print(f"{part}: {len(rows)} rows, {len({r.code for r in rows})} codes, {confirmed} confirmed ({counts})")
        print(f"{part}: {served} in that government's service by phoenix")
    for office in ("HOS", "HOG", "FM", "DM", "MIL"):
        rows = [row for part in parts.values() for row in part if row.office == office]
        print(f"{office}: {len(rows)} rows, {len({row.code for row in rows})} codes")
    print(f"doubtful: {len(doubtful)} rows, not used")
    print("\n".join(faults) if faults else "no faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
