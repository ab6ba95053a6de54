"""The table of time words: it loads, every kind has a code, every named day exists."""

from pathlib import Path

import pytest

from dragoman.extract.times.calendar import named_day
from dragoman.extract.times.tokens import CODES
from dragoman.model.errors import VocabError
from dragoman.vocab import time_words


def all_meanings() -> list[time_words.TimeWord]:
    table = time_words.load_time_words()
    return [*table.words.values(), *(meaning for rows in table.phrases.values() for _, meaning in rows)]


def test_every_kind_has_a_code() -> None:
    assert {meaning.kind for meaning in all_meanings()} <= set(CODES)


def test_every_named_day_falls_on_a_day_of_each_year() -> None:
    codes = {m.value for m in all_meanings() if m.kind == "named_day" and len(m.value) != 10}
    assert len(codes) > 20
    for year in (1950, 2000, 2012, 2023):
        assert all(named_day(code, year).year == year for code in codes)


def test_months_and_weekdays_need_a_capital() -> None:
    words = time_words.load_time_words().words
    assert words["may"].capital
    assert words["sunday"].capital
    assert not words["yesterday"].capital


@pytest.mark.parametrize("row", ["month\t1\tJanuary\tyes", "month\t1\tJanuary|January\tyes\t"])
def test_a_faulty_row_is_named(row: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / time_words.FILE).write_text(f"kind\tvalue\twords\tcapital\tnote\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(time_words, "DATA", tmp_path)
    with pytest.raises(VocabError, match="line 2"):
        time_words.load_time_words.__wrapped__()
