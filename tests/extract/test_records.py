"""The records of a whole document, and what must hold of them whatever the text looks like."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.language.legible import make_legible
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document, Part
from dragoman.model.records import EVENT_TYPES, STATUSES, Assessment, Event, Records, Statement
from dragoman.text.edtf import check_edtf

CODE = re.compile(r"[A-Z]{3}|(IGO|GRP):[A-Z0-9][A-Z0-9+-]*")
SUBJECTS = ["Peru", "The U.S.", "Syrian rebels", "NATO", "He", "Mr. Putin", "Both countries", "Its army", "Nobody", "The former Danish minister"]
ACTS = [
    "attacked Chile", "will visit Lima on 3 May", "denied that it had attacked", "held talks with Bolivia in Geneva",
    "said that it may impose sanctions on Mali", "was condemned by France", "cancelled", "refused", "signed", "and and",
    "(together with Malta) met", "met, in Oslo, the king of Norway", "whose troops left Kabul in 1989", "did not",
]  # fmt: skip
MARKS = [
    ".", "!", "?", ",", ";", ":", " - ", " -- ", "—", "…", "“", "”", '"', "'", "``", "''", "-LRB- ", " -RRB-", "(", ")", "[", "]",
    "\n", "\n\n", "\t", "\xa0", "\u200b", " 's ", "’s", "é", "𝔸", "🙂", "中文", "العربية", "\u0301", "\xad", "%", "$3 bn", "1989", "#", "*",
]  # fmt: skip
MESSY = st.lists(st.sampled_from([*SUBJECTS, *ACTS, *ACTS, *MARKS]), max_size=40)
TEXTS = st.builds(lambda joint, bits: joint.join(bits), st.sampled_from([" ", " ", ""]), MESSY)

HARD = [
    "",
    " ",
    ".",
    "“",
    "''''''''",
    "-LRB- -RRB-",
    "\u200b\u200b",
    "Peru " * 300,
    "Peru attacked Chile and " * 120 + "left.",
    "(" * 200 + "Peru attacked Chile" + ")" * 200,
    "U.S . President Obama 's visit to Jakarta -LRB- in May -RRB- was `` short '' .",
    "PERU ATTACKS CHILE, BOLIVIA SAYS",
    "Peru,Chile,Bolivia,Ecuador;Brazil/Argentina(Uruguay)met.",
    "“Peru attacked Chile,” said he, “and Chile attacked Peru,” he said. “",
    "Peru attacked Chile. \ud7ff Chile attacked Peru.",
    "He said she said they said it said that he denied that it had refused to attack it.",
]


def faults_of(doc: Document, an: Analysis, records: Records) -> list[str]:
    """What is wrong with the records of a document; nothing, if all is well."""
    found = [f"quote {r.quote!r} is not at {r.span}" for r in _all(records) if doc.text[r.span[0] : r.span[1]] != r.quote]
    found += [f"span {r.span} is empty or outside" for r in _all(records) if not 0 <= r.span[0] < r.span[1] <= len(doc.text)]
    found += [f"id {r.id} twice" for r in _all(records) if [s.id for s in _all(records)].count(r.id) > 1]
    for event in records.events:
        start, end = event.trigger_span
        codes = [*event.actors, *event.recipients]
        checks = {
            "trigger at its span": doc.text[start:end] == event.trigger,
            "trigger in the quote": event.span[0] <= start < end <= event.span[1],
            "type and status known": event.type in EVENT_TYPES and event.status in STATUSES,
            "codes well-formed": all(CODE.fullmatch(code) for code in codes),
            "some side, nobody on both": bool(codes) and len(set(codes)) == len(codes),
            "a sector for each code": (len(event.actor_sectors), len(event.recipient_sectors)) == (len(event.actors), len(event.recipients)),
            "a date in EDTF": not event.date or check_edtf(event.date) == event.date,
            "a voice": bool(event.voice),
            "confidence within bounds": 0 <= event.confidence <= 1,
        }
        found += [f"{name}: {event}" for name, holds in checks.items() if not holds]
    found += [f"parties {a.parties}" for a in records.assessments if len(set(a.parties)) != 2]
    found += [f"speaker of {s.quote!r}" for s in records.statements if not s.speaker]
    found += ["legible view of another length"] * (len(make_legible(doc.text)) != len(doc.text))
    return found + [f"token {t} outside" for t in range(len(an)) if not 0 <= an.start[t] < an.end[t] <= len(doc.text)]


def _all(records: Records) -> list[Event | Statement | Assessment]:
    return [*records.events, *records.statements, *records.assessments]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((text, "2012-10-05") for text in HARD)


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_a_hard_text_is_read_and_its_records_hold(read_text, text: str) -> None:
    assert faults_of(*read_text(text)) == []


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=TEXTS)
def test_whatever_the_text_the_records_hold(read_docs, text: str) -> None:
    doc = Document(
        id="d-1", name="case", text=text, parts=(Part("body", 0, len(text)),), sha256="", file="", reader="test",
        published="2012-10-05", published_basis="stated", language="en",
    )  # fmt: skip
    assert faults_of(*read_docs([doc])[0]) == []


def test_no_event_has_all_its_sides_of_one_state(read_text) -> None:
    text = "Peru attacked Peruvian villages. Peru's army bombed Peru. Peruvian police arrested two Peruvian students."
    assert read_text(text)[2].events == ()


def test_a_text_that_was_not_analysed_has_no_records(read_docs) -> None:
    doc = Document(
        id="d-1", name="case", text="Le Pérou attaque le Chili.", parts=(Part("body", 0, 26),), sha256="", file="",
        reader="test", published="2012-10-05", published_basis="stated", language="fr",
    )  # fmt: skip
    assert read_docs([doc])[0][2] == Records("d-1")


def test_records_of_all_three_kinds_stand_in_text_order(read_text) -> None:
    text = (
        "Relations between Peru and Chile have hit a low. Peru condemned Chile on Thursday. “We shall wait,” said Ana Ruiz, "
        "the Chilean foreign minister. Peru expelled the Chilean ambassador. Ana Ruiz said that Chile would not attack Peru."
    )
    _, _, records = read_text(text)
    assert len(records.events) >= 3 and len(records.statements) >= 2 and len(records.assessments) >= 1
    assert [e.trigger_span[0] for e in records.events] == sorted(e.trigger_span[0] for e in records.events)
    assert [s.span[0] for s in records.statements] == sorted(s.span[0] for s in records.statements)
    assert all(r.document == records.document for r in _all(records))
