"""Named persons: office and side from the words around the name, the table of holders, spellings and short forms."""

import pytest

PEOPLE = [
    ("Hina Rabbani Khar, Pakistan's foreign minister, left.", "2012-10-05", "Hina Rabbani Khar", ("PAK",)),
    ("Pakistan's foreign minister, Hina Rabbani Khar, left.", "2012-10-05", "Hina Rabbani Khar", ("PAK",)),
    ("Foreign Minister Hina Rabbani Khar of Pakistan left.", "2012-10-05", "Hina Rabbani Khar", ("PAK",)),
    ("Angela Merkel, the German chancellor, left.", "2012-10-05", "Angela Merkel", ("DEU",)),
    ("German Chancellor Angela Merkel left.", "2012-10-05", "Angela Merkel", ("DEU",)),
    ("Merkel left.", "2012-10-05", "Merkel", ("DEU",)),
    ("Mrs. Merkel left.", "2012-10-05", "Merkel", ("DEU",)),
    ("President Barack Obama left.", "2012-10-05", "Barack Obama", ("USA",)),
    ("Mikhail Gorbachev left.", "1988-05-05", "Mikhail Gorbachev", ("SUN",)),
    ("Kenyan trade minister Moses Wetangula left.", "2012-10-05", "Moses Wetangula", ("KEN",)),
    ("Professor Anna Lindqvist left.", "2012-10-05", "Anna Lindqvist", ()),
    ("Anna Lindqvist, an analyst at a bank, left.", "2012-10-05", "Anna Lindqvist", ()),
    ("John Brown left.", "2012-10-05", "John Brown", ()),
    ("Taliban spokesman Zabihullah Mujahid left.", "2012-10-05", "Zabihullah Mujahid", ("GRP:TALIBAN",)),
    ("Jordan's King Abdullah left.", "2012-10-05", "Abdullah", ("JOR",)),
]
NOT_FORMER = [
    ("Acting foreign minister Samir Haddad of Lebanon left.", "Samir Haddad"),
    ("German chancellor Angela Merkel left.", "Angela Merkel"),
]
ONE_PERSON = [
    ("Sergei Lavrov came. Sergey Lavrov left.", "Lavrov"),
    ("Russian foreign minister Sergei Lavrov came. Lavrov left.", "Lavrov"),
    ("Muammar Gaddafi came. Moammar Qaddafi left.", "addafi"),
    ("President Vladimir Putin came. Mr. Putin left.", "Putin"),
    ("Hu Jintao came. Hu left.", "Hu"),
    ("Mahmoud Ahmadinejad came. Mahmud Ahmadinejad left.", "Ahmadinejad"),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table([(text, day) for text, day, *_ in PEOPLE])
    read_table((text, "2012-10-05") for text, *_ in [*NOT_FORMER, *ONE_PERSON])


def people(read_text, text: str, day: str = "2012-10-05"):
    return [m for m in read_text(text, day)[1].mentions if m.kind == "person"]


@pytest.mark.parametrize(("text", "day", "name", "codes"), PEOPLE)
def test_a_person_stands_for_the_side_of_the_office(read_text, text, day, name, codes) -> None:
    assert [(m.name, m.codes) for m in people(read_text, text, day)] == [(name, codes)]


@pytest.mark.parametrize(("text", "name"), NOT_FORMER)
def test_who_holds_an_office_or_acts_in_it_is_not_former(read_text, text: str, name: str) -> None:
    assert [(m.name, m.former) for m in people(read_text, text)] == [(name, False)]


@pytest.mark.parametrize(("text", "part"), ONE_PERSON)
def test_spellings_and_short_forms_are_one_person(read_text, text: str, part: str) -> None:
    found = [m for m in people(read_text, text) if part in m.name]
    assert len(found) == 2 and len({m.entity for m in found}) == 1 and len({m.name for m in found}) == 1


def test_a_person_has_the_fullest_form_used_first(read_text) -> None:
    found = people(read_text, "Lavrov came. Russian foreign minister Sergei Lavrov spoke. Sergey Lavrov left.")
    assert {m.name for m in found} == {"Sergei Lavrov"}


def test_two_people_of_one_surname_stay_apart(read_text) -> None:
    text = "Colombian president Juan Santos met Peruvian foreign minister Maria Santos. Juan Santos left. Maria Santos stayed."
    found = people(read_text, text)
    assert [m.name for m in found] == ["Juan Santos", "Maria Santos", "Juan Santos", "Maria Santos"]
    assert [m.codes for m in found] == [("COL",), ("PER",), ("COL",), ("PER",)]
    assert len({m.entity for m in found}) == 2


def test_an_office_said_once_holds_for_all_places_where_the_person_is_named(read_text) -> None:
    found = people(read_text, "Okoro came. Samuel Okoro, the Nigerian trade minister, spoke. Okoro left.")
    assert {m.codes for m in found} == {("NGA",)} and len(found) == 3
