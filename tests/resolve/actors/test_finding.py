import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.resolve.actors import Naming, add_namings, find_actors

ONE = [
    ("Sergei Lavrov", {"code": "RUS"}, "Sergey Viktorovich Lavrov", {"code": "RUS"}),
    ("Vladimir Putin", {"code": "RUS"}, "Validimir Putin", {"sides": ("RUS", "PAK")}),
    ("Vladimir Putin", {"code": "RUS"}, "Validmir Putin", {"code": "RUS"}),
    ("Mushahid Hussain", {"code": "PAK"}, "Mushahid Hussein", {"code": "PAK"}),
    ("Sergei Lavrov", {"code": "RUS"}, "Lavrov", {"code": "RUS"}),
    ("Xi Jinping", {"code": "CHN", "published": "2014-05-01"}, "Jinping Xi", {"code": "CHN", "published": "2014-06-01"}),
    ("Park Min-jae Lee", {"code": "KOR"}, "Park Minjae Lee", {"code": "KOR"}),
    ("Tamas Kerekgyarto", {"code": "HUN"}, "Kerekgyarto Tamas", {"code": "HUN"}),
    ("Farid Ahmad Zadran", {"code": "AFG"}, "Fareed Ahmed Zadran", {"code": "AFG"}),
    ("Zeynep Yıldızoğlu", {"code": "TUR"}, "Zeynep Yildizoglu", {"code": "TUR"}),
    ("Esmail Farahbakhsh", {"code": "IRN"}, "Ismail Farahbakhsh", {"code": "IRN"}),
    ("Joaquín Lizarraga Ortuño", {"code": "PER"}, "Joaquin Lizarraga", {"code": "PER"}),
    ("Abdel-Fattah Bouhalim", {"code": "LBY"}, "Abdulfattah Bouhalim", {"code": "LBY"}),
    ("Lyudmila Zhdankova", {"code": "RUS"}, "Ludmila Zhdankova", {"code": "RUS"}),
    ("Rauf Khurshid Alam", {"code": "PAK", "published": "1999-02-20"}, "Rauf Khurshid Alam", {"code": "PAK", "published": "2016-03-01"}),
    ("Hussain Haqqani", {"code": "PAK", "published": "2010-01-01"}, "Husain Haqqani", {"code": "PAK", "published": "2011-01-01"}),
    ("George Bush", {"code": "USA", "published": "2005-03-01"}, "George W. Bush", {"code": "USA", "published": "2006-03-01"}),
]  # fmt: skip
TWO = [
    ("Nawaz Sharif", {"code": "PAK"}, "Shahbaz Sharif", {"code": "PAK"}),
    ("Hillary Clinton", {"code": "USA"}, "Bill Clinton", {"code": "USA"}),
    ("George W. Bush", {"code": "USA"}, "George H. W. Bush", {"code": "USA"}),
    ("George Bush", {"code": "USA", "published": "1990-09-01"}, "George W. Bush", {"code": "USA", "published": "2006-03-01"}),
    ("Hussain Haqqani", {"code": "PAK"}, "Jalaluddin Haqqani", {"sides": ("AFG",)}),
    ("Hussain", {"code": "PAK"}, "Mushahid Hussain", {"code": "PAK"}),
    ("Khan", {"code": "PAK"}, "Khan", {"code": "PAK"}),
    ("Singh", {}, "Singh", {}),
    ("Imran Khan", {"code": "PAK"}, "Imran Khan", {"code": "GBR"}),
    ("Kim Jong-un", {"code": "PRK"}, "Kim Jong-il", {"code": "PRK"}),
    ("Hamad bin Jassim", {"code": "QAT"}, "Hamad bin Khalifa", {"code": "QAT"}),
    ("Ali Reza Tabari", {"code": "IRN"}, "Ali Tabari", {"code": "SYR"}),
    ("Kamil Derwish", {}, "Kamal Derwish", {}),
]  # fmt: skip


def actor(found, naming):
    return found.actors[naming.key]


def entry(found, naming):
    return next(entry for entry in found.entries if entry.id == actor(found, naming))


@pytest.mark.parametrize(("one", "known", "other", "also"), ONE)
def test_spellings_of_one_person_are_one_actor(named, world, one, known, other, also):
    a, b = named(one, 1, **known), named(other, 2, **also)
    found = find_actors([a, b], world)
    assert actor(found, a) == actor(found, b)
    assert entry(found, a).reasons


@pytest.mark.parametrize(("one", "known", "other", "also"), TWO)
def test_two_persons_are_two_actors(named, world, one, known, other, also):
    a, b = named(one, 1, **known), named(other, 2, **also)
    found = find_actors([a, b], world)
    assert actor(found, a) != actor(found, b)


def test_a_known_persons_identifier_does_not_hang_on_the_dossier(named, world):
    early = find_actors([named("Sergey Lavrov", 9, "2005-01-01", code="RUS")], world)
    late = find_actors([named("Lavrov", 1, "2012-01-01", code="RUS")], world)
    assert set(early.actors.values()) == set(late.actors.values())
    assert any("FM of RUS" in office for office in late.entries[0].offices)


