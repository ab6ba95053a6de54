"""On which benches events meet: each pair on one, whatever else is there."""

from dragoman.record.checking import ALWAYS, Spot, home_of, may_clash


def spot(id="e-1", thread="t-1", actors="RUS", recipients="PAK", span=10, type="CONSULT"):
    sides = " ".join(sorted({*actors.split(), *recipients.split()}))
    return Spot(int(id[2:]), id, f"d-{id[2:]}", type, thread, actors, recipients, sides, span)


def test_a_pair_has_one_bench_in_either_order():
    a, b = spot(), spot("e-2", "t-2", span=11)
    assert home_of("date", a, b) == home_of("date", b, a) == ("sides", "CONSULT", "PAK RUS", 10)
    assert home_of("date", a, b) in set(a.benches()) & set(b.benches())


def test_other_doers_meet_over_the_recipient():
    a, b = spot(type="ASSAULT"), spot("e-2", "t-2", actors="UZB", type="ASSAULT")
    assert home_of("sides", a, b) == ("recipients", "ASSAULT", "PAK", 10)
    assert home_of("sides", a, b) in set(a.benches()) & set(b.benches())


def test_what_lies_two_spans_apart_does_not_meet_but_claims_to_be_the_first_do():
    a, b = spot(), spot("e-2", "t-2", span=12)
    assert set(a.benches()) & set(b.benches()) == {("first", "CONSULT", "PAK RUS", ALWAYS)}
    assert home_of("first", a, b) == a.claim_bench()


def test_a_bench_without_a_pair_of_its_own_is_not_looked_at():
    bench = ("sides", "CONSULT", "PAK RUS", 10)
    assert may_clash(bench, [spot(), spot("e-2", "t-2", span=11)])
    assert not may_clash(bench, [spot(), spot("e-2")])
    assert not may_clash(bench, [spot(span=11), spot("e-2", "t-2", span=11)])


def test_an_event_without_any_day_meets_others_only_over_claims():
    assert list(spot(span=ALWAYS, type="ASSAULT").benches()) == []
