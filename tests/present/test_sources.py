"""The list of outlets and the page of one, on the test dossier with texts that name their outlets."""

import csv
import io
import json

import pytest


@pytest.fixture
def outlets(call, dossier):
    """Names the outlets of two texts, as people would."""
    ids = {row["name"]: row["id"] for row in json.loads(call("documents", "--json")[1])}
    for name, outlet in (("visit", "Xinhua"), ("old", "")):
        assert call("decide", "document", ids[name], f"outlet={outlet}", "--why", "printed", "--who", "Anna")[0] == 0
    return ids


def test_outlets_are_listed_with_owner_what_they_told_first_and_how_their_word_stood(call, outlets):
    status, out, _ = call("sources")
    assert status == 0
    assert out.splitlines()[0].split() == [
        "OUTLET", "KIND", "TEXTS", "OWN", "FIRST", "COPIED", "OWNER", "WORD", "STOOD"
    ]  # fmt: skip
    assert "CHN (state)" in out and "(unknown)" in out
    found = {row["outlet"]: row for row in json.loads(call("sources", "--json")[1])}
    assert found["Xinhua"]["told_first"] == 1 and found["The Gazette"]["told_first"] == 0
    assert (found["Xinhua"]["documents"], found["Xinhua"]["own"], found["Xinhua"]["copied"]) == (1, 1, 0)
    lines = list(csv.DictReader(io.StringIO(call("sources", "--csv")[1])))
    assert [line["outlet"] for line in lines] == list(found)


@pytest.mark.parametrize(
    ("filters", "count"),
    [(("--pair", "IND", "PAK"), 1), (("--since", "2012-10-08"), 1), (("--limit", "1"), 1), (("--actor", "USA"), 0)],
)
def test_filters_keep_outlets_with_a_text_that_meets_them(call, outlets, filters, count):
    assert len(json.loads(call("sources", "--json", *filters)[1])) == count


def test_the_page_of_an_outlet_names_texts_threads_and_owner(call, outlets):
    status, out, _ = call("source", "xinhua")
    assert status == 0 and out.startswith("Source Xinhua: agency, CHN")
    assert f"texts    1, {outlets['visit']}, 1 of its own" in out
    assert "first    told before any other source: 1, t-" in out and "owner    CHN, state" in out
    page = json.loads(call("source", "gaz", "--json")[1])
    assert page["outlet"] == "The Gazette" and page["document_ids"] == sorted((outlets["claim"], outlets["talk"]))


def test_an_outlet_that_nobody_has_is_a_sentence(call, outlets):
    status, out, err = call("source", "The Herald")
    assert (status, out) == (2, "") and "`dragoman sources` lists" in err
    assert "may be any of" in call("source", "a")[2]
