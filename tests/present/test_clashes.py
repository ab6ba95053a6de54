"""A contradiction in a line: each side with its voice and where it stands, on the desk, as JSON and on the command line."""

import json

import pytest

from dragoman.present.clashes import tell_clashes
from dragoman.record.dossier import Dossier


@pytest.fixture
def told(dossier):
    with Dossier(dossier) as opened:
        return tell_clashes(opened, opened.contradictions())


def test_each_side_says_in_whose_words_and_where(told, dossier):
    assert told
    with Dossier(dossier) as opened:
        for one in told:
            for side, id in zip(one.sides, one.found.records, strict=False):
                event = opened.find(id)[0]
                voice = "the author" if event.voice == "author" else event.voice
                assert side.who.startswith(f"says {voice}, ") and (side.document, side.record) == (event.document, id)
                assert one.what.startswith(event.type) or side is one.sides[1]


def test_a_known_fact_says_where_it_is_from(told, dossier):
    from dataclasses import replace

    one = told[0].found
    fact = replace(one, records=one.records[:1], values=(one.values[0], "another"), source="a list (x.tsv:1)")
    with Dossier(dossier) as opened:
        (said,) = tell_clashes(opened, [fact])
    assert said.sides[1].who == "a fact known from a list (x.tsv:1)" and said.sides[1].record == ""


def test_the_command_line_tells_the_voices(call):
    rows = json.loads(call("contradictions", "--all", "--json")[1])
    assert rows and all(row["who_a"].startswith("says ") for row in rows)
    assert "(says " in call("contradictions", "--all")[1]
