import random
from dataclasses import replace
from itertools import permutations

import pytest

from dragoman.model.decisions import Change, Decision, Evidence
from dragoman.model.document import Comment, Document, Part
from dragoman.model.errors import UsageError
from dragoman.model.records import Assessment, Event, Records, Statement
from dragoman.resolve.decisions.applying import correct_document, decide_records
from dragoman.resolve.decisions.borders import read_parts, read_span, set_borders, write_parts
from dragoman.resolve.decisions.evidence import evidence_of_document, evidence_of_record
from dragoman.resolve.decisions.fields import check_field, check_values
from dragoman.resolve.decisions.force import select_in_force, settle
from dragoman.resolve.decisions.pairs import apart, opposed_pairs, together

TEXT = "Norland visited Sudland in May. Sudland praised the visit, said Ana Ruiz. Their ties are warm."
DOC = Document("d-1", "one", TEXT, (Part("body", 0, len(TEXT)),), "ab" * 32, "one.txt", "test/1", outlet="The Echo")


def event(trigger="visited", type="CONSULT", id="e-1", doc=DOC, **fields):
    start = doc.text.index(trigger)
    quote = doc.text[: doc.text.index(".") + 1] if start < doc.text.index(".") else doc.text[start:]
    at = doc.text.index(quote)
    return Event(id, doc.id, quote, (at, at + len(quote)), trigger, (start, start + len(trigger)), type, "happened",
                 ("NOR",), ("SUD",), **fields)  # fmt: skip


def said(id="s-1"):
    start = TEXT.index("Sudland praised")
    return Statement(id, DOC.id, "Sudland praised the visit", (start, start + 25), "Ana Ruiz", "SUD")


def ties(id="a-1"):
    start = TEXT.index("Their ties")
    return Assessment(id, DOC.id, "Their ties are warm", (start, start + 19), ("NOR", "SUD"), "good")


def decide(action, target, who="anna", when="2026-01-01", changes=(), id="", why="because"):
    targets = target if isinstance(target, tuple) else (target,)
    id = id or f"x-{action}-{who}-{when}-{targets[0].id}"
    return Decision(id, when, who, action, targets, tuple(Change(*c) for c in changes), why)


def on(record, doc=DOC):
    return evidence_of_record(doc, record, record)


RECORDS = Records(DOC.id, (event(),), (said(),), (ties(),))


def test_a_rejected_record_goes_and_is_kept_aside():
    outcome = decide_records(DOC, RECORDS, [decide("reject", on(event()))])
    assert outcome.records.events == ()
    assert outcome.records.statements == RECORDS.statements
    assert outcome.aside == (event(),)


def test_an_accepted_record_has_full_confidence_and_says_why():
    outcome = decide_records(DOC, RECORDS, [decide("accept", on(said()))])
    (statement,) = outcome.records.statements
    assert statement.confidence == 1.0
    assert statement.reasons[-1].why == "accepted by anna on 2026-01-01: because"


def test_corrected_fields_are_replaced_each_with_a_reason():
    changes = [("type", ("AGREE",)), ("actors", ("SUD", "NOR")), ("unofficial", ("true",)), ("date", ("2012-10",))]
    outcome = decide_records(DOC, RECORDS, [decide("correct", on(event()), changes=changes)])
    (found,) = outcome.records.events
    assert (found.type, found.actors, found.unofficial, found.date) == ("AGREE", ("SUD", "NOR"), True, "2012-10")
    assert (found.id, found.quote, found.confidence) == ("e-1", event().quote, 0.5)
    assert {reason.field for reason in found.reasons} == {"type", "actors", "unofficial", "date"}
    assert {reason.why for reason in found.reasons} == {"decided by anna on 2026-01-01: because"}


def test_nothing_decided_changes_nothing():
    outcome = decide_records(DOC, RECORDS, [decide("note", on(event()))])
    assert outcome.records == RECORDS and outcome.aside == () and outcome.matches == ()


def test_accepted_here_and_rejected_there_leaves_the_program_s_row_and_names_both():
    yes, no = decide("accept", on(event())), decide("reject", on(event()), who="ben")
    outcome = decide_records(DOC, RECORDS, [yes, no])
    assert outcome.records == RECORDS and outcome.aside == ()
    (opposition,) = outcome.oppositions
    assert opposition.field == "record" and set(opposition.decisions) == {yes.id, no.id}
    assert set(opposition.values) == {"accepted", "rejected"}


