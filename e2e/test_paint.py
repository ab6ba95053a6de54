"""First paint of the pages opened all day: it is recorded, and nothing but the page and its styles comes before it.

No figure is asserted here, for it is the machine's as much as the page's: `bench/paint.py` holds it against the bar.
"""

import pytest
from pages import PAGES, PAINTED, name_of

BLOCKING = """performance.getEntriesByType('resource').filter((each) => each.renderBlockingStatus === 'blocking')
    .map((each) => new URL(each.name).pathname)"""
PLAIN_SCRIPTS = """[...document.querySelectorAll('script')]
    .filter((each) => !each.src || !(each.defer || each.async || each.type === 'module')).length"""


@pytest.mark.parametrize("route", PAINTED)
def test_first_paint_waits_for_no_script(tab, example, route, record_property):
    tab.forget()
    tab.open(PAGES[route](example))
    found = tab.paints()
    record_property(f"first contentful paint of {name_of(route)}, ms", round(found["first-contentful-paint"]))
    assert 0 < found["first-paint"] <= found["first-contentful-paint"]
    assert {path for path in tab.ask(BLOCKING) if not path.endswith(".css")} == set()
    assert tab.ask(PLAIN_SCRIPTS) == 0
