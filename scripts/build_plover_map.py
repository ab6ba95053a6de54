"""Writes vocab/data/plover_map.tsv and plover_scores.tsv: CAMEO, PLOVER 2021 and ours side by side.

In: the published facts (types, scores, the printed map and three Goldstein scales, as JSON), and the editors' tables
plover_differences.tsv, cameo_names.tsv and plover_codes.tsv beside this script. Out: the two tables, sorted by code and
by type; running it again gives the same bytes.

    python scripts/build_plover_map.py plover.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.vocab.tables import Row, read_table, read_table_file

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "dragoman" / "vocab" / "data"
ROOTS = {
    "01": "", "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "08": "CONCEDE", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN",
    "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT",
    "20": "ASSAULT",
}  # fmt: skip
"""CAMEO's twenty root categories, used where a data set keeps no finer code; the printed map has no rows for them."""
ACCUSE_SCORE = -3.0
"""The printed score of ACCUSE is +3.0; its modes have -2.0, -3.5 and -3.5, so that the sign is taken for a misprint."""
NO_ACT = "a remark without an act; PLOVER dropped this category, and so do we"
MAP_HEADER = """\
# CAMEO, PLOVER 2021 and our record side by side: one row a CAMEO code. Built by scripts/build_plover_map.py.
# cameo: code; names: how data sets without codes call it, keys for finding it; plover2021_type, plover2021_mode: as
#   printed with PLOVER 2021; type, mode: ours. An empty type means no act in that sense: such rows are not imported.
# quad: of our type; score: PLOVER's for our type and mode; goldstein: ICEWS' value, else GDELT's, else Phoenix';
# goldstein_others: where the others differ; turned: "yes" where the sides change places; note: why we differ.
# source: plover2021 (printed map), cameo (root category), icews, phoenix (a code of that data set's scale), editorial.
"""
SCORES_HEADER = """\
# How far each type and mode of act warms (+) or cools (-) a relation, -10..10, by PLOVER 2021, with its quad and the
#   CAMEO code that stands for it in exports. Built by scripts/build_plover_map.py.
# printed: PLOVER's own figure where ours differs; cameo: ours; cameo2021: by the map printed with PLOVER 2021.
# source: plover2021 (score and quad), editorial (the choice of codes).
"""
SCALES = ("icews", "gdelt", "phoenix")
"""Goldstein scales, the one that counts first: it is the newest, and the only one that covers nearly all codes."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The published tables, by code or by type and mode in lower case."""

    quads: dict[str, str]
    scores: dict[tuple[str, str], float]
    printed: dict[str, tuple[str, str]]
    names: dict[str, list[str]]
    goldstein: dict[str, dict[str, float]]


def read_facts(path: Path) -> Facts:
    facts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    quads = {name: str(kind["quad"]).lower() for name, kind in facts["types"].items()}
    scores = {_split(key): float(value) for key, value in facts["scores"].items()}
    printed: dict[str, tuple[str, str]] = {}
    names: dict[str, list[str]] = {}
    for code, type, mode, _, name in facts["cameo_map"]:
        printed.setdefault(code, (type, mode))
        names.setdefault(code, []).append(name.partition("  ")[0].replace("Apolgize", "Apologize"))
    goldstein = {
        name: {code: float(value) for code, value in values.items() if value not in ("", None)}
        for name, values in facts["goldstein"].items()
    }
    return Facts(quads, scores, printed, names, goldstein)


def _split(key: str) -> tuple[str, str]:
    type, _, mode = key.partition(": ")
    return type, mode.lower()


def map_rows(facts: Facts) -> Iterator[list[str]]:
    """One row a code: what is printed, what we make of it, and its values."""
    ours = {row["cameo"]: row for row in read_table_file(HERE / "plover_differences.tsv", ("cameo", "note"))}
    names = _names(facts)
    known = set(facts.printed) | set(ours) | set(ROOTS) | {code for scale in facts.goldstein.values() for code in scale}
    for code in sorted(known):
        type, mode = facts.printed.get(code, (ROOTS.get(code, ""), ""))
        printed = (type, mode) if code in facts.printed else ("", "")
        own_type, own_mode, turned, note = _ours(code, type, mode, ours.get(code))
        score = _number(score_of(facts, own_type, own_mode)) if own_type else ""
        value, others = _goldstein(facts, code)
        yield [
            code, "|".join(names.get(code, ())), *printed, own_type, own_mode, facts.quads.get(own_type, ""), score,
            value, others, turned, note, _source(facts, code),
        ]  # fmt: skip