def test_two_values_for_one_field_oppose_each_other_and_leave_the_other_fields_alone():
    one = decide("correct", on(event()), changes=[("date", ("2012-05",)), ("place", ("Port Sud",))])
    two = decide("correct", on(event()), who="ben", changes=[("date", ("2012-06",))])
    outcome = decide_records(DOC, RECORDS, [one, two])
    (found,) = outcome.records.events
    assert (found.date, found.place) == ("", "Port Sud")
    assert [o.field for o in outcome.oppositions] == ["date"]


def test_two_people_who_say_the_same_do_not_oppose_each_other():
    ones = [decide("correct", on(event()), who=who, changes=[("date", ("2012-05",))]) for who in ("anna", "ben")]
    outcome = decide_records(DOC, RECORDS, ones)
    assert outcome.oppositions == () and outcome.records.events[0].date == "2012-05"


def test_a_person_s_later_word_replaces_the_earlier():
    first = decide("reject", on(event()))
    second = decide("accept", on(event()), when="2026-01-02")
    settled = settle("e-1", [second, first])
    assert settled.oppositions == () and settled.replaced == {first.id}
    assert decide_records(DOC, RECORDS, [second, first]).records.events[0].confidence == 1.0


def test_correcting_after_accepting_keeps_the_acceptance_where_it_still_fits():
    accepted = decide("accept", on(event()))
    dated = decide("correct", on(event()), when="2026-01-02", changes=[("date", ("2012-05",))])
    (found,) = decide_records(DOC, RECORDS, [accepted, dated]).records.events
    assert (found.date, found.confidence) == ("2012-05", 1.0)


def test_an_acceptance_of_what_the_record_no_longer_says_is_reported_and_not_applied():
    accepted = decide("accept", on(event()))
    newer = replace(RECORDS, events=(replace(event(), status="planned"),))
    outcome = decide_records(DOC, newer, [accepted])
    assert outcome.records == newer
    assert outcome.matches[0].moved.startswith("not applied: accepted as CONSULT happened")


def test_accepting_what_another_corrects_is_an_opposition():
    yes = decide("accept", on(event()))
    other = decide("correct", on(event()), who="ben", changes=[("status", ("planned",)), ("date", ("2012-05",))])
    outcome = decide_records(DOC, RECORDS, [yes, other])
    (found,) = outcome.records.events
    assert (found.status, found.date, found.confidence) == ("happened", "2012-05", 0.5)
    assert set(outcome.oppositions[0].decisions) == {yes.id, other.id}


def test_accepting_what_another_has_corrected_is_agreement():
    right = decide("correct", on(event()), who="ben", changes=[("status", ("planned",))])
    shown = replace(event(), status="planned")
    yes = decide("accept", evidence_of_record(DOC, event(), shown), when="2026-01-02")
    outcome = decide_records(DOC, RECORDS, [right, yes])
    assert (outcome.records.events[0].status, outcome.records.events[0].confidence) == ("planned", 1.0)
    assert outcome.oppositions == ()


def test_of_two_acceptances_the_one_that_still_fits_counts():
    old = decide("accept", replace(on(event()), says="CONSULT planned: NOR > SUD"), who="ben")
    new = decide("accept", on(event()), when="2026-01-02")
    outcome = decide_records(DOC, RECORDS, [old, new])
    assert outcome.records.events[0].confidence == 1.0
    assert {m.decision: bool(m.moved) for m in outcome.matches} == {old.id: True, new.id: False}


def test_the_result_does_not_depend_on_the_order_of_the_lines():
    lines = [
        decide("accept", on(event())),
        decide("correct", on(event()), when="2026-01-02", changes=[("place", ("Port Sud",))]),
        decide("correct", on(event()), who="ben", changes=[("place", ("Port Sud",)), ("date", ("2012-05",))]),
        decide("reject", on(said()), who="ben"),
    ]
    results = {repr(decide_records(DOC, RECORDS, order).records) for order in permutations(lines)}
    assert len(results) == 1


def test_undone_decisions_are_not_in_force_and_undoing_lines_are_none():
    no = decide("reject", on(event()))
    back = decide("undo", Evidence("decision", no.id), who="ben", when="2025-01-01")
    assert select_in_force([back, no]) == ()


# --- evidence after a newer version has read the document


