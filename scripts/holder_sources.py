"""Reads office holders from the world facts, one fact a row, under the names that news uses.

In: the folder of world facts, `holder_names.tsv` and `holders_editorial.tsv` beside this file.
Out: `Row` values, not yet merged or judged.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from judge_holders import Term
from second_tables import FOREVER, Spell

from dragoman.text.names import fold_name, same_person

ROOT = Path(__file__).resolve().parent.parent
HEADER = ["code", "office", "person", "spellings", "wikidata", "start", "end", "precision", "source", "checked"]
NOT_IN_ISO = frozenset({"TWN", "PSE", "XKX", "HKG", "MAC"})
SLUGS = {
    "us": "USA", "uae": "ARE", "saudi": "SAU", "czech": "CZE", "south-korea": "KOR", "north-korea": "PRK",
    "russia": "RUS", "iran": "IRN", "syria": "SYR", "vietnam": "VNM", "moldova": "MDA", "taiwan": "TWN",
    "turkey": "TUR", "bolivia": "BOL", "united-kingdom": "GBR", "swiss-federal-council": "CHE", "netherlands": "NLD",
    "philippines": "PHL", "sudan": "SDN",
}  # fmt: skip
POSITIONS = {
    "FM": r"(Federal )?Ministe?r (of|for) (Foreign|External|Europe and Foreign)\b(?! .*Deputy).*"
    r"|Secretary (of|for) Foreign Affairs|Secretary of State(?! for Def)( for Foreign.*)?",
    "DM": r"(Federal )?Minister (of|for) (National )?(Defence|Defense)"
    r"( and (Armed Forces Logistics|Military Veterans))?"
    r"|Secretary of (National )?Defen[cs]e|Secretary of State for Defence",
    "MIL": r"(Commander-in-)?[Cc]hief of (the )?"
    r"((Army )?General Staff|Army( Staff)?|Defence( Staff| Forces?)?|Armed Forces|"
    r"Joint Staff|Armed Forces Joint Staff|Joint General Staff|Staff of the Army)( of the (Army|Armed Forces))?"
    r"|Chairman of the Joint Chiefs( of Staff)?|Commander-in-chief of the Revolutionary Guard",
}
BARE_TITLES = {"President": "HOS", "Prime Minister": "HOG", "Federal Chancellor": "HOG"}
SHARED_MONARCHS = {"Q9682", "Q43274", "Q280856", "Q269412", "Q590227"}
"""British monarchs act in news for Britain, so they stand for no other realm; presidents of France not for Andorra."""
SECRETARY_STATES = {
    "Secretary of State": {"USA"},
    "Secretary of Defence": {"USA", "PHL"},
    "Secretary of Defense": {"USA"},
    "Secretary of Foreign Affairs": {"MEX", "PHL"},
    "Secretary for Foreign Affairs": {"PHL"},
}
"""Positions that are a minister's only in these states; elsewhere they are a civil servant's."""


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
        last = FOREVER if not self.end else date.fromisoformat(self.end + "-12-31" if len(self.end) == 4 else self.end)
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
    """Drop titles, "of the Netherlands" after a regnal number, remarks in brackets and doubled spaces."""
    label = label.replace("‑", "-").replace("  ", " ")
    label = re.sub(r"^(Encik|Prince|King|Queen|Sir|Sheikh) (?=[A-Z].* )", "", label)
    label = re.sub(r"\b([IVX]+|Shah|Petra|Putra|Khan|Tajuddin) of [A-Z].*$", r"\1", label)
    return re.sub(r"\s*[(,].*$", "", label).strip()


def is_english(label: str) -> bool:
    """Say whether a label can stand as a spelling: no words of Portuguese, no bare identifier."""
    state = r"Reino|Arábia|Países|Jord|Bél|Unido|Marrocos|Noruega|Suécia|Mónaco|Mônaco|Roménia|Romênia"
    return re.search(rf"\b(do|da|dos|de) [A-Z]?.*({state})|^Q\d+$|^Papa |http", label) is None


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
    days: dict[tuple[str, str, str], tuple[str, str]] = {}
    for r in read_csv(world / "wikidata_officeholders/core_offices_21c.csv"):
        if r["class"] in ("HOS", "HOG"):
            days.setdefault((r["wikidata"], r["class"], r["start"][:4]), (r["start"], r["end"]))
    rows = []
    for r in read_csv(world / "wikidata_leaders_history/leaders_history.csv"):
        start, end = r["start"][:10], r["end"][:10]
        usable = re.fullmatch(r"(\d{4}-\d\d-\d\d)?", end) and re.fullmatch(r"\d{4}-\d\d-\d\d", start)
        if (
            r["iso3"] not in keep
            or not usable
            or (end and end < "1945-01-02")
            or not re.fullmatch(r"Q\d+", r["person_qid"])
        ):
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


def read_positions(world: Path, names: Names) -> list[Row]:
    """Heads of state and government of this century from Wikidata's statements about persons, ended terms only.

    They fill gaps of the statements about countries; only positions with the bare title count, no speakers or courts.
    """
    rows = []
    for r in read_csv(world / "wikidata_officeholders/core_offices_21c.csv"):
        code = state_of(r["source_repo"], world)
        premier = r["position"] == "Premier" and code in ("TWN", "CHN")
        if not (premier or r["position"] in BARE_TITLES) or r["class"] not in ("HOS", "HOG") or not code:
            continue
        if len(r["start"]) != 10 or len(r["end"]) != 10 or (r["start"] + r["end"]).count("-01-01"):
            continue
        person, spellings = names.name(code, r["person"], r["wikidata"])
        office = BARE_TITLES.get(r["position"], "HOG")
        rows.append(Row(code, office, person, spellings, r["wikidata"], r["start"], r["end"], "D", "wikidata"))
    return rows


@lru_cache(maxsize=512)
def state_of(repository: str, world: Path) -> str:
    """Give the code of the state that a list of positions is about, "" if it is none."""
    table = read_csv(world / "country_codes/country-codes.csv")
    slugs = {re.sub(r"[^a-z]+", "-", r["CLDR display name"].lower()): r["ISO3166-1-Alpha-3"] for r in table} | SLUGS
    return slugs.get(re.sub(r"-(cabinet|ministers)$", "", repository), "")


def read_ministers(world: Path, names: Names) -> list[Row]:
    """Foreign and defence ministers and army chiefs of this century, statement by statement, without deputies."""
    rows = []
    for r in read_csv(world / "wikidata_officeholders/core_offices_21c.csv"):
        code = state_of(r["source_repo"], world)
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
            if (
                spell.table != "factbook"
                or spell.end is None
                or spell.end < date(2026, 5, 1)
                or spell.start < date(2025, 9, 1)
            ):
                continue
            title = {
                "HOS": r"President|King|Queen|Emir|Emperor|Pope",
                "HOG": r"Prime Minister|President|Chancellor|Premier|Taoiseach",
            }[spell.office]
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


def read_editorial(world_rows: list[Row], rows: list[Row] | None = None) -> list[Row]:
    """Rows known from general knowledge, without those that a sourced row of the same office covers."""
    if rows is None:
        lines = read_csv(ROOT / "scripts/holders_editorial.tsv", "\t")
        rows = [Row(**{name: line[name] or "" for name in HEADER}) for line in lines]
    return [row for row in rows if not any(_covers(other, row) for other in world_rows)]


def _covers(sourced: Row, row: Row) -> bool:
    """Say whether a sourced row tells all the years of an editorial row of the same person and office."""
    if (sourced.code, sourced.office) != (row.code, row.office) or not same_person(sourced.person, row.person):
        return False
    start, end = int(sourced.start[:4]), int(sourced.end[:4] or 2999)
    return start <= int(row.start) + 1 and end >= int(row.end or 2999) - 1
