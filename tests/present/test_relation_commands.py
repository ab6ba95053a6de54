"""`relations`, `relation`, `system`, `whatif`, `outlook`: what they say, and how they refuse."""

import json

import pytest


@pytest.fixture
def imported(tmp_path, call):
    """A dossier of imported events: enemies in the south, friends in the north, told every month of six years."""
    rows = ["date,actor,recipient,type"]
    for year in range(2000, 2006):
        for month in range(1, 13):
            day = f"{year}-{month:02d}-15"
            rows += [f"{day},IND,PAK,ASSAULT", f"{day},PAK,USA,AID", f"{day},IND,USA,COOPERATE", f"{day},CHN,PAK,AID",
                     f"{day},CHN,IND,ACCUSE"]  # fmt: skip
    table = tmp_path / "events.csv"
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    folder = tmp_path / "imported"
    assert call("import", table, "--dossier", folder)[0] == 0
    return folder


def test_relation_shows_level_interval_and_what_it_rests_on(call, imported):
    status, out, err = call("relation", "IND", "PAK", "--by", "year", "--dossier", imported)
    assert status == 0
    assert out.splitlines()[0].split()[:3] == ["PERIOD", "LEVEL", "TREND"]
    assert out.splitlines()[1].startswith("2000") and "-8." in out.splitlines()[1]
    assert "behind which no text of the dossier stands" in err


def test_relation_as_json_and_csv_holds_both_directions(call, imported):
    found = json.loads(call("relation", "IND-PAK", "--by", "year", "--json", "--dossier", imported)[1])
    assert found["pair"] == ["IND", "PAK"] and found["events"] == 72 and found["imported"]
    assert {point["direction"] for point in found["points"]} == {"", "IND towards PAK"}
    assert found["points"][0]["material_conflict"] == 12
    lines = call("relation", "IND-PAK", "--by", "year", "--csv", "--dossier", imported)[1].splitlines()
    assert lines[0].startswith("start,end,direction,level,low,high,trend")
    assert len(lines) == 1 + 2 * 6


def test_relation_says_what_is_lacking(call, dossier):
    status, out, err = call("relation", "PAK", "RUS", "--dossier", dossier)
    assert (status, out) == (0, "")
    assert "too little for a line" in err and "dragoman threads --pair PAK RUS --all" in err


def test_relations_lists_pairs_on_a_day(call, imported):
    rows = json.loads(call("relations", "--date", "2004", "--json", "--dossier", imported)[1])
    signs = {(row["a"], row["b"]): row["sign"] for row in rows}
    assert signs == {("CHN", "IND"): -1, ("CHN", "PAK"): 1, ("IND", "PAK"): -1, ("IND", "USA"): 1, ("PAK", "USA"): 1}
    few = json.loads(call("relations", "--actor", "China", "--json", "--dossier", imported)[1])
    assert {(row["a"], row["b"]) for row in few} == {("CHN", "IND"), ("CHN", "PAK")}


def test_system_names_camps_triangles_and_pressures(call, imported):
    status, out, err = call("system", "--date", "2004-12", "--dossier", imported)
    assert status == 0
    assert "out of balance" in out and "who are on bad terms with each other" in out
    assert "As of 31 December 2004" in err
    found = json.loads(call("system", "--date", "2004-12", "--json", "--dossier", imported)[1])
    assert found["frustration"] == found["bound"] == 1
    assert len(found["triangles"]) == 2


def test_whatif_shows_what_would_change(call, imported):
    status, out, err = call("whatif", "PAK-USA=-6", "--date", "2004-12", "--dossier", imported)
    assert status == 0
    assert "Ties against the camps: 1 before, 0 after." in out
    assert "PAK-USA at -6" in err
    found = json.loads(call("whatif", "USA-PAK=-6", "--date", "2004-12", "--json", "--dossier", imported)[1])
    assert found["frustration"] == [1, 0]


@pytest.mark.parametrize("wrong", ["PAK-USA", "PAK-USA=high", "PAK-USA=12", "=3"])
def test_whatif_refuses_what_is_no_level(call, imported, wrong):
    status, _, err = call("whatif", wrong, "--dossier", imported)
    assert status == 2 and "Write PAK-USA=-6" in err


def test_outlook_shows_its_record(call, imported):
    status, out, err = call("outlook", "IND", "PAK", "--dossier", imported)
    assert status == 0
    assert "Brier scores over" in out and "no change" in out and "base rate" in out
    assert "A forecast is no knowledge." in err
    found = json.loads(call("outlook", "IND", "PAK", "--months", "1", "--json", "--dossier", imported)[1])
    assert all(abs(sum(one["probabilities"].values()) - 1) < 1e-3 for one in found["forecasts"])


def test_outlook_says_what_is_missing(call, dossier):
    status, out, err = call("outlook", "PAK", "RUS", "--dossier", dossier)
    assert (status, out) == (0, "")
    assert "at least 60 months" in err and "dragoman import" in err


def test_faults_of_the_call_name_what_is_right(call, imported):
    assert "There are: week, month, year." in call("relation", "IND", "PAK", "--by", "day", "--dossier", imported)[2]
    assert call("relation", "IND", "PAK", "--min-confidence", "7", "--dossier", imported)[0] == 2
    assert call("relation", "IND", "PAK", "--scale", "nobody", "--dossier", imported)[0] == 2