def matched(record, old):
    outcome = decide_records(DOC, Records(DOC.id, (record,)), [decide("reject", on(old))])
    return outcome.records.events == (), outcome.matches[0]


def test_the_same_type_at_overlapping_words_is_the_same_record_and_the_move_is_reported():
    wider = replace(event(), id="e-2", trigger="visited Sudland", trigger_span=(8, 23))
    gone, match = matched(wider, event())
    assert gone and match.found == "e-2" and match.moved == "characters 8-15 are now 8-23"


def test_another_type_at_the_same_words_is_not_matched_and_named():
    gone, match = matched(replace(event(), id="e-2", type="SUPPORT"), event())
    assert not gone and match.found == "" and "SUPPORT happened" in match.moved and "e-2" in match.moved


def test_a_corrected_type_that_the_newer_version_finds_by_itself_is_matched():
    right = decide("correct", on(event()), changes=[("type", ("SUPPORT",)), ("date", ("2012-05",))])
    outcome = decide_records(DOC, Records(DOC.id, (replace(event(), id="e-2", type="SUPPORT"),)), [right])
    assert outcome.records.events[0].date == "2012-05"
    assert outcome.matches[0].moved == "CONSULT is now SUPPORT"


def test_words_that_are_no_record_any_more_are_reported():
    outcome = decide_records(DOC, Records(DOC.id), [decide("accept", on(event()))])
    assert outcome.matches[0].found == "" and "no record" in outcome.matches[0].moved


def test_in_a_text_rendered_otherwise_the_same_words_are_found_and_offsets_alone_never_are():
    newer = replace(DOC, text="Menu. Home. " + TEXT)
    shifted = replace(event(doc=newer), id="e-9", quote="Norland visited\nSudland in May.", document=DOC.id)
    outcome = decide_records(newer, Records(DOC.id, (shifted,)), [decide("reject", on(event()))])
    assert outcome.records.events == () and "the stored text has changed" in outcome.matches[0].moved
    other = replace(event(), id="e-1", trigger="praised", quote="Sudland praised the visit.")
    outcome = decide_records(newer, Records(DOC.id, (other,)), [decide("reject", on(event()))])
    assert outcome.records.events == (other,) and outcome.matches[0].found == ""


def test_a_statement_keeps_its_speaker_and_an_assessment_its_parties():
    other = replace(RECORDS, statements=(replace(said("s-2"), speaker="Bo Lind"),),
                    assessments=(replace(ties("a-2"), parties=("NOR", "WES")),))  # fmt: skip
    outcome = decide_records(DOC, other, [decide("reject", on(said())), decide("reject", on(ties()))])
    assert outcome.records == other and [m.found for m in outcome.matches] == ["", ""]


# --- documents


def test_a_document_s_fields_are_corrected_with_the_reason():
    lines = [decide("correct-document", evidence_of_document(DOC),
                    changes=[("published", ("2012-10-05",)), ("outlet", ("The Post",)), ("genre", ("official",))])]  # fmt: skip
    doc, against = correct_document(DOC, lines)
    assert (doc.published, doc.published_basis, doc.outlet, doc.genre) == ("2012-10-05", "stated", "The Post", "official")
    assert doc.published_reason == "decided by anna on 2026-01-01: because" and against == ()


def test_two_dates_of_one_document_leave_the_program_s():
    lines = [decide("correct-document", evidence_of_document(DOC), who=who, changes=[("published", (day,))])
             for who, day in (("anna", "2012-10-05"), ("ben", "2012-10-06"))]  # fmt: skip
    doc, against = correct_document(DOC, lines)
    assert doc == DOC and against[0].field == "published" and against[0].values == ("2012-10-05", "2012-10-06")


def test_borders_make_what_is_outside_furniture_and_keep_the_dates_of_comments():
    parts = (Part("title", 0, 5), Part("body", 6, 50), Part("comment", 52, 80))
    found = set_borders(parts, [read_span("body", "10-40"), read_span("comment", "45-80")], 90)
    assert write_parts(found) == ("title 0-5", "furniture 6-10", "body 10-40", "furniture 40-45", "comment 45-80")
    doc = replace(DOC, parts=parts, comments=(Comment(40, 60, "2012-10-07"),))
    lines = [decide("correct-document", evidence_of_document(doc), changes=[("parts", ("comment 45-80",))])]
    assert correct_document(doc, lines)[0].comments == (Comment(45, 80, "2012-10-07"),)


