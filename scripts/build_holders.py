"""Builds the shipped files of office holders from the world facts, with every row judged by a second table.

In: `../shared/gold/world` (or `--world DIR`), `scripts/holder_names.tsv`, and `vocab/data/holders_editorial.tsv`, which is
written by hand. Out: `holders_leaders.tsv`, `holders_ministers.tsv` and `doubtful_holders.tsv` beside it.
Facts are taken from Wikidata's statements and the World Factbook (both CC0), one by one; other tables only confirm.

Run: python scripts/build_holders.py [--world DIR]
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from second_tables import (
    COLLECTIVE_HEADS,
    FOREVER,
    Judge,
    Service,
    Spell,
    Term,
    Verdict,
    confirm_service,
    overlaps,
    read_services,
    read_spells,
)

from dragoman.text.names import PARTICLES, fold_name, same_person

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src/dragoman/vocab/data"
HEADER = ["code", "office", "person", "spellings", "wikidata", "start", "end", "precision", "source", "checked"]
NOT_IN_ISO = frozenset({"TWN", "PSE", "XKX", "HKG", "MAC"})
SLUGS = {
    "us": "USA", "uae": "ARE", "saudi": "SAU", "czech": "CZE", "south-korea": "KOR", "north-korea": "PRK", "russia": "RUS",
    "iran": "IRN", "syria": "SYR", "vietnam": "VNM", "moldova": "MDA", "taiwan": "TWN", "turkey": "TUR", "bolivia": "BOL",
    "united-kingdom": "GBR", "swiss-federal-council": "CHE", "netherlands": "NLD", "philippines": "PHL", "sudan": "SDN",
}  # fmt: skip
POSITIONS = {
    "FM": r"(Federal )?Ministe?r (of|for) (Foreign|External|Europe and Foreign)\b(?! .*Deputy).*|Secretary (of|for) Foreign "
    r"Affairs|Secretary of State(?! for Def)( for Foreign.*)?",
    "DM": r"(Federal )?Minister (of|for) (National )?(Defence|Defense)( and (Armed Forces Logistics|Military Veterans))?"
    r"|Secretary of (National )?Defen[cs]e|Secretary of State for Defence",
    "MIL": r"(Commander-in-)?[Cc]hief of (the )?((Army )?General Staff|Army( Staff)?|Defence( Staff| Forces?)?|Armed Forces|"
    r"Joint Staff|Armed Forces Joint Staff|Joint General Staff|Staff of the Army)( of the (Army|Armed Forces))?"
    r"|Chairman of the Joint Chiefs( of Staff)?|Commander-in-chief of the Revolutionary Guard",
}
SHARED_MONARCHS = {"Q9682", "Q43274", "Q280856", "Q269412", "Q590227"}
"""British monarchs act in news for Britain, so they stand for no other realm; presidents of France not for Andorra."""
SECRETARY_STATES = {"Secretary of State": {"USA"}, "Secretary of Defence": {"USA", "PHL"}, "Secretary of Defense": {"USA"},
                    "Secretary of Foreign Affairs": {"MEX", "PHL"}, "Secretary for Foreign Affairs": {"PHL"}}  # fmt: skip


COLUMNS = """# Columns: code (state ISO 3166-1 alpha-3, IGO: or GRP:), office (HOS head of state, HOG head of government, FM foreign
# minister, DM defence minister, MIL army chief), person as news writes the name, other spellings joined by |, Wikidata
# identifier, first and last day (or year) in office, precision (D day, Y year), source, tables that confirm the row.
"""
COMMENTS = {
    "leaders": "# Heads of state and government of all states since 1945. Facts: Wikidata and The World Factbook, both CC0.\n"
    "# Built by scripts/build_holders.py; an empty end means in office when the sources were read.\n" + COLUMNS,
    "ministers": "# Foreign ministers, defence ministers and army chiefs, mostly of this century. Facts: Wikidata, CC0, read in\n"
    "# mid-2022: an end of 2022 with precision Y means at least until then. Built by scripts/build_holders.py.\n" + COLUMNS,
    "editorial": "# Persons who make news, known from general knowledge (source: editorial), years only. Sourced rows and the text\n"
    "# itself come first. Edit scripts/holders_editorial.tsv, then run scripts/build_holders.py.\n" + COLUMNS,
    "doubtful": "# Rows that a second table contradicts, or that contradict each other; not used. The last column says why.\n" + COLUMNS,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a holders file as text, dates in EDTF."""

    code: str
    office: str
    person: str
    spellings: str
    wikidata: str
    start: str
    end: str
    precision: str
    source: str
    checked: str = ""

    def term(self) -> Term:
        """Give the row with its first and last possible day."""
        first = date.fromisoformat((self.start + "-01-01")[:10])
        last = FOREVER if not self.end else date.fromisoformat((self.end + "-12-31" if len(self.end) == 4 else self.end))
        spellings = tuple(self.spellings.split("|")) if self.spellings else ()
        return Term(self.code, self.office, self.person, spellings, self.wikidata, first, last, self.precision)


