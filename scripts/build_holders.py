"""Builds the shipped files of office holders from the world facts, with every row judged by a second table.

In: `../shared/gold/world` (or `--world DIR`), `holder_names.tsv` and `holders_editorial.tsv`, both written by hand.
Out: `holders_leaders.tsv`, `holders_ministers.tsv`, `holders_editorial.tsv` and `doubtful_holders.tsv` in `vocab/data`.
Facts are taken from Wikidata's statements and the World Factbook (both CC0), one by one; other tables only confirm.

Run: python scripts/build_holders.py [--world DIR]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from holder_sources import (
    HEADER,
    ROOT,
    Names,
    Row,
    read_editorial,
    read_leaders,
    read_ministers,
    read_newest,
    read_positions,
)
from judge_holders import COLLECTIVE_HEADS, Judge, Verdict, confirm_service, overlaps
from second_tables import Services, read_services, read_spells

from dragoman.text.names import fold_name

DATA = ROOT / "src/dragoman/vocab/data"
COLUMNS = """\
# code: state (ISO 3166-1), IGO: or GRP:. office: HOS head of state, HOG head of government, FM foreign
#   minister, DM defence minister, MIL army chief, VHOS vice president, LEG parliament, SPY intelligence, IGO head of an
#   organisation, OTHER envoys, spokesmen, party leaders, leaders of groups. person: as news writes the name; spellings:
#   other forms joined by |. wikidata: identifier. start, end: first and last day or year in office. precision: D day,
#   Y year. source. checked: tables that confirm the row (docs/office-holders.md).
"""
COMMENTS = {
    "leaders": "# Heads of state and government of all states since 1945. Facts: Wikidata, World Factbook (both CC0).\n"
    "# Built by scripts/build_holders.py; an empty end means in office when the sources were read.\n" + COLUMNS,
    "ministers": "# Foreign ministers, defence ministers and army chiefs, mostly of this century.\n"
    "# Facts: Wikidata (CC0), read in mid-2022: an end of 2022 with precision Y means at least until then.\n" + COLUMNS,
    "editorial": "# Persons who make news, known from general knowledge (source: editorial), years only.\n"
    "# Sourced rows and the text come first. Edit scripts/holders_editorial.tsv, then run scripts/build_holders.py.\n"
    + COLUMNS,
    "doubtful": "# Rows that a second table contradicts, or that contradict each other; not used. Last column: why.\n"
    + COLUMNS,
}


def merge(rows: list[Row]) -> list[Row]:
    """Join rows of one person and office that tell of one term, keeping the more precise and the closed one."""
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.code, row.office, row.wikidata or fold_name(row.person)].append(row)
    merged = []
    for group in groups.values():
        # precise rows first, then those with an end, so that a vaguer double of a row is dropped
        kept: list[Row] = []
        for row in sorted(group, key=lambda r: (r.precision, not r.end, r.start)):
            if not any(_is_double(row, other) for other in kept):
                kept.append(row)
        merged.extend(_join_contiguous(sorted(kept, key=lambda r: r.start)))
    return merged


def fill_gaps(rows: list[Row], more: list[Row]) -> list[Row]:
    """Add those of `more` whose office and person `rows` leave empty at that time, up to 31 days at the ends."""
    by_code: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_code[row.code].append(row)
    month = timedelta(days=31)
    return rows + [
        row
        for row in more
        if not any(
            overlaps(other.term(), row.term().start + month, row.term().end - month)
            for other in by_code[row.code]
            if other.office == row.office or other.wikidata == row.wikidata
        )
    ]


def _is_double(row: Row, other: Row) -> bool:
    """Say whether `row` tells the same term as the better row `other`."""
    a, b = row.term(), other.term()
    if row.precision == "Y":
        return overlaps(a, b.start, b.end)
    return abs(a.start - b.start) <= timedelta(days=45) or (a.start >= b.start and a.end <= b.end)


def _join_contiguous(rows: list[Row]) -> list[Row]:
    """Join terms of one person that follow each other within two days, or that overlap."""
    joined = rows[:1]
    for row in rows[1:]:
        last = joined[-1]
        touching = last.precision == row.precision == "D" and row.term().start <= last.term().end + timedelta(days=2)
        if touching:
            end = "" if not last.end or not row.end else max(last.end, row.end)
            joined[-1] = replace(last, end=end)
        else:
            joined.append(row)
    return joined


def close_open_terms(rows: list[Row]) -> tuple[list[Row], list[tuple[Row, str]]]:
    """A term without an end stays only if nobody follows; one followed by newer rows ends in the follower's year."""
    kept, doubtful = [], []
    for row in rows:
        later = [r for r in rows if (r.code, r.office) == (row.code, row.office) and r.person != row.person
                 and r.start > row.start]  # fmt: skip
        if row.end or not later or row.code in COLLECTIVE_HEADS:
            kept.append(row)
        elif all(r.source != "wikidata" for r in later):
            kept.append(replace(row, start=row.start[:4], end=later[0].start[:4], precision="Y"))
        else:
            doubtful.append((row, f"no end, though {later[0].person} follows in {later[0].start}"))
    return kept, doubtful


