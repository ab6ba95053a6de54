import sqlite3
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.flow.importing import find_files, import_into, remove_import
from dragoman.ingest.eventdata.outcomes import Settings
from dragoman.model.errors import UsageError
from dragoman.model.event_data import ImportedMonth
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters

HEADER = "id,date,actor,recipient,cameo,score,actor_sector,recipient_sector\n"


def write(tmp_path, rows, name="mine.csv"):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEADER + "".join(row + "\n" for row in rows), encoding="utf-8")
    return str(path)


ROWS = [
    "1,2011-02-03,FRA,ITA,042,2,GOV,GOV", "2,2011-02-17,FRA,ITA,042,4,,IGO", "3,2011-02-20,FRA,ITA,042,,CVL,GOV",
    "4,2011-03-01,ITA,FRA,163,-8,GOV,GOV", "5,2011-03-01,FRA,France,042,1,,", "6,2011-03-01,FRA,ITA,010,1,,",
    "7,2011-03-99,FRA,ITA,042,1,,",
]  # fmt: skip


def rows_of(folder, table="imported_events"):
    db = sqlite3.connect(folder / "dossier.db")
    found = sorted(map(str, db.execute(f"SELECT * FROM {table}")))
    db.close()
    return found


def test_rows_become_events_and_months(tmp_path):
    folder = tmp_path / "d"
    summary = import_into(folder, [write(tmp_path, ROWS)])
    assert (summary.rows, summary.kept, summary.rejects) == (7, 4, 1)
    assert sum(number for _, number in summary.dropped) == 2
    with Dossier(folder) as opened:
        assert opened.has_imports()
        assert [event.key for event in opened.imported_events()] == ["1", "2", "3", "4"]
        assert list(opened.imported_months()) == [
            ImportedMonth("mine", "2011-02", "FRA", "ITA", "CONSULT", "visit", "042", False, 1, None),
            ImportedMonth("mine", "2011-02", "FRA", "ITA", "CONSULT", "visit", "042", True, 2, 3.0),
            ImportedMonth("mine", "2011-03", "ITA", "FRA", "SANCTION", "discontinue", "163", True, 1, -8.0),
        ]
        (reject,) = opened.rejects()
        assert reject.record == "line 8"


@pytest.mark.parametrize(
    ("filters", "events", "months"),
    [
        (Filters(pair=("ITA", "FRA")), 4, 3), (Filters(pair=("ITA", "DEU")), 0, 0), (Filters(actor="FRA"), 4, 3),
        (Filters(since="2011-02-18"), 2, 3), (Filters(until="2011-02"), 3, 2), (Filters(type="SANCTION"), 1, 1),
        (Filters(limit=1), 1, 1),
    ],
)  # fmt: skip
def test_filters(tmp_path, filters, events, months):
    import_into(tmp_path / "d", [write(tmp_path, ROWS)])
    with Dossier(tmp_path / "d") as opened:
        assert len(list(opened.imported_events(filters))) == events
        assert len(list(opened.imported_months(filters))) == months


def test_the_same_bytes_write_nothing_and_another_map_writes_anew(tmp_path):
    folder, path = tmp_path / "d", write(tmp_path, ROWS)
    import_into(folder, [path])
    before = rows_of(folder), rows_of(folder, "imported_months"), rows_of(folder, "imports")
    again = import_into(folder, [path])
    assert (again.skipped, again.kept, again.rejects) == (1, 0, 1)
    assert (rows_of(folder), rows_of(folder, "imported_months"), rows_of(folder, "imports")) == before
    import_into(folder, [path], Settings(map="plover2021"))
    with Dossier(folder) as opened:
        assert {event.type for event in opened.imported_events()} == {"CONSULT", "COERCE"}
        assert [item.map for item in opened.imports()] == ["plover2021"]


def test_a_row_of_an_id_that_is_known_counts_once(tmp_path):
    folder = tmp_path / "d"
    import_into(folder, [write(tmp_path, ROWS[:3])])
    summary = import_into(folder, [write(tmp_path, ROWS[1:4], "more/mine.csv")])
    assert (summary.kept, summary.repeated) == (1, 2)
    with Dossier(folder) as opened:
        assert sum(month.count for month in opened.imported_months()) == 4
        assert [item.name for item in opened.imports()] == ["mine.csv", "mine.csv~2"]


def test_an_import_is_removed_with_its_months_and_rejects(tmp_path):
    folder = tmp_path / "d"
    import_into(folder, [write(tmp_path, ROWS[:2], "one.csv")])
    before = rows_of(folder), rows_of(folder, "imported_months")
    import_into(folder, [write(tmp_path, ROWS, "two.csv")])
    remove_import(folder, "two.csv")
    assert (rows_of(folder), rows_of(folder, "imported_months")) == before
    with Dossier(folder) as opened:
        assert list(opened.rejects()) == []
    with pytest.raises(UsageError, match="one.csv"):
        remove_import(folder, "two.csv")


def test_what_a_dossier_held_is_untouched(dossier, tmp_path):
    before = rows_of(dossier, "events"), rows_of(dossier, "threads")
    import_into(dossier, [write(tmp_path, ROWS)])
    assert (rows_of(dossier, "events"), rows_of(dossier, "threads")) == before


def test_a_strange_or_missing_file_is_a_reject_and_the_others_are_imported(tmp_path):
    (tmp_path / "tale.txt").write_text("Once\n", encoding="utf-8")
    paths = [str(tmp_path / "tale.txt"), str(tmp_path / "none"), write(tmp_path, ROWS[:1])]
    summary = import_into(tmp_path / "d", paths)
    assert (summary.kept, summary.rejects, summary.files) == (1, 2, 3)
    again = import_into(tmp_path / "d", paths)
    assert (again.kept, again.rejects) == (0, 2)
    with Dossier(tmp_path / "d") as opened:
        assert len(list(opened.rejects())) == 2
        assert [item.name for item in opened.imports()] == ["mine.csv"]


def test_folders_are_walked_without_hidden_files_and_lists_of_names(tmp_path):
    for name in ("b.csv", "a/c.csv", ".hidden", "entity2id.txt"):
        write(tmp_path, [], name)
    assert [path.name for path in find_files([str(tmp_path), str(tmp_path / "b.csv")])] == ["c.csv", "b.csv"]


@pytest.mark.parametrize("wrong", [Settings(format="xml"), Settings(first_day="2014-02-30"), Settings(first_day="2014")])
def test_wrong_settings_are_refused(tmp_path, wrong):
    with pytest.raises(UsageError):
        import_into(tmp_path / "d", [], wrong)


row = st.tuples(
    st.sampled_from(["2011-02-03", "2011-02-04", "2011-03-01"]), st.sampled_from(["FRA", "ITA", "DEU"]),
    st.sampled_from(["FRA", "ITA", "DEU"]), st.sampled_from(["042", "163", "010", "190"]), st.sampled_from(["", "1.5", "-4"]),
)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(row, max_size=12))
def test_months_add_up_to_the_events(tmp_path_factory, rows):
    tmp_path = tmp_path_factory.mktemp("months")
    import_into(tmp_path / "d", [write(tmp_path, [f",{','.join(cells)},," for cells in rows])])
    with Dossier(tmp_path / "d") as opened:
        events = Counter((e.actor, e.recipient, e.day[:7], e.type) for e in opened.imported_events())
        months = Counter()
        for month in opened.imported_months():
            months[month.actor, month.recipient, month.month, month.type] += month.count
    assert events == months
