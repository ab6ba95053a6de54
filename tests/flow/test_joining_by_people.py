"""Threads and families as people want them: joined, parted, undone, and kept when texts are read again."""

import pytest

from dragoman.flow import deciding
from dragoman.flow.deciding import Desk
from dragoman.flow.reading import read_into
from dragoman.record.dossier import Dossier


@pytest.fixture
def desk(dossier, coder):
    return Desk(dossier, "anna", coder.tools())


def threads(folder):
    with Dossier(folder) as opened:
        return {event.id: event.thread for event in opened.events()}


def two_of_different_threads(folder):
    known = threads(folder)
    first = min(known)
    return first, next(id for id in sorted(known) if known[id] != known[first])


def decide(desk, action, a, b):
    return getattr(deciding, action)(desk, a, b, "seen by anna")


def test_two_records_that_a_person_joins_are_one_thread_at_once(desk):
    a, b = two_of_different_threads(desk.folder)
    before = threads(desk.folder)
    done = decide(desk, "join", a, b)
    after = threads(desk.folder)
    assert after[a] == after[b]
    deciding.undo(desk, done.decision.id, "a slip")
    assert threads(desk.folder) == before


def test_two_records_of_one_thread_can_be_parted(desk):
    a, b = two_of_different_threads(desk.folder)
    decide(desk, "join", a, b)
    decide(desk, "part", a, b)
    after = threads(desk.folder)
    assert after[a] != after[b]


def test_what_is_joined_stays_joined_when_a_newer_coder_reads_the_texts(desk, coder, news):
    a, b = two_of_different_threads(desk.folder)
    decide(desk, "join", a, b)
    coder.vocabulary = "newer"
    read_into(desk.folder, [str(news)], coder.tools())
    after = threads(desk.folder)
    assert after[a] == after[b]


def test_documents_that_a_person_joins_are_one_family(desk):
    with Dossier(desk.folder) as opened:
        known = {document for family in opened.families() for document in family.documents}
        a, b = [id for id in opened.document_ids() if id not in known][:2]
    decide(desk, "join", a, b)
    with Dossier(desk.folder) as opened:
        assert any({a, b} <= set(family.documents) for family in opened.families())


def test_a_rejected_record_leaves_its_thread(desk):
    a, b = two_of_different_threads(desk.folder)
    decide(desk, "join", a, b)
    deciding.reject(desk, a, "misread")
    assert a not in threads(desk.folder)
    with Dossier(desk.folder) as opened:
        assert all(a not in thread.records for thread in opened.threads())