def test_borders_that_no_text_of_this_length_can_have_are_not_applied():
    lines = [decide("correct-document", evidence_of_document(DOC), changes=[("parts", ("body 3-99999",))])]
    assert correct_document(DOC, lines)[0] == DOC


def test_borders_set_in_another_text_are_not_applied():
    lines = [decide("correct-document", evidence_of_document(DOC), changes=[("parts", ("body 3-9",))])]
    newer = replace(DOC, text="New " + TEXT)
    assert correct_document(newer, lines)[0] == newer


@pytest.mark.parametrize("values", [("body 5-3",), ("body 0-999",), ("body 0-9", "title 5-7"), ("menu 0-4",), ("body x",)])
def test_impossible_borders_are_refused(values):
    with pytest.raises(UsageError):
        read_parts(values, 90)


def test_borders_always_tile_what_was_covered():
    random.seed(4)
    for _ in range(200):
        marks = sorted(random.sample(range(60), 6))
        parts = tuple(Part(kind, a, b) for kind, (a, b) in zip(("title", "body", "furniture"), zip(marks[::2], marks[1::2], strict=True), strict=True))
        a, b = sorted(random.sample(range(60), 2))
        found = set_borders(parts, [Part("body", a, b)], 60)
        covered = [i for part in found for i in range(part.start, part.end)]
        assert len(covered) == len(set(covered))
        assert set(covered) == {i for part in parts for i in range(part.start, part.end)} | set(range(a, b))
        assert {i for p in found if p.kind == "body" for i in range(p.start, p.end)} == set(range(a, b))


# --- values


@pytest.mark.parametrize(
    ("kind", "field", "values"),
    [
        ("event", "type", ("CONSLT",)), ("event", "status", ("done",)), ("event", "actors", ("Norland",)),
        ("event", "date", ("2012-02-30",)), ("event", "date", ("yesterday",)), ("event", "people", ("",)),
        ("event", "place", ("a\x1b[31m",)), ("event", "unofficial", ("maybe",)), ("event", "voice", ("",)),
        ("event", "actor_sectors", ("government",)), ("event", "place", ("x" * 5000,)), ("event", "type", ("AID", "AGREE")),
        ("statement", "role", ("boss",)), ("assessment", "parties", ("NOR",)), ("assessment", "level", ("warm",)),
        ("document", "genre", ("poem",)), ("document", "published", ("05.10.2012",)),
        ("event", "people", ("x",) * 5000),
    ],
)  # fmt: skip
def test_values_that_the_manual_does_not_know_are_refused(kind, field, values):
    with pytest.raises(UsageError):
        check_values(kind, Change(field, values))


def test_quotes_and_ids_cannot_be_corrected():
    for field in ("quote", "span", "id", "confidence", "trigger"):
        with pytest.raises(UsageError, match="There are: type"):
            check_field("event", field)


# --- together and apart


def test_joined_and_parted_pairs_come_with_their_present_ids():
    a, b, c = (on(event(id=id)) for id in ("e-a", "e-b", "e-c"))
    lines = [decide("join", (a, b), id="x-1"), decide("part", (c, b), id="x-2")]
    found = {a: "e-7", b: "e-2", c: "e-c"}
    assert together(lines, found) == (("e-2", "e-7"),)
    assert apart(lines, found) == (("e-2", "e-c"),)
    assert together(lines, {a: "e-7"}) == ()


def test_a_pair_that_one_joins_and_another_parts_is_neither():
    a, b = on(event(id="e-a")), on(event(id="e-b"))
    lines = [decide("join", (a, b), id="x-1"), decide("part", (b, a), who="ben", id="x-2")]
    found = {a: "e-a", b: "e-b"}
    assert together(lines, found) == apart(lines, found) == ()
    assert opposed_pairs(lines, found)[0].decisions == ("x-1", "x-2")
    undone = [*lines, decide("undo", Evidence("decision", "x-2"))]
    assert together(undone, found) == (("e-a", "e-b"),)


def test_actors_are_joined_by_name_and_code():
    a, b = Evidence("actor", "a", name="Ana Ruiz", type="SUD"), Evidence("actor", "b", name="A. Ruiz")
    assert together([decide("join", (a, b))], {}) == (("A. Ruiz", "Ana Ruiz, SUD"),)