def overlap_doubts(rows: list[tuple[Row, Verdict]]) -> dict[Row, str]:
    """Unconfirmed terms that run beside another person's term in the same office for over a month."""
    offices: dict[tuple[str, str], list[tuple[Row, Verdict]]] = defaultdict(list)
    for row, verdict in rows:
        offices[row.code, row.office].append((row, verdict))
    doubts = {}
    for row, verdict in rows:
        if verdict.confirmed or row.code in COLLECTIVE_HEADS or row.office not in ("HOS", "HOG", "FM", "DM"):
            continue
        for other, other_verdict in offices[row.code, row.office]:
            if other.person == row.person or other.start == row.start and other.end == row.end and row.precision == "Y":
                continue
            shared = min(row.term().end, other.term().end) - max(row.term().start, other.term().start)
            limit = 31 if other_verdict.confirmed else 366
            slack = 366 if "Y" in row.precision + other.precision else 0
            if shared > timedelta(days=limit + slack):
                doubts[row] = f"beside {other.person} {other.start}..{other.end}"
    return doubts


def write(path: Path, comment: str, header: list[str], lines: list[list[str]]) -> None:
    """Write a table with its comment lines, sorted, with LF ends."""
    body = ["\t".join(fields) for fields in sorted(lines)]
    path.write_text(comment + "\t".join(header) + "\n" + "\n".join(body) + "\n", encoding="utf-8", newline="\n")


def fields(row: Row) -> list[str]:
    """Give the columns of a row in the order of HEADER."""
    return [str(getattr(row, name)) for name in HEADER]


def sort_out(rows: list[Row], judge: Judge, services: Services) -> tuple[list[Row], list[tuple[Row, str]]]:
    """Split rows into those to ship, with the tables that confirm them, and the doubtful ones with the reason."""
    judged = [(row, judge.judge(row.term())) for row in rows]
    beside = overlap_doubts(judged)
    good, doubtful = [], []
    for row, verdict in judged:
        reason = verdict.doubt or beside.get(row, "")
        confirmed = verdict.confirmed or confirm_service(row.term(), services)
        if not reason:
            good.append(replace(row, checked="|".join(confirmed)))
            continue
        doubtful.append((row, reason))
        if verdict.years and row.precision == "D" and row.end:
            good.append(replace(row, start=row.start[:4], end=row.end[:4], precision="Y", checked=verdict.years))
    return good, doubtful


def main() -> None:
    """Build all files and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--world", type=Path, default=ROOT.parent / "shared/gold/world")
    world = parser.parse_args().world
    names, spells, services = Names(world), read_spells(world), read_services(world)
    leaders = merge(read_leaders(world, names))
    leaders = fill_gaps(leaders, merge(read_positions(world, names)))
    leaders, doubtful = close_open_terms(leaders + read_newest(spells, leaders))
    ministers = merge(read_ministers(world, names))
    editorial = read_editorial([])
    parts = {"leaders": leaders, "ministers": ministers, "editorial": editorial}
    # a row explains others (a figurehead beside a leader), so judge again until no more rows fall out
    fallen = 1
    while fallen:
        out = {replace(row, checked="") for row, _ in doubtful}
        known = [row for row in editorial if row not in out]
        parts["editorial"] = read_editorial(parts["leaders"] + parts["ministers"], known)
        judge = Judge([row.term() for rows in parts.values() for row in rows], spells)
        fallen = 0
        for part in parts:
            parts[part], more = sort_out(parts[part], judge, services)
            doubtful += more
            fallen += len(more)
    for part, rows in parts.items():
        write(DATA / f"holders_{part}.tsv", COMMENTS[part], HEADER, [fields(r) for r in rows])
        confirmed = sum(bool(r.checked) for r in rows)
        print(f"{part}: {len(rows)} rows, {len({r.code for r in rows})} codes, {confirmed} confirmed")
    write(
        DATA / "doubtful_holders.tsv",
        COMMENTS["doubtful"],
        [*HEADER, "reason"],
        [[*fields(r), why] for r, why in doubtful],
    )
    print(f"doubtful: {len(doubtful)} rows")


if __name__ == "__main__":
    main()
