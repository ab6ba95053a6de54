"""The tables of page words are whole: known kinds, twelve months a language, no cue twice."""

from collections import Counter, defaultdict

from dragoman.vocab.page_words import (
    fold_outlet,
    load_date_words,
    load_furniture_cues,
    load_genre_cues,
    load_language_words,
    load_outlets,
    load_time_cues,
)
from dragoman.vocab.tables import read_table


def test_each_language_has_twelve_months():
    months = defaultdict(set)
    for row in read_table("month_names.tsv", ("language", "kind", "number", "names", "capital")):
        if row["kind"] in ("month", "persian", "hijri"):
            months[row["language"], row["kind"]].add(int(row["number"]))
    assert all(numbers == set(range(1, 13)) for numbers in months.values())
    assert len({language for language, kind in months if kind == "month"}) >= 30


def test_month_words_keep_their_meanings():
    assert [(m.kind, m.number) for m in load_date_words()["march"]] == [("month", 3)]
    assert load_date_words()["may"][0].capital
    assert not load_date_words()["octobre"][0].capital


def test_furniture_cues_are_listed_once():
    rows = [(r["act"], r["match"], r["cue"]) for r in read_table("furniture_cues.tsv", ("act", "match", "weight", "cue"))]
    assert [row for row, times in Counter(rows).items() if times > 1] == []
    assert all(cue == cue.casefold() for _, match, cue in rows if match in ("whole", "start", "inside"))
    assert load_furniture_cues().whole["tweet"][0].act == "share"


def test_outlets_are_found_under_their_aliases():
    assert load_outlets()[fold_outlet("The Dailytimes")].name == "Daily Times"
    assert load_outlets()[fold_outlet("www.dawn.com")].name == "Dawn"


def test_genres_and_languages_are_known_ones():
    assert {cue.genre for cue in load_genre_cues()} == {"news", "analysis", "editorial", "interview", "official", "comment"}
    assert {cue.where for cue in load_genre_cues()} == {"opening", "closing", "line", "body", "hint"}
    assert len({row.language for row in load_language_words()}) >= 40
    assert {"future", "past", "week", "office-HOG"} <= load_time_cues().keys()
