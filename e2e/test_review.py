"""Review on a copy of the example: every key does what its button does, and undo takes it back."""

import json
import shutil

import pytest
from desks import serve
from pages import PENDING
from selenium.webdriver.common.by import By

ROUTE = "/review"
pytestmark = pytest.mark.xfail(ROUTE in PENDING, reason=PENDING.get(ROUTE, ""), run=False)


@pytest.fixture
def own(example, tmp_path):
    shutil.copytree(example.folder, tmp_path / "own")
    with serve(tmp_path / "own") as desk:
        yield desk


@pytest.fixture
def review(watch, own):
    """The review page of somebody who has given a name."""
    tab = watch(own.home)
    tab.open("/review")
    field = tab.driver.find_element(By.CSS_SELECTOR, "[name=who]")
    field.clear()
    field.send_keys("Tester")
    field.submit()
    tab.wait_for("document.querySelector('[data-key=a]')")
    tab.settle()
    return tab


FIRST = 40
"""Seconds for the first decision of a desk: it loads the vocabulary, on a machine that may be busy."""


def decisions(desk):
    rows = json.loads(desk.fetch("/decisions.json")[2])
    return {row["action"]: row["about"] for row in rows}


def record_of(tab):
    return tab.ask("document.querySelector('article.review [name=record]').value")


@pytest.mark.parametrize(("key", "action"), [("a", "accept"), ("r", "reject")])
def test_a_decision_by_one_key_is_undone_by_another(review, own, key, action):
    first = record_of(review)
    review.press(key)
    review.wait_for("document.querySelector('.notice [data-key=u]')", FIRST)
    assert decisions(own) == {action: [first]}
    review.settle()
    assert record_of(review) != first
    review.press("u")
    review.wait_for("document.querySelector('.notice') && !document.querySelector('.notice [data-key=u]')")
    assert set(decisions(own)) == {action, "undo"}


def test_j_and_k_go_through_the_queue(review):
    first = record_of(review)
    review.press("j")
    review.wait_for(f"document.querySelector('article.review [name=record]')?.value !== '{first}'")
    review.settle()
    review.press("k")
    review.wait_for(f"document.querySelector('article.review [name=record]')?.value === '{first}'")


@pytest.mark.parametrize(("key", "field"), [("e", "field-"), ("m", "other")])
def test_edit_and_join_lead_into_their_fields(review, key, field):
    review.press(key)
    assert review.ask("document.activeElement.name").startswith(field)
    review.press("\ue00c")
    review.press("?")
    assert review.ask("document.querySelector('[data-key=\"?\"]').closest('details').open")


def test_letters_in_a_field_decide_nothing(review, own):
    review.driver.find_element(By.CSS_SELECTOR, "[name=why]").send_keys("a jury")
    assert review.ask("document.activeElement.value") == "a jury"
    assert decisions(own) == {}
