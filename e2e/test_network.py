"""The network of the example: its slider leads through the days, and the whole page follows."""

import json
from datetime import date


def test_the_slider_draws_another_day_and_keeps_it_in_the_address(tab, example):
    tab.open("/network")
    before = tab.ask("document.querySelector('h1').textContent")
    first = json.loads(example.fetch("/network.json")[2])["first_day"]
    tab.driver.execute_script("document.querySelector('.island-slider input').focus()")
    tab.press("\ue011")  # Home: the first day
    tab.wait_for("new URLSearchParams(location.search).has('date')")
    tab.wait_for(f"document.querySelector('h1').textContent !== {json.dumps(before)}")
    day = tab.ask("new URLSearchParams(location.search).get('date')")
    assert 0 <= (date.fromisoformat(day) - date.fromisoformat(first)).days < 31, "the slider goes by months or finer"
    told = json.loads(example.fetch(f"/network.json?date={day}")[2])
    assert told["day"] == day and tab.ask("document.querySelector('[name=date]').value") == day
    assert tab.find_barriers() == []


def test_a_day_of_the_slider_is_an_address(tab, example):
    day = json.loads(example.fetch("/network.json")[2])["last_day"]
    tab.open(f"/network?date={day}")
    assert tab.ask("document.querySelector('[name=date]').value") == day
