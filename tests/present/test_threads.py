"""Lists of threads, contradictions and families, and the pages of one, on the test dossier and stand-ins that resolve."""

import csv
import io
import json

import pytest

from dragoman.flow.reading import read_into


def rows(out):
    return json.loads(out)


def test_a_thread_is_listed_once_with_its_sources(call):
    status, out, _ = call("threads", "--pair", "PAK", "RUS", "--type", "CONSULT", "--until", "2012-10-31")
    assert status == 0
    head, line = out.splitlines()
    assert head.split() == ["ID", "DATE", "TYPE", "WHO", "STANDING", "SOURCES", "QUOTE"]
    assert "4 October 2012  CONSULT  RUS -> PAK  happened" in line and "Russia visited Pakistan" in line


def test_counts_are_of_sources_or_of_texts(call, news, dossier, coder):
    copy = (news / "claim.txt").read_text() + "\nA line that both of the pages have in common."
    for name in ("one", "two"):
        (news / f"{name}.txt").write_text(f"{copy}\n{name}", encoding="utf-8")
    read_into(dossier, [str(news)], coder.tools())
    visit = ("threads", "--type", "CONSULT", "--until", "2012-10-31")
    assert "  2        Russia visited" in call(*visit)[1]
    assert "  4      Russia visited" in call(*visit, "--count", "documents")[1]
    (found,) = rows(call(*visit, "--json")[1])
    assert (found["documents"], found["sources"]) == (4, 2)
    assert call("threads", "--count", "people")[0] == 2


def test_a_plan_lapses_when_its_day_has_passed(call):
    plan = ("threads", "--since", "2012-11-20", "--until", "2012-11-20", "--json")
    assert [row["standing"] for row in rows(call(*plan)[1])] == ["planned"]
    assert [row["standing"] for row in rows(call(*plan, "--as-of", "2012-12")[1])] == ["lapsed"]
    assert [row["standing"] for row in rows(call(*plan, "--as-of", "2012-11-20")[1])] == ["planned"]


def test_standing_is_a_filter_that_knows_what_has_lapsed(call):
    assert len(rows(call("threads", "--standing", "planned", "--json")[1])) == 1
    assert rows(call("threads", "--standing", "lapsed", "--json")[1]) == []
    assert len(rows(call("threads", "--standing", "lapsed", "--as-of", "2013", "--json")[1])) == 1
    assert rows(call("threads", "--standing", "planned", "--as-of", "2013", "--json")[1]) == []
    status, _, err = call("threads", "--standing", "hapened")
    assert status == 2 and "Did you mean happened" in err


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ((), 7),
        (("--actor", "CHN"), 1),
        (("--type", "ASSAULT"), 3),
        (("--voice", "minister"), 1),
        (("--document", "claim"), 2),
        (("--since", "2012-10-06"), 2),
        (("--until", "1970"), 1),
        (("--limit", "2"), 2),
        (("--min-confidence", "0.9"), 0),
    ],
)
def test_filters_are_those_of_events(call, filters, count):
    assert len(rows(call("threads", "--json", *filters)[1])) == count


def test_where_nothing_matches_the_filters_are_counted(call):
    status, out, err = call("threads", "--actor", "CHN", "--standing", "planned")
    assert (status, out) == (0, "")
    assert "No threads match" in err and "--actor CHN: 1" in err and "--standing planned: 1" in err


def test_the_cut_hides_and_says_so(call):
    _, out, err = call("threads", "--min-confidence", "0.9")
    assert out == "" and "7 less certain rows" in err


def test_the_life_of_a_thread_shows_each_status_with_its_voice(call):
    (attack,) = [row for row in rows(call("threads", "--type", "ASSAULT", "--json")[1]) if row["dissent"]]
    status, out, _ = call("thread", attack["id"][:8])
    assert status == 0
    assert "standing disputed" in out and "dissent  denied by The minister" in out
    assert "happened, says A spokesman" in out and "told by  1 text of 1 independent source" in out
    assert "Cannot both be true" in out and "denied by The minister, in The Gazette" in out
    assert call("show", attack["id"])[1] == out


