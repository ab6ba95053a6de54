"""`evaluate visits` and `evaluate timelines` from the command line, on a dossier of two short texts."""

import json

import pytest

EARLY = "DATE 2012-10-03\nChina helped Pakistan."
LATE = "DATE 2012-10-05\nRussia visited Pakistan on 2012-10-04."
VISIT = (
    "<visits><visit><id>7</id><start-date>2012-10-04</start-date><end-date>2012-10-04</end-date>"
    "<visitor>President Ana Ruiz</visitor><from>Peru</from></visit></visits>"
)


@pytest.fixture
def crisis(tmp_path, coder):
    """A dossier whose documents are named after a crisis."""
    from dragoman.flow.reading import read_into

    folder = tmp_path / "crisis"
    folder.mkdir()
    for name, text in {"ruritania-1.txt": EARLY, "ruritania-2.txt": LATE}.items():
        (folder / name).write_text(text, encoding="utf-8")
    read_into(tmp_path / "crisis-dossier", [str(folder)], coder.tools())
    return tmp_path / "crisis-dossier"


def test_timelines_are_scored_by_the_days_of_the_records(call, crisis, tmp_path):
    gold = tmp_path / "gold" / "tl17-ruritania"
    gold.mkdir(parents=True)
    (gold / "tl1.txt").write_text("2012-10-04\nThe guest came . \n-----\n", encoding="utf-8")
    status, out, _ = call("evaluate", "timelines", gold.parent, "--dossier", crisis, "--json")
    figures = json.loads(out)["figures"]
    assert (status, figures["records: ruritania"], figures["most articles published: ruritania"]) == (0, 100, 0)


def test_visits_that_the_press_mentions_are_looked_up_and_misses_listed(call, crisis, tmp_path):
    lists = tmp_path / "gold" / "us_state_visits" / "data"
    lists.mkdir(parents=True)
    (lists / "2010.xml").write_text(VISIT, encoding="utf-8")
    corpus = tmp_path / "corpus.jsonl"
    row = {"id": "ruritania-2", "published": "2012-10-05", "text": "President Ana Ruiz met senators in Washington."}
    corpus.write_text(json.dumps(row) + "\n", encoding="utf-8")
    asked = ("evaluate", "visits", tmp_path / "gold", "--corpus", corpus, "--dossier", crisis, "--misses", "--json")
    status, out, _ = call(*asked)
    answer = json.loads(out)
    assert (status, answer["counts"], answer["shares"]["found, all records"]["right"]) == (0, {"mentioned": 1}, 0)
    assert answer["lines"][1].startswith("visit-7\tPresident Ana Ruiz\tPER\t2012-10-04/2012-10-04\t")


def test_a_folder_of_another_shape_ends_with_one_sentence(call, crisis, tmp_path):
    status, _, err = call("evaluate", "timelines", tmp_path, "--dossier", crisis)
    assert status == 2
    assert "Name the timelines' folder" in err
