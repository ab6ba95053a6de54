"""Records that threads keep apart because of the clashing value itself."""

from contradiction_cases import event

from dragoman.resolve.contradictions import find_split_contradictions

QUOTE = "{} bombed the Harun arms factory in Khartoum on 7 May."


def row(name: str, code: str):
    fields = {"type": "ASSAULT", "actors": (code,), "recipients": ("SDN",), "date": "2014-05-07", "shown": "7 May"}
    return event(QUOTE.format(name), "bombed", **fields)


def test_one_deed_in_two_threads():
    rows = [row("Israel", "ISR"), row("Egypt", "EGY")]
    events, sources = [made for made, _ in rows], {source.id: source for _, source in rows}
    threads = {made.id: f"t-{made.actors[0]}" for made in events}
    (clash,) = find_split_contradictions(events, sources, threads)
    assert clash.clash == "sides" and clash.thread == threads[clash.records[0]]
    assert find_split_contradictions(events, sources, dict.fromkeys(threads, "t-one")) == []


def test_a_crowded_shelf_tells_nothing_apart():
    rows = [row(name, code) for name, code in (("Israel", "ISR"), ("Egypt", "EGY")) for _ in range(1)]
    crowd = [event(QUOTE.format("Chad") + " " * n, "bombed", type="ASSAULT", actors=("TCD",), recipients=("SDN",),
                   date="2014-05-07", shown="7 May") for n in range(1, 60)]  # fmt: skip
    pages = {source.id: source for _, source in rows + crowd}
    assert find_split_contradictions([made for made, _ in rows + crowd], pages, {}) == []


def test_two_holders_of_one_office_are_compared_across_threads():
    def came(name: str):
        quote = f"Dutch Prime Minister {name} visited Jakarta on 18 May for talks about harbours."
        fields = {"actors": ("NLD",), "recipients": ("IDN",), "people": (name,), "date": "2004-05-18", "shown": "18 May"}
        return event(quote, "visited", "2004-05-20", **fields)

    rows = [came("Jan Peter Balkenende"), came("Wim Kok")]
    pages = {page.id: page for _, page in rows}
    (clash,) = find_split_contradictions([made for made, _ in rows], pages, {})
    assert clash.clash == "people" and set(clash.values) == {"Jan Peter Balkenende", "Wim Kok"}