def _ours(code: str, type: str, mode: str, row: Row | None) -> tuple[str, str, str, str]:
    if row is None:
        note = NO_ACT if code.startswith("01") else "the root category" if code in ROOTS else ""
        return type, mode, "", note
    keep = {"=": (type, mode)}
    own_type = keep["="][0] if row["type"] == "=" else row["type"]
    own_mode = keep["="][1] if row["mode"] == "=" else row["mode"]
    return own_type, own_mode, row["turned"], row["note"]


def _names(facts: Facts) -> dict[str, list[str]]:
    names = {code: list(some) for code, some in facts.names.items()}
    for row in read_table_file(HERE / "cameo_names.tsv", ("cameo", "name", "source")):
        known = names.setdefault(row["cameo"], [])
        known.extend([row["name"]] if row["name"] not in known else [])
    return names


def score_of(facts: Facts, type: str, mode: str) -> float:
    """The score of a type and mode, of the type where the mode has none."""
    if (type, mode) == ("ACCUSE", ""):
        return ACCUSE_SCORE
    found = facts.scores.get((type, mode))
    return score_of(facts, type, "") if found is None else found


def _goldstein(facts: Facts, code: str) -> tuple[str, str]:
    found = [(name, facts.goldstein[name][code]) for name in SCALES if code in facts.goldstein[name]]
    if not found:
        return "", ""
    others = [f"{name}={_number(value)}" for name, value in found[1:] if value != found[0][1]]
    return _number(found[0][1]), "|".join(others)


def _source(facts: Facts, code: str) -> str:
    if code in facts.printed:
        return "plover2021"
    if code in ROOTS:
        return "cameo"
    return next((name for name in SCALES if code in facts.goldstein[name]), "editorial")


def score_rows(facts: Facts) -> Iterator[list[str]]:
    """One row a type and mode, in the order of plover.tsv."""
    codes = {
        (row["type"], row["mode"]): row
        for row in read_table_file(HERE / "plover_codes.tsv", ("type", "mode", "cameo", "note"))
    }
    for row in read_table("plover.tsv", ("type", "mode")):
        type, mode = row["type"], row["mode"]
        chosen = codes[type, mode]
        score = score_of(facts, type, mode)
        printed = facts.scores.get((type, mode), score)
        note = "PLOVER prints +3, against all its modes: a misprint" if printed != score else chosen["note"]
        yield [
            type, mode, facts.quads[type], _number(score), "" if printed == score else _number(printed),
            chosen["cameo"], _printed_code(facts, type, mode), note, "plover2021|editorial",
        ]  # fmt: skip


def _printed_code(facts: Facts, type: str, mode: str) -> str:
    """The shortest, then lowest code that the printed map gives the type and mode; the type's where it gives none."""
    found = [code for code, row in facts.printed.items() if row == (type, mode)]
    found = found or [code for code, row in facts.printed.items() if row == (type, "")]
    found = found or [code for code, row in facts.printed.items() if row[0] == type]
    return min(found, key=lambda code: (len(code), code))


def _number(value: float) -> str:
    return f"{value:g}"


def write_table(path: Path, header: str, columns: Iterable[str], rows: Iterable[list[str]]) -> None:
    lines = ["\t".join(columns), *("\t".join(row) for row in rows)]
    path.write_text(header + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


MAP_COLUMNS = (
    "cameo", "names", "plover2021_type", "plover2021_mode", "type", "mode", "quad", "score", "goldstein",
    "goldstein_others", "turned", "note", "source",
)  # fmt: skip
SCORE_COLUMNS = ("type", "mode", "quad", "score", "printed", "cameo", "cameo2021", "note", "source")


def main() -> None:
    facts = read_facts(Path(sys.argv[1]))
    write_table(DATA / "plover_map.tsv", MAP_HEADER, MAP_COLUMNS, map_rows(facts))
    write_table(DATA / "plover_scores.tsv", SCORES_HEADER, SCORE_COLUMNS, score_rows(facts))


if __name__ == "__main__":
    main()
