"""Office holders, resolved at the date of the event."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.model.errors import VocabError
from dragoman.vocab.holders import FILES, load_holders
from dragoman.vocab.tables import read_table

ROOT = Path(__file__).resolve().parents[2]
WORLD = ROOT.parent / "shared/gold/world"
DATA = ROOT / "src/dragoman/vocab/data"


@pytest.mark.parametrize(
    ("name", "on", "code", "office"),
    [
        ("Lavrov", "2012-10-04", "RUS", "FM"),
        ("Sergey V. Lavrov", "2010", "RUS", "FM"),
        ("Karzai", "2011-06", "AFG", "HOS"),
        ("Hina Rabbani Khar", "2012-10-04", "PAK", "FM"),
        ("Kayani", "2012-10-04", "PAK", "MIL"),
        ("Gorbachev", "1986", "SUN", "OTHER"),
        ("bin Laden", "2001-09-11", "GRP:AL-QAEDA", "OTHER"),
        ("Ban Ki-moon", "2012", "IGO:UN", "IGO"),
        ("Xi", "2015", "CHN", "HOS"),
        ("Maduro", "2015", "VEN", "HOS"),
        ("Angela Merkel's", "2010", "DEU", "HOG"),
    ],
)
def test_a_name_is_resolved_at_its_date(name: str, on: str, code: str, office: str) -> None:
    first = load_holders().in_office(name, on)[0]
    assert (first.code, first.office) == (code, office)


def test_a_former_official_is_found_but_not_in_office() -> None:
    assert load_holders().find_person("Gorbachev", "1995")
    assert not load_holders().in_office("Gorbachev", "1995")


def test_two_presidents_of_one_name_are_told_apart_by_date() -> None:
    table = load_holders()
    assert {term.person for term in table.in_office("Bush", "1990-05")} == {"George H. W. Bush"}
    assert {term.person for term in table.in_office("Bush", "2003-05")} == {"George W. Bush"}


@pytest.mark.parametrize(
    ("code", "office", "on", "person"),
    [
        ("SUN", "FM", "1988-05-01", "Eduard Shevardnadze"),
        ("USA", "FM", "2012-10-04", "Hillary Clinton"),
        ("GBR", "HOG", "2012", "David Cameron"),
        ("PAK", "HOS", "2013-09-09", "Mamnoon Hussain"),
        ("IGO:NATO", "IGO", "2012-05", "Anders Fogh Rasmussen"),
        ("IRN", "HOG", "1952", "Mohammad Mosaddegh"),
    ],
)
def test_an_office_is_resolved_at_its_date(code: str, office: str, on: str, person: str) -> None:
    holder = load_holders().holder_of(code, office, on)
    assert holder is not None
    assert holder.person == person


def test_several_heads_at_one_time_give_no_single_holder() -> None:
    assert load_holders().holder_of("BIH", "HOS", "2012-05-05") is None
    assert load_holders().holder_of("PAK", "NONE", "2012") is None


def test_editorial_rows_carry_years_and_no_identifier() -> None:
    rows = read_table("holders_editorial.tsv", ("precision", "wikidata", "source"))
    assert len(rows) >= 400
    assert {(row["precision"], row["wikidata"], row["source"]) for row in rows} == {("Y", "", "editorial")}


def test_no_shipped_row_stands_among_the_doubtful() -> None:
    columns = ("code", "office", "person", "start", "end", "precision")
    shipped = {tuple(row[c] for c in columns) for file in FILES for row in read_table(file, columns)}
    doubtful = {tuple(row[c] for c in columns) for row in read_table("doubtful_holders.tsv", columns)}
    assert doubtful
    assert not shipped & doubtful


def test_ministers_of_forty_states_are_known_with_their_identifier() -> None:
    rows = read_table("holders_ministers.tsv", ("code", "office", "wikidata"))
    for office in ("FM", "DM", "MIL"):
        assert len({row["code"] for row in rows if row["office"] == office and row["wikidata"]}) >= 40


def test_files_stay_small() -> None:
    assert sum((DATA / file).stat().st_size for file in FILES) < 2_000_000


def write(folder: Path, *lines: str) -> Path:
    path = folder / "mine.tsv"
    path.write_text("code\toffice\tperson\tspellings\tstart\tend\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_users_row_goes_before_the_shipped_one(tmp_path: Path) -> None:
    own = write(tmp_path, "PAK\tFM\tJane Example\tJ. Example\t2012-01-01\t2012-12-31", "PAK\tOTHER\tNo Dates\t\t\t")
    table = load_holders(own)
    holder = table.holder_of("PAK", "FM", "2012-10-04")
    assert holder is not None
    assert (holder.person, holder.source, holder.line) == ("Jane Example", "user", 2)
    assert table.in_office("No Dates", "1999")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Pakistan\tFM\tJane Example\t\t2012\t", "Pakistan"),
        ("PAK\tminister\tJane Example\t\t2012\t", "HOS, HOG, FM"),
        ("PAK\tFM\t\t\t2012\t", "person"),
        ("PAK\tFM\tJane Example\t\t4 Oct 2012\t", "2012-10-04"),
        ("PAK\tFM\tJane Example\t\t2012-02-31\t", "day"),
        ("PAK\tFM\tJane Example\t\t2013\t2012", "before it begins"),
        ("PAK\tFM\tJane Example", "cells"),
    ],
)
def test_a_faulty_row_names_file_line_and_remedy(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(VocabError) as caught:
        load_holders(write(tmp_path, line))
    assert "mine.tsv, line 2" in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.skipif(not WORLD.is_dir(), reason="the world facts are not beside this checkout")
def test_every_shipped_row_agrees_with_the_second_tables() -> None:
    script = ROOT / "scripts/check_holders.py"
    done = subprocess.run(
        [sys.executable, str(script), "--world", str(WORLD)], capture_output=True, encoding="utf-8", check=False,
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]


@pytest.mark.skipif(not WORLD.is_dir(), reason="the world facts are not beside this checkout")
def test_identifiers_stand_in_a_table_at_hand() -> None:
    known = {""}
    for path, column in (("wikidata_leaders_history/leaders_history.csv", "person_qid"),
                         ("wikidata_officeholders/core_offices_21c.csv", "wikidata")):  # fmt: skip
        with (WORLD / path).open(encoding="utf-8", newline="") as stream:
            known |= {row[column] for row in csv.DictReader(stream)}
    assert {holder.wikidata for holder in load_holders().holders} <= known


@pytest.mark.parametrize("name", ["Wasaia", "Mashaei", "Allah Wasaia"])
def test_a_name_that_only_shares_some_consonants_is_nobody(name: str) -> None:
    assert load_holders().find_person(name, "2011-05-01") == ()


@pytest.mark.parametrize(("name", "code"), [("Qadhafi", "LBY"), ("Kadafi", "LBY"), ("Validimir Putin", "RUS")])
def test_a_name_spelled_otherwise_is_still_found(name: str, code: str) -> None:
    assert {term.code for term in load_holders().find_person(name, "2010-10-05")} == {code}
