"""Documents and addresses that try to break out stay words."""

import json
from urllib.parse import quote

import pytest
from desks import PAYLOAD
from pages import PAGES, READY

SIGNS_OF_A_BREAK = """((links, to) => [window.pwned, document.querySelectorAll('.pwned, [onfocus], [onerror], main script').length,
 links.filter((e) => !/^https?:$/.test(to(e).protocol)).length,
 links.filter((e) => to(e).origin !== location.origin
     && !['noopener', 'noreferrer'].every((word) => e.getAttribute('rel')?.split(' ').includes(word))).length,
 /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.querySelector('main').textContent)])(
[...document.querySelectorAll('a[href]')], (e) => new URL(e.getAttribute('href'), location.href))"""
UNBROKEN = [None, 0, 0, 0, False]


@pytest.mark.parametrize("route", READY)
def test_payloads_stay_text(watch, hostile, route):
    address = PAGES[route](hostile)
    if hostile.fetch(address)[0] == 404:
        pytest.skip(f"the hostile dossier has nothing for {address}")
    tab = watch(hostile.home)
    tab.open(address)
    assert tab.ask(SIGNS_OF_A_BREAK) == UNBROKEN
    assert tab.find_barriers() == []


def test_the_hostile_dossier_holds_its_payloads(hostile):
    assert b"window.pwned=1" in hostile.fetch("/threads.json?all=1")[2]
    speakers = [row["speaker"] for row in json.loads(hostile.fetch("/statements.json?all=1")[2])]
    assert speakers and all(PAYLOAD in speaker for speaker in speakers)


def test_a_speaker_who_breaks_out_stays_a_name(watch, hostile):
    tab = watch(hostile.home)
    for address in ("/statements?all=1", "/review?all=1", "/threads?all=1&voice=window.pwned", "/?all=1"):
        tab.open(address)
        assert tab.ask(SIGNS_OF_A_BREAK) == UNBROKEN, address
    tab.open("/statements?all=1")
    assert "window.pwned=1" in tab.ask("document.querySelector('.badge-speaker, main bdi').textContent + document.querySelector('main').textContent")


@pytest.mark.parametrize("address", ["/threads?actor=", "/threads?since=", "/thread/", "/search?q=", "/nothing/"])
def test_payloads_in_the_address_stay_text(watch, hostile, address):
    tab = watch(hostile.home)
    tab.allowed = ["Failed to load resource"]  # a refusal is a page of its own
    tab.open(address + quote(PAYLOAD, safe=""))
    assert tab.ask(SIGNS_OF_A_BREAK) == UNBROKEN