def test_steps_that_repeat_are_shown_only_with_all(call):
    (visit,) = rows(call("threads", "--type", "CONSULT", "--until", "2012-10-31", "--json")[1])
    _, out, err = call("thread", visit["id"])
    assert out.count("Russia visited Pakistan") == 1
    assert "1 step that only repeat" in err
    assert call("thread", visit["id"], "--all")[1].count("Russia visited Pakistan") == 2


def test_a_thread_as_json_has_its_life_and_its_contradictions(call):
    ids = [row["id"] for row in rows(call("threads", "--type", "ASSAULT", "--json")[1]) if row["dissent"]]
    found = rows(call("thread", ids[0], "--json")[1])
    assert {step["readable"] for step in found["life"]} == {"happened, says A spokesman", "denied by The minister"}
    assert [one["clash"] for one in found["contradictions"]] == ["status"]
    lines = list(csv.DictReader(io.StringIO(call("thread", ids[0], "--csv")[1])))
    assert {line["voice"] for line in lines} == {"A spokesman", "The minister"}


def test_an_event_names_its_thread(call):
    events = rows(call("events", "--json")[1])
    threads = {row["id"]: row["records"] for row in rows(call("threads", "--json")[1])}
    assert all(event["id"] in threads[event["thread"]] for event in events)


def test_contradictions_are_listed_side_by_side(call):
    status, out, _ = call("contradictions")
    assert status == 0
    assert "office" in out and "Ayub Khan" in out and "nobody (facts.tsv 1)" in out and "both cannot be" in out
    assert len(rows(call("contradictions", "--clash", "status", "--json")[1])) == 1
    assert rows(call("contradictions", "--pair", "IND", "CHN", "--json")[1]) == []
    assert call("contradictions", "--clash", "weather")[0] == 2


def test_a_contradiction_is_as_sure_as_the_less_sure_of_its_records(call, doubtful):
    assert rows(call("contradictions", "--clash", "status", "--json")[1]) == []
    assert "1 less certain row" in call("contradictions", "--clash", "status")[2]
    assert len(rows(call("contradictions", "--clash", "status", "--all", "--json")[1])) == 1


def test_a_contradiction_is_shown_with_both_quotes(call):
    (one,) = rows(call("contradictions", "--clash", "status", "--json")[1])
    out = call("show", one["id"])[1]
    assert "Russia attacked Pakistan" in out and "Russia did not attack Pakistan" in out
    (fact,) = rows(call("contradictions", "--clash", "office", "--json")[1])
    assert "nobody: known from facts.tsv 1" in call("show", fact["id"])[1]


@pytest.fixture
def reprinted(call, news, dossier, coder):
    for name, day in (("first", "09"), ("second", "11")):
        text = f"TITLE {name}\nDATE 2012-10-{day}\nA line that both of the pages have in common.\n{name}"
        (news / f"{name}.txt").write_text(text, encoding="utf-8")
    read_into(dossier, [str(news)], coder.tools())
    return call


def test_families_are_listed_and_shown_the_original_first(reprinted):
    status, out, _ = reprinted("families")
    assert status == 0 and "the earliest" in out and "9 October 2012" in out
    (found,) = rows(reprinted("families", "--json")[1])
    out = reprinted("family", found["id"][:6])[1]
    assert "2 texts, one source" in out
    assert out.index("the original") < out.index("copy, ")
    assert reprinted("show", found["id"])[1] == out
    assert rows(reprinted("families", "--until", "2012-10-01", "--json")[1]) == []
    assert [row["shares"] for row in rows(reprinted("family", found["id"], "--json")[1])["members"]][0] == "the original"


def test_an_unknown_id_says_which_list_has_ids(call):
    assert "`dragoman threads` lists ids" in call("thread", "t-0000")[2]
    assert "`dragoman families` lists ids" in call("family", "f-0000")[2]
    thread = rows(call("threads", "--json")[1])[0]["id"]
    assert "joined from several" in call("explain", thread)[2]


def test_read_says_how_many_threads_there_are(call, news, tmp_path):
    assert "The dossier now holds 7 threads." in call("read", news, "--dossier", tmp_path / "new")[2]
