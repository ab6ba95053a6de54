"""The predicate lexicon: what it says of the manual's rulings, and which faults it refuses."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dragoman.model.errors import VocabError
from dragoman.model.records import EVENT_TYPES
from dragoman.vocab.predicate_types import Lexicon, Need, NeedKind, Predicate
from dragoman.vocab.predicates import PREDICATE_COLUMNS, load_predicates

Slots = Mapping[str, str]

_KINDS: dict[str, NeedKind] = {"ACTOR": "ACTOR", "PLACE": "PLACE", "CLAUSE": "CLAUSE"}


def find_entry(lexicon: Lexicon, word: str, pos: str, slots: str) -> Predicate | None:
    """The entry that decides for a word whose slots are written `obj:treaty with:ACTOR`."""
    filled = dict(part.split(":") for part in slots.split())
    for entry in lexicon.of(word, pos):
        if all(_accepts(need, filled) for need in entry.needs):
            return entry
    return None


def _accepts(need: Need, filled: Slots) -> bool:
    filler = filled.get(need.slot, "")
    kind = _KINDS.get(filler)
    return need.accepts({filler} if filler and not kind else set(), {kind} if kind else set())


RULINGS = [
    ("sign", "verb", "obj:memorandum", "AGREE"),
    ("sign", "verb", "obj:treaty", "SUPPORT"),
    ("sign", "verb", "obj:contract", "SUPPORT"),
    ("sign", "verb", "obj:autograph", None),
    ("ratify", "verb", "obj:pact", "SUPPORT"),
    ("memorandum", "noun", "of:understanding", "AGREE"),
    ("exercise", "noun", "mod:joint", "COOPERATE"),
    ("trade", "noun", "with:ACTOR", "COOPERATE"),
    ("sale", "noun", "mod:arms", "COOPERATE"),
    ("extradite", "verb", "obj:suspect", "COOPERATE"),
    ("help", "verb", "obj:ACTOR xcomp:build", "AID"),
    ("haven", "noun", "mod:safe", "AID"),
    ("train", "verb", "obj:rebel", "AID"),
    ("join", "verb", "obj:alliance", "SUPPORT"),
    ("leave", "verb", "obj:alliance", "SANCTION"),
    ("withdraw", "verb", "from:treaty", "SANCTION"),
    ("withdraw", "verb", "obj:troop from:PLACE", "RETREAT"),
    ("embargo", "noun", "mod:arms", "SANCTION"),
    ("recall", "verb", "obj:ambassador", "SANCTION"),
    ("expel", "verb", "obj:diplomat", "SANCTION"),
    ("expel", "verb", "obj:migrant", "COERCE"),
    ("deport", "verb", "obj:ACTOR", "COERCE"),
    ("blockade", "noun", "mod:naval", "COERCE"),
    ("close", "verb", "obj:route", "COERCE"),
    ("arrest", "verb", "obj:sailor", "COERCE"),
    ("annexation", "noun", "of:PLACE", "ASSAULT"),
    ("strike", "noun", "mod:drone", "ASSAULT"),
    ("overrun", "verb", "obj:town", "ASSAULT"),
    ("inspect", "verb", "obj:site", "ACCUSE"),
    ("sue", "verb", "obj:ACTOR", "ACCUSE"),
    ("let", "verb", "prt:in obj:inspector", "RETREAT"),
    ("lift", "verb", "obj:siege", "RETREAT"),
    ("easing", "noun", "of:sanction", "CONCEDE"),
    ("oppose", "verb", "obj:enlargement", "REJECT"),
    ("refuse", "verb", "xcomp:CLAUSE", "REJECT"),
    ("veto", "verb", "obj:resolution", "REJECT"),
    ("invite", "verb", "obj:ACTOR", "AGREE"),
    ("offer", "verb", "xcomp:CLAUSE", "AGREE"),
    ("promise", "verb", "xcomp:CLAUSE", "AGREE"),
    ("call", "verb", "for:restraint", "REQUEST"),
    ("call", "verb", "on:ACTOR xcomp:CLAUSE", "REQUEST"),
    ("call", "verb", "obj:ACTOR", "CONSULT"),
    ("call", "verb", "prt:off obj:visit", None),
    ("ask", "verb", "obj:ACTOR for:help", "REQUEST"),
    ("urge", "verb", "obj:ACTOR xcomp:CLAUSE", "REQUEST"),
    ("praise", "verb", "obj:ACTOR", "SUPPORT"),
    ("recognise", "verb", "obj:independence", "SUPPORT"),
    ("recognize", "verb", "obj:independence", "SUPPORT"),
    ("deploy", "verb", "obj:troop", "MOBILIZE"),
    ("shield", "noun", "mod:missile", "MOBILIZE"),
    ("threaten", "verb", "xcomp:CLAUSE", "THREATEN"),
    ("rattle", "verb", "obj:sabre", "THREATEN"),
    ("burn", "verb", "obj:flag", "PROTEST"),
    ("lash", "verb", "prt:out at:ACTOR", "ACCUSE"),
    ("ink", "verb", "obj:treaty", "SUPPORT"),
    ("fly", "verb", "to:PLACE", "CONSULT"),
    ("host", "verb", "obj:ACTOR", "CONSULT"),
    ("meet", "verb", "obj:demand subj:ACTOR", None),
    ("strike", "verb", "obj:balance subj:ACTOR", None),
    ("raise", "verb", "obj:question", None),
    ("release", "verb", "obj:report subj:ACTOR", None),
    ("war", "noun", "mod:cold", None),
    ("support", "noun", "mod:life", None),
]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_predicates()


@pytest.mark.parametrize(("word", "pos", "slots", "expected"), RULINGS)
def test_the_entry_that_decides_follows_the_coding_manual(
    lexicon: Lexicon, word: str, pos: str, slots: str, expected: str | None
) -> None:
    entry = find_entry(lexicon, word, pos, slots)
    assert entry is not None
    assert entry.type == expected


def test_the_lexicon_is_broad(lexicon: Lexicon) -> None:
    by_type = {kind: [e for e in lexicon.predicates if e.type == kind] for kind in EVENT_TYPES}
    assert len(lexicon.predicates) >= 4000
    assert min(len(found) for found in by_type.values()) >= 80
    assert {entry.pos for entry in lexicon.predicates} == {"verb", "noun", "adj"}


def test_an_unknown_word_has_no_entries(lexicon: Lexicon) -> None:
    assert lexicon.of("teapot", "noun") == ()
    assert lexicon.light("teapot") == ()


def test_the_guest_acts_and_the_host_receives(lexicon: Lexicon) -> None:
    hosts = lexicon.frames["hosts"]
    assert hosts.actor[0] == "obj" and hosts.recipient[0] == "subj"


def test_the_host_of_troops_is_never_a_recipient(lexicon: Lexicon) -> None:
    assert not {"in", "to", "obj"} & set(lexicon.frames["deploys"].recipient)


def test_frames_stay_few(lexicon: Lexicon) -> None:
    assert len(lexicon.frames) < 30
    used = {entry.frame for entry in lexicon.predicates if entry.type}
    used |= {row.frame for rows in lexicon.light_verbs.values() for row in rows if row.frame}
    assert used == set(lexicon.frames)


@pytest.mark.parametrize(
    ("verb", "noun", "expected"),
    [
        ("lift", "sanction", "CONCEDE"),
        ("impose", "sanction", "SANCTION"),
        ("hold", "talk", None),
        ("pay", "visit", None),
    ],
)
def test_a_light_verb_may_change_the_type_of_its_noun(
    lexicon: Lexicon, verb: str, noun: str, expected: str | None
) -> None:
    rows = [row for row in lexicon.light(verb) if noun in row.nouns and row.slot == "obj"]
    assert [row.type for row in rows] == [expected]


def test_light_verb_rows_with_a_particle_come_first(lexicon: Lexicon) -> None:
    for rows in lexicon.light_verbs.values():
        assert [bool(row.prt) for row in rows] == sorted((bool(row.prt) for row in rows), reverse=True)


@pytest.mark.parametrize(
    ("need", "words", "kinds", "expected"),
    [
        (Need("obj", False, frozenset({"deal"}), frozenset()), {"deal"}, set(), True),
        (Need("obj", False, frozenset({"deal"}), frozenset()), {"war"}, set(), False),
        (Need("obj", True, frozenset({"deal"}), frozenset()), {"war"}, set(), True),
        (Need("obj", False, frozenset(), frozenset({"ACTOR"})), {"iran"}, {"ACTOR"}, True),
        (Need("obj", False, frozenset({"rebel"}), frozenset({"ACTOR"})), {"rebel"}, set(), True),
        (Need("obj", False, frozenset(), frozenset({"ANY"})), set(), set(), False),
        (Need("obj", True, frozenset(), frozenset({"ANY"})), set(), set(), True),
        (Need("obj", False, frozenset(), frozenset({"NONE"})), set(), set(), True),
        (Need("obj", False, frozenset(), frozenset({"NONE"})), {"war"}, set(), False),
    ],
)
def test_a_need_holds_or_not(need: Need, words: set[str], kinds: set[NeedKind], expected: bool) -> None:
    assert need.accepts(words, kinds) is expected


def write_rows(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(["\t".join(PREDICATE_COLUMNS), *rows, ""]), encoding="utf-8", newline="\n")
    return path


def test_a_users_row_replaces_ours_and_adds_new_words(tmp_path: Path) -> None:
    mine = write_rows(
        tmp_path / "mine.tsv",
        "ratify\tverb\t\tAGREE\t\tagrees-with\t0.5\tone\tmine",
        "demarch\tverb\tto:ACTOR\tACCUSE\tdisapprove\ttells\t0.8\tone\tmine",
    )
    lexicon = load_predicates(mine)
    assert [entry.type for entry in lexicon.of("ratify", "verb") if not entry.needs] == ["AGREE"]
    assert lexicon.of("demarch", "verb")[0].where == "mine.tsv:3"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("meet\tverb\t\tCHAT\t\tmutual\t0.5\tone\t", "type"),
        ("meet\tverb\t\tCONSULT\tdance\tmutual\t0.5\tone\t", "no mode of CONSULT"),
        ("meet\tverb\t\tCONSULT\t\tdancing\t0.5\tone\t", "frame"),
        ("meet\tverb\t\tCONSULT\t\tmutual\t5\tone\t", "weight"),
        ("meet\tverb\t\tCONSULT\t\tmutual\tmuch\tone\t", "weight"),
        ("meet\tverb\t\tCONSULT\t\tmutual\t0.5\tthree\t", "needs_actor"),
        ("meet\tadverb\t\tCONSULT\t\tmutual\t0.5\tone\t", "pos"),
        ("meet\tverb\tobj\tCONSULT\t\tmutual\t0.5\tone\t", "slot:words"),
        ("meet\tverb\tobject:ACTOR\tCONSULT\t\tmutual\t0.5\tone\t", "slot of a need"),
        ("meet\tverb\tobj:@nobody\tCONSULT\t\tmutual\t0.5\tone\t", "@nobody"),
        ("meet\tverb\tobj:Deal\tCONSULT\t\tmutual\t0.5\tone\t", "lower case"),
        ("meet up\tverb\t\tCONSULT\t\tmutual\t0.5\tone\t", "one word"),
        ("meet\tverb\t\tCONSULT\t\tmutual\t0.5\tone", "fields"),
    ],
)
def test_a_faulty_row_is_refused_with_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    bad = write_rows(tmp_path / "bad.tsv", row)
    with pytest.raises(VocabError, match=rf"bad\.tsv:2.*{message}"):
        load_predicates(bad)


def test_a_row_given_twice_is_refused(tmp_path: Path) -> None:
    row = "meet\tverb\twith:ACTOR\tCONSULT\t\tmutual\t0.5\tone\t"
    with pytest.raises(VocabError, match="second row"):
        load_predicates(write_rows(tmp_path / "twice.tsv", row, row))
