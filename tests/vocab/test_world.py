"""The vocabulary as one value: what is in it, what a user's own tables add, and its hash."""

import dataclasses
import re

import pytest

from dragoman.model.errors import VocabError
from dragoman.vocab.gazetteer import split_name
from dragoman.vocab.world import hash_vocabulary, load_world

CODE = re.compile(r"[A-Z]{3}|(IGO|GRP):[A-Z0-9][A-Z0-9+-]*")
HEADER = "code\tname\tnames\tkind\tfrom\tto\n"


def meanings(world, name: str, day: str = "") -> set[tuple[str, tuple[str, ...]]]:
    hit = world.names.at(split_name(name), 0)
    return {(n.kind, n.codes) for n in hit.names if n.valid_on(day)} if hit else set()


@pytest.mark.parametrize(
    ("name", "day", "kind", "code"),
    [
        ("Peru", "", "state", "PER"),
        ("Peruvian", "", "adjective", "PER"),
        ("Lima", "", "capital", "PER"),
        ("NATO", "2012-01-01", "organisation", "IGO:NATO"),
        ("Hezbollah", "2012-01-01", "group", "GRP:HEZBOLLAH"),
        ("Kremlin", "1985-01-01", "body", "SUN"),
        ("Kremlin", "2012-01-01", "body", "RUS"),
        ("Soviet", "1985-01-01", "adjective", "SUN"),
        ("Angela Merkel", "", "person", "DEU"),
    ],
)
def test_names_of_all_tables_are_in_one_index(world, name: str, day: str, kind: str, code: str) -> None:
    assert (kind, (code,)) in meanings(world, name, day)


def test_disputed_territories_are_places_and_no_sides(world) -> None:
    assert ("disputed", ()) in meanings(world, "Crimea")
    assert all(not codes or kind in ("place", "disputed") for kind, codes in meanings(world, "Kashmir"))


def test_bodies_that_need_a_state_are_marked(world) -> None:
    hit = world.names.at(["parliament"], 0)
    assert hit is not None and hit.names[0].needs_state and hit.names[0].codes == ()


def test_titles_are_matched_in_small_letters(world) -> None:
    hit = world.titles.at(["foreign", "minister", "of"], 0)
    assert hit is not None and (hit.last, hit.names[0].office, hit.names[0].kind) == (2, "FM", "title")
    assert world.titles.at(["Foreign", "Minister"], 0) is None


def test_all_codes_are_well_formed(world) -> None:
    codes = {code for name in world.names for code in name.codes}
    assert len(codes) > 250
    assert not [code for code in codes if not CODE.fullmatch(code)]


def test_nameless_rebels_bear_the_adjective_of_their_state_or_the_name_that_the_table_lists(world) -> None:
    assert world.rebels.code_of("PER", ["rebels"], "2012-05-01") == "GRP:PERUVIAN-REBELS"
    assert world.rebels.code_of("AFG", ["insurgents"], "2009-05-01") == "GRP:TALIBAN"
    assert world.rebels.code_of("AFG", ["guerrillas"], "1985-05-01") == "GRP:MUJAHIDEEN"
    assert world.rebels.code_of("XXX", ["rebels"]) == ""


def test_the_world_cannot_be_changed(world) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        world.hash = "other"


def test_the_hash_is_that_of_the_files_and_stays(world) -> None:
    assert world.hash == hash_vocabulary() and re.fullmatch(r"[0-9a-f]{64}", world.hash)


def test_a_users_own_names_are_found_and_change_the_hash(world, tmp_path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(HEADER + "GRP:BLUE-LANTERN\tBlue Lantern\tBlue Lantern|Lantern Brigade\tgroup\t2001\t\n", encoding="utf-8", newline="\n")
    own = load_world(actors=path)
    assert meanings(own, "Lantern Brigade") == {("group", ("GRP:BLUE-LANTERN",))}
    assert not meanings(world, "Lantern Brigade")
    assert own.hash != world.hash and own.hash == hash_vocabulary(path)


def test_a_faulty_table_stops_the_program_with_file_and_line(tmp_path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(HEADER + "grp:blue\tBlue Lantern\tBlue Lantern\tgroup\t\t\n", encoding="utf-8", newline="\n")
    with pytest.raises(VocabError, match=r"own\.tsv, line 2"):
        load_world(actors=path)