def test_a_surname_that_two_holders_bear_is_left_unsure_with_both(named, world):
    bare = named("Sharif", 1, "2014-06-01", code="PAK")
    found = find_actors([bare], world)
    assert len(entry(found, bare).unsure) >= 2
    assert "may be" in entry(found, bare).reasons[0]


def test_the_office_beside_a_surname_decides_between_two_holders(named, world):
    bare = named("Sharif", 1, "2014-06-01", code="PAK", before="In Lahore, Prime Minister ")
    full = named("Nawaz Sharif", 2, "2014-06-01", code="PAK")
    found = find_actors([bare, full], world)
    assert actor(found, bare) == actor(found, full)


def test_a_given_name_left_before_the_surname_is_read(named, world):
    part = named("Orlenko", 1, code="UKR", before="The envoy met Taras ")
    full = named("Taras Orlenko", 2, code="UKR")
    found = find_actors([part, full], world)
    assert actor(found, part) == actor(found, full)


def test_a_short_name_between_two_opposed_long_ones_joins_neither(named, world):
    first, second = named("Ali Karim Mazari", 1, code="PAK"), named("Ali Zahid Mazari", 2, code="PAK")
    short = named("Ali Mazari", 3, code="PAK")
    found = find_actors([first, second, short], world)
    assert len({actor(found, naming) for naming in (first, second, short)}) == 3
    assert set(entry(found, short).unsure) == {actor(found, first), actor(found, second)}


def test_a_person_without_a_state_does_not_join_two_states(named, world):
    namings = [named("Omar Siddiq", n, code=code) for n, code in enumerate(("IRQ", "KEN", ""))]
    found = find_actors(namings, world)
    assert actor(found, namings[0]) != actor(found, namings[1])


def test_company_that_is_rare_joins_and_leaders_do_not(named, world):
    slip = {"one": "Gerard Hollinger", "other": "Gerhard Hollinger"}
    rare = [named(name, n, companions=("Peter Unheard",)) for n, name in enumerate(slip.values())]
    leader = [named(name, n, companions=("Vladimir Putin",)) for n, name in enumerate(slip.values())]
    assert len(find_actors(rare, world).entries) == 1
    assert len(find_actors(leader, world).entries) == 2


def test_people_join_and_part(named, world):
    a, b = named("Nawaz Qureshi", 1, code="PAK"), named("Shaukat Qureshi", 2, code="PAK")
    joined = find_actors([a, b], world, together=[(a.key, b.key)])
    assert actor(joined, a) == actor(joined, b)
    c, d = named("Taras Orlenko", 1, code="UKR"), named("Taras Orlenko", 2, code="UKR")
    parted = find_actors([c, d], world, apart=[(c.key, d.key)])
    assert actor(parted, c) != actor(parted, d)


def test_an_unknown_persons_identifier_stays_when_later_documents_come(named, world):
    first = named("Taras Orlenko", 5, "2010-01-01", code="UKR")
    before = find_actors([first], world)
    after = add_namings(before, [named("Taras Bohdan Orlenko", 1, "2011-01-01", code="UKR")], world)
    assert actor(before, first) == actor(after, first)


def test_thousands_of_like_names_end_in_time(named, world):
    namings = [named(f"A{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}o Smithson", n) for n in range(3000)]
    assert len(find_actors(namings, world).actors) == 3000


GIVEN = ("Sergei", "Sergey", "Nawaz", "Shahbaz", "Hamid", "Hamad", "Ali", "Ali Reza", "Mohammad Ali", "")
FAMILY = ("Lavrov", "Sharif", "Sharief", "Karzai", "Khan", "Bin Laden", "Orlenko")
NAMINGS = st.lists(
    st.builds(
        Naming,
        name=st.sampled_from([f"{given} {family}".strip() for given in GIVEN for family in FAMILY]),
        document=st.sampled_from([f"d-{n}" for n in range(12)]),
        published=st.sampled_from(["", "1999-03-01", "2005", "2012-10-05"]),
        code=st.sampled_from(["", "PAK", "RUS", "AFG", "IGO:UN"]),
        sides=st.sampled_from([(), ("PAK",), ("PAK", "RUS")]),
    ),
    max_size=30,
    unique_by=lambda naming: naming.key,
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(namings=NAMINGS, seed=st.integers(0, 999))
def test_the_order_of_the_namings_does_not_matter(world, namings, seed):
    turned = list(namings)
    random.Random(seed).shuffle(turned)
    assert find_actors(namings, world) == find_actors(turned, world)


@QUICK
@given(namings=NAMINGS, cut=st.integers(0, 30))
def test_adding_documents_gives_what_finding_all_anew_gives(world, namings, cut):
    later = add_namings(find_actors(namings[:cut], world), namings[cut:], world)
    assert later == find_actors(namings, world)


@QUICK
@given(namings=NAMINGS)
def test_each_naming_has_one_actor_and_its_spelling_is_listed(world, namings):
    found = find_actors(namings, world)
    spelled = {entry.id: {s.name for s in entry.spellings} for entry in found.entries}
    assert all(naming.name in spelled[found.actors[naming.key]] for naming in namings)
