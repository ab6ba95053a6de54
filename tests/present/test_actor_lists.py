import json


def test_actors_lists_sides_and_persons(call):
    status, out, _ = call("actors", "--json")
    rows = json.loads(out)
    assert status == 0
    assert {"RUS", "PAK"} <= {row["id"] for row in rows}
    assert all(row["said"] or row["did"] for row in rows)


def test_actors_takes_the_filters_of_other_lists(call):
    status, out, _ = call("actors", "--pair", "PAK", "IND", "--until", "1970", "--csv", "--limit", "2")
    assert status == 0
    assert out.splitlines()[0].startswith("id,kind,name,code")
    assert len(out.splitlines()) == 3


def test_show_says_what_an_actor_did(call):
    status, out, _ = call("actors", "show", "RUS")
    assert status == 0
    assert out.startswith("State RUS: Russia")
    assert "did" in out


def test_show_of_nobody_is_a_wrong_call(call):
    status, _, err = call("actors", "show", "Nobody Known")
    assert status == 2
    assert "No actor" in err


def test_lookup_stays(call):
    status, out, _ = call("actors", "lookup", "Islamabad")
    assert status == 0
    assert "PAK" in out
