import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.records import EVENT_TYPES
from dragoman.vocab.plover_map import (
    code_of,
    find_code_by_name,
    load_cameo_rows,
    load_score_rows,
    quad_of,
    read_cameo,
)
from dragoman.vocab.tables import read_table


@pytest.mark.parametrize(
    ("code", "ours", "printed"),
    [
        ("163", "SANCTION", "COERCE"), ("192", "ASSAULT", "COERCE"), ("200", "ASSAULT", "ASSAULT"),
        ("203", "ASSAULT", "ASSAULT"), ("0352", "CONCEDE", "AGREE"), ("0813", "CONCEDE", "RETREAT"),
        ("116", "SANCTION", "ACCUSE"), ("042", "CONSULT", "CONSULT"),
    ],
)  # fmt: skip
def test_where_the_maps_differ(code, ours, printed):
    assert (read_cameo(code).type, read_cameo(code, "plover2021").type) == (ours, printed)


def test_a_sanction_is_material_conflict_and_an_accusation_cools():
    assert quad_of("SANCTION") == "material conflict"
    assert (load_score_rows()["ACCUSE", ""].score, load_score_rows()["ACCUSE", ""].printed) == (-3.0, 3.0)


def test_each_difference_has_its_note_and_each_row_its_source():
    for row in load_cameo_rows().values():
        assert row.source
        if row.ours != row.printed:
            assert row.note, row.cameo


def test_our_modes_are_those_of_plover_tsv():
    known = {(row["type"], row["mode"]) for row in read_table("plover.tsv", ("type", "mode"))}
    assert {row.ours for row in load_cameo_rows().values() if row.ours[0]} <= known
    assert set(load_score_rows()) == known
    assert {type for type, _ in known} == set(EVENT_TYPES)


@pytest.mark.parametrize("key", list(load_score_rows()))
def test_the_way_back_keeps_the_type_and_says_where_it_loses_the_mode(key):
    row = load_score_rows()[key]
    reading = read_cameo(code_of(*key))
    assert (reading.type, reading.quad) == (row.type, row.quad)
    assert reading.mode == row.mode or row.note
    assert read_cameo(code_of(*key, "plover2021"), "plover2021").type == row.type


@pytest.mark.parametrize(
    ("code", "type", "mode"),
    [
        ("42", "CONSULT", "visit"), ("0429", "CONSULT", "visit"), ("311", "AGREE", ""), ("1951", "ASSAULT", "aerial"),
        ("14", None, ""), ("10", None, ""), ("010", None, ""), ("999", None, ""), ("", None, ""), ("x", None, ""),
    ],
)  # fmt: skip
def test_codes_are_put_right_only_where_nothing_else_can_be_meant(code, type, mode):
    reading = read_cameo(code)
    assert (reading and (reading.type, reading.mode)) == (type and (type, mode))


@given(st.text(max_size=8))
def test_no_text_makes_the_map_stumble(text):
    reading = read_cameo(text)
    assert reading is None or reading.type in EVENT_TYPES


def test_the_host_of_a_visit_is_not_its_visitor():
    assert read_cameo("043").turned
    assert not read_cameo("043", "plover2021").turned


def test_categories_are_found_by_name():
    assert find_code_by_name("Make statement") == "010"
    assert find_code_by_name("use tactics of VIOLENT repression") == "175"
    assert find_code_by_name("juggle") == ""