def read_csv(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    """Read a table with a header line; lines that begin with # are left out."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader((line for line in stream if not line.startswith("#")), delimiter=delimiter,
                                   quoting=csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL))  # fmt: skip


class Names:
    """Gives the usual English name of a person and the other spellings of news."""

    def __init__(self, world: Path) -> None:
        """Read `holder_names.tsv` and the English labels of the positions table."""
        self.by_key: dict[tuple[str, str], tuple[str, str]] = {}
        for line in read_csv(ROOT / "scripts/holder_names.tsv", "\t"):
            answer = (line["person"], line["spellings"] or "")
            if re.fullmatch(r"Q\d+", line["key"]):
                self.by_key["", line["key"]] = answer
                continue
            for label in (line["person"], *answer[1].split("|")):
                self.by_key.setdefault((line["key"], fold_name(label)), answer)
        core = read_csv(world / "wikidata_officeholders/core_offices_21c.csv")
        self.english = {r["wikidata"]: r["person"] for r in core}

    def name(self, code: str, label: str, wikidata: str) -> tuple[str, str]:
        """Give the name and the spellings joined by `|`; the labels of the tables are kept as spellings."""
        english = self.english.get(wikidata, label)
        found = self.by_key.get(("", wikidata))
        for candidate in (label, english):
            found = found or self.by_key.get((code, fold_name(candidate)))
        person, extra = found or (tidy(english), "")
        spellings = [s for s in (*extra.split("|"), tidy(english), tidy(label)) if s and s != person]
        return person, "|".join(unfold_duplicates(person, [s for s in spellings if is_english(s)]))


def tidy(label: str) -> str:
    """Drop "of the Netherlands" after a regnal number, bracketed remarks, and doubled spaces; ASCII hyphens."""
    label = label.replace("‑", "-").replace("  ", " ")
    label = re.sub(r"^(Encik|Prince|King|Queen|Sir|Sheikh) (?=[A-Z].* )", "", label)
    label = re.sub(r"\b([IVX]+|Shah|Petra|Putra|Khan|Tajuddin) of [A-Z].*$", r"\1", label)
    return re.sub(r"\s*[(,].*$", "", label).strip()


def is_english(label: str) -> bool:
    """Say whether a label can stand as a spelling: no words of Portuguese, no bare identifier."""
    foreign = re.search(r"\b(do|da|dos|de|dos Países|Príncipe|Papa|Duque|Barão) [A-Z].*(Reino|Arábia|Países|Jord|Bél|Unido|"
                        r"Marrocos|Noruega|Suécia|Mónaco|Mônaco|Roménia|Romênia)|^Q\d+$|^Papa |http", label)  # fmt: skip
    return foreign is None


def unfold_duplicates(person: str, spellings: list[str]) -> list[str]:
    """Keep one spelling for each folded form other than the person's own."""
    seen, kept = {fold_name(person)}, []
    for spelling in spellings:
        if fold_name(spelling) not in seen:
            seen.add(fold_name(spelling))
            kept.append(spelling)
    return kept


def states(world: Path) -> set[str]:
    """Codes of independent states and the few others whose governments act in news."""
    table = read_csv(world / "country_codes/country-codes.csv")
    return {r["ISO3166-1-Alpha-3"] for r in table if r["is_independent"] == "Yes"} | NOT_IN_ISO


def read_leaders(world: Path, names: Names) -> list[Row]:
    """Heads of state and government since 1945 from Wikidata's statements about each country."""
    keep = states(world)
    days = {}
    for r in read_csv(world / "wikidata_officeholders/core_offices_21c.csv"):
        if r["class"] in ("HOS", "HOG"):
            days.setdefault((r["wikidata"], r["class"], r["start"][:4]), (r["start"], r["end"]))
    rows = []
    for r in read_csv(world / "wikidata_leaders_history/leaders_history.csv"):
        start, end = r["start"][:10], r["end"][:10]
        usable = re.fullmatch(r"(\d{4}-\d\d-\d\d)?", end) and re.fullmatch(r"\d{4}-\d\d-\d\d", start)
        if r["iso3"] not in keep or not usable or (end and end < "1945-01-02") or not re.fullmatch(r"Q\d+", r["person_qid"]):
            continue
        office = "HOS" if r["role"] == "head_of_state" else "HOG"
        if (r["iso3"], office) == ("AND", "HOS") or (r["person_qid"] in SHARED_MONARCHS and r["iso3"] != "GBR"):
            continue
        person, spellings = names.name(r["iso3"], r["person"], r["person_qid"])
        if not is_english(person) or "Junta" in person:
            continue
        precision = "Y" if "-01-01" in start + end and r["iso3"] != "CHE" else "D"
        better = days.get((r["person_qid"], office, start[:4]))
        if precision == "Y" and better and not better[0].endswith("-01-01") and better[1][:4] == end[:4] and better[0]:
            (start, end), precision = better, "D"
        if precision == "Y":
            start, end = start[:4], end[:4]
        rows.append(Row(r["iso3"], office, person, spellings, r["person_qid"], start, end, precision, "wikidata"))
    return rows


def read_ministers(world: Path, names: Names) -> list[Row]:
    """Foreign and defence ministers and army chiefs of this century, statement by statement, without deputies."""
    slugs = {re.sub(r"[^a-z]+", "-", r["CLDR display name"].lower()): r["ISO3166-1-Alpha-3"]
             for r in read_csv(world / "country_codes/country-codes.csv")} | SLUGS  # fmt: skip
    rows = []
    for r in read_csv(world / "wikidata_officeholders/core_offices_21c.csv"):
        code = slugs.get(re.sub(r"-(cabinet|ministers)$", "", r["source_repo"]))
        title = r["position"]
        if not code or r["class"] not in POSITIONS or not re.fullmatch(POSITIONS[r["class"]], title):
            continue
        if code not in SECRETARY_STATES.get(title, {code}) or not r["start"]:
            continue
        person, spellings = names.name(code, r["person"], r["wikidata"])
        # the table was made in mid-2022: a term without an end is only known to have lasted until then
        start, end = (d[:4] if len(d) != 10 or d.endswith("-01-01") else d for d in (r["start"], r["end"] or "2022"))
        precision = "D" if len(start) == 10 and len(end) == 10 else "Y"
        if not person[:1].isupper():
            continue
        if start[:4] <= "2023" and end[:4] >= "2000":
            rows.append(Row(code, r["class"], person, spellings, r["wikidata"], start, end, precision, "wikidata"))
    return rows


def read_newest(all_spells: dict[str, list[Spell]], known: list[Row]) -> list[Row]:
    """Leaders that only the newest Factbook has: in office at its last edition, unknown to the older table."""
    current = {(r.code, r.office): r for r in known if not r.end}
    rows = []
    for spells in all_spells.values():
        for spell in spells:
            if spell.table != "factbook" or spell.end is None or spell.end < date(2026, 5, 1) or spell.start < date(2025, 9, 1):
                continue
            title = {"HOS": r"President|King|Queen|Emir|Emperor|Pope", "HOG": r"Prime Minister|President|Chancellor|Premier|"
                     r"Taoiseach"}[spell.office]  # fmt: skip
            match = re.fullmatch(rf"(?:{title}) (?!of )(.+)", re.sub(r"\s*\(.*", "", spell.person))
            if not match or "represented" in spell.person:
                continue
            person = " ".join(_lower_capitals(w) for w in match[1].split())
            old = current.get((spell.code, spell.office))
            if old and same_person(old.person, person):
                continue
            rows.append(Row(spell.code, spell.office, person, "", "", spell.start.isoformat(), "", "D", "factbook"))
    return rows


def _lower_capitals(word: str) -> str:
    """Turn "WEVER-CROES" into "Wever-Croes"; other words stay."""
    return "-".join(p.capitalize() if p.isupper() and len(p) > 1 else p for p in word.split("-"))


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


def read_editorial(sourced: list[Row]) -> list[Row]:
    """Rows known from general knowledge, without those that a sourced row of the same office covers."""
    rows = []
    for line in read_csv(ROOT / "scripts/holders_editorial.tsv", "\t"):
        row = Row(**{name: line[name] or "" for name in HEADER})
        if not any(_covers(other, row) for other in sourced):
            rows.append(row)
    return rows


def _covers(sourced: Row, row: Row) -> bool:
    """Say whether a sourced row tells all the years of an editorial row of the same person and office."""
    if (sourced.code, sourced.office) != (row.code, row.office) or not same_person(sourced.person, row.person):
        return False
    start, end = int(sourced.start[:4]), int(sourced.end[:4] or 2999)
    return start <= int(row.start) + 1 and end >= int(row.end or 2999) - 1


def sort_out(rows: list[Row], judge: Judge, services: dict[str, list[Service]]) -> tuple[list[Row], list[tuple[Row, str]]]:
    """Split rows into those to ship, with the names of the tables that confirm them, and the doubtful ones with the reason."""
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
    leaders, doubtful = close_open_terms(leaders + read_newest(spells, leaders))
    ministers = merge(read_ministers(world, names))
    editorial = read_editorial([])
    judge = Judge([row.term() for row in leaders + editorial], spells)
    parts = {}
    for part, rows in (("leaders", leaders), ("ministers", ministers)):
        parts[part], more = sort_out(rows, judge, services)
        doubtful += more
    sourced = parts["leaders"] + parts["ministers"]
    parts["editorial"], more = sort_out(read_editorial(sourced), judge, services)
    doubtful += more
    for part, rows in parts.items():
        write(DATA / f"holders_{part}.tsv", COMMENTS[part], HEADER, [fields(r) for r in rows])
        print(f"{part}: {len(rows)} rows, {len({r.code for r in rows})} codes, {sum(bool(r.checked) for r in rows)} confirmed")
    write(DATA / "doubtful_holders.tsv", COMMENTS["doubtful"], [*HEADER, "reason"], [[*fields(r), why] for r, why in doubtful])
    print(f"doubtful: {len(doubtful)} rows")


if __name__ == "__main__":
    main()
