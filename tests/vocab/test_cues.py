"""Cues of status and attribution and the speaker nouns: what they hold and what faulty files do."""

from pathlib import Path

import pytest

from dragoman.model.errors import VocabError
from dragoman.vocab.cues import (
    ATTRIBUTION_COLUMNS,
    SPEAKER_COLUMNS,
    STATUS_COLUMNS,
    StatusCue,
    load_attribution_cues,
    load_speakers,
    load_status_cues,
)


def find_cue(text: str, pos: str, place: str, context: str = "") -> StatusCue:
    """The status cue with these words, part of speech and place, the least conditioned one first."""
    wanted = tuple(part for part in context.split("|") if part)
    found = [
        cue
        for cue in load_status_cues().entries
        if cue.cue == text and cue.pos == pos and place in cue.scope and cue.context == wanted
    ]
    assert found, f"no cue {text} ({pos}, {place}, {context})"
    return min(found, key=lambda cue: len(cue.types))


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ([("will", "aux", "modifies")], "planned"),
        ([("may", "aux", "modifies")], "possible"),
        ([("would have", "aux", "modifies")], "denied"),
        ([("not", "adv", "modifies")], "denied"),
        ([("not", "adv", "modifies"), ("may", "aux", "modifies")], "possible"),
        ([("not", "adv", "modifies"), ("will", "aux", "modifies")], "denied"),
        ([("plan", "verb", "xcomp")], "planned"),
        ([("cancel", "verb", "obj"), ("plan", "verb", "xcomp")], "cancelled"),
        ([("postpone", "verb", "obj"), ("agree", "verb", "xcomp")], "postponed"),
        ([("cancel", "verb", "obj"), ("not", "adv", "modifies")], "planned"),
        ([("cancel", "verb", "obj"), ("threaten", "verb", "xcomp")], "possible"),
        ([("cancel", "verb", "obj"), ("refuse", "verb", "xcomp")], "planned"),
        ([("fail", "verb", "xcomp"), ("not", "adv", "modifies")], "happened"),
        ([("offer", "verb", "xcomp")], "proposed"),
        ([("hold", "verb", "obj"), ("propose", "verb", "xcomp")], "proposed"),
        ([("refuse", "verb", "xcomp")], "denied"),
        ([("report", "noun", "of"), ("deny", "verb", "obj")], "denied"),
        ([("suspended", "adj", "modifies"), ("resume", "verb", "obj")], "happened"),
        ([("attempt", "verb", "xcomp")], "happened"),
        ([("if", "conj", "clause")], "possible"),
        ([("without", "prep", "obj")], "denied"),
        ([("call for", "verb", "for")], "proposed"),
        ([("upcoming", "adj", "modifies")], "planned"),
        ([("cancellation", "noun", "of")], "cancelled"),
        ([("on hold", "adj", "subj")], "postponed"),
    ],
)
def test_cues_compose_from_the_act_outwards(chain: list[tuple[str, str, str]], expected: str) -> None:
    status = "happened"
    for text, pos, place in chain:
        status = find_cue(text, pos, place).outcome(status)  # type: ignore[arg-type]
    assert status == expected


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("refuse", "xcomp", "happened"),
        ("manage", "xcomp", "denied"),
        ("deny", "xcomp", "possible"),
        ("fail", "xcomp", "happened"),
        ("rule out", "obj", "possible"),
        ("plan", "xcomp", "denied"),
        ("confirm", "ccomp", "happened"),
        ("begin", "xcomp", "denied"),
    ],
)
def test_a_negated_cue_has_its_own_outcome(text: str, place: str, expected: str) -> None:
    assert find_cue(text, "verb", place).outcome("happened", negated=True) == expected


def test_a_closed_cue_keeps_the_act_as_told() -> None:
    cue = find_cue("condemn", "verb", "obj")
    assert cue.effect == "closed"
    assert cue.outcome("happened", negated=True) == "happened"


@pytest.mark.parametrize(
    ("text", "place", "also"),
    [
        ("refuse", "xcomp", "REJECT"),
        ("offer", "xcomp", "AGREE"),
        ("promise", "xcomp", "AGREE"),
        ("agree", "xcomp", "AGREE"),
        ("invite", "xcomp", "AGREE"),
        ("demand", "xcomp", "REQUEST"),
        ("urge", "xcomp", "REQUEST"),
        ("call for", "for", "REQUEST"),
        ("threaten", "xcomp", "THREATEN"),
        ("plan", "xcomp", ""),
    ],
)
def test_cues_that_are_acts_name_their_type(text: str, place: str, also: str) -> None:
    assert find_cue(text, "verb", place).also == also


def test_an_accepted_offer_stays_an_offer_made() -> None:
    acts_of_words = {"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
    for text in ("reject", "refuse", "decline", "accept", "turn down", "deny"):
        assert not acts_of_words & set(find_cue(text, "verb", "obj").types), text


def test_a_denier_is_the_voice() -> None:
    assert find_cue("deny", "verb", "xcomp").denies_by_voice
    assert find_cue("rule out", "verb", "obj").denies_by_voice
    assert not find_cue("not", "adv", "modifies").denies_by_voice


def test_lexicons_are_broad() -> None:
    assert len(load_status_cues().entries) >= 1000
    assert len(load_attribution_cues().entries) >= 350
    assert len(load_speakers().entries) >= 150


@pytest.mark.parametrize(
    ("lemmas", "position", "expected"),
    [
        (["put", "off"], 0, "put off"),
        (["be", "on", "hold"], 2, "on hold"),
        (["in", "doubt"], 1, "in doubt"),
        (["no", "longer"], 1, "no longer"),
    ],
)
def test_expressions_are_found_by_their_first_full_word(lemmas: list[str], position: int, expected: str) -> None:
    assert expected in [cue.cue for cue in load_status_cues().find_at(lemmas, position)]


def test_longer_expressions_come_first() -> None:
    lengths = [len(cue.words) for cue in load_status_cues().get("call")]
    assert lengths == sorted(lengths, reverse=True)


def test_an_expression_does_not_reach_before_the_start() -> None:
    assert not [cue for cue in load_status_cues().find_at(["hold"], 0) if cue.cue == "on hold"]


@pytest.mark.parametrize(
    ("text", "pos", "kind"),
    [
        ("say", "verb", "say"),
        ("believe", "verb", "think"),
        ("deny", "verb", "deny"),
        ("pledge", "verb", "promise"),
        ("according to", "prep", "say"),
        ("in the words of", "prep", "say"),
        ("in the view of", "prep", "think"),
        ("point out", "verb", "say"),
        ("tweet", "verb", "write"),
        ("view", "noun", "think"),
        ("claim", "noun", "say"),
        ("convinced", "adj", "think"),
        ("worried", "adj", "feel"),
        ("worry", "verb", "feel"),
    ],
)
def test_attribution_kinds(text: str, pos: str, kind: str) -> None:
    kinds = {cue.kind for cue in load_attribution_cues().entries if cue.cue == text and cue.pos == pos and not cue.form}
    assert kinds == {kind}


def test_feeling_never_attributes() -> None:
    feelings = [cue for cue in load_attribution_cues().entries if cue.kind == "feel"]
    assert feelings
    assert not any(cue.attributes or cue.direct_ok for cue in feelings)


def test_factive_verbs_are_marked() -> None:
    factive = {cue.cue for cue in load_attribution_cues().entries if cue.factive}
    assert {"acknowledge", "confirm", "admit", "reveal"} <= factive
    assert not {"say", "claim", "believe", "deny"} & factive


def test_the_passive_names_nobody() -> None:
    believed = [cue for cue in load_attribution_cues().get("believe") if cue.form == "passive"]
    assert [cue.role_hint for cue in believed] == ["unknown"]


@pytest.mark.parametrize(
    ("noun", "role"),
    [
        ("official", "official"),
        ("former diplomat", "former official"),
        ("professor", "analyst"),
        ("columnist", "media"),
        ("resident", "public"),
        ("critic", "unknown"),
        ("retired general", "former official"),
        ("rebel leader", "official"),
    ],
)
def test_speaker_roles(noun: str, role: str) -> None:
    assert {entry.role for entry in load_speakers().entries if entry.noun == noun} == {role}


def write_table(folder: Path, columns: tuple[str, ...], *rows: str) -> Path:
    """A table with a comment, the header and these rows."""
    path = folder / "faulty.tsv"
    path.write_text("\n".join(["# test", "\t".join(columns), *rows, ""]), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("plan\tverb\txcomp\tplanned", "faulty.tsv:3: 4 fields"),
        ("plan\tverbs\txcomp\tplanned\thappened\tdenied\t\t\t\t\t", "pos is 'verbs'"),
        ("plan\tverb\tinside\tplanned\thappened\tdenied\t\t\t\t\t", "scope has inside"),
        ("plan\tverb\txcomp\tscheduled\thappened\tdenied\t\t\t\t\t", "effect is 'scheduled'"),
        ("plan\tverb\txcomp\tplanned\thappened>gone\tdenied\t\t\t\t\t", "is no status"),
        ("plan\tverb\txcomp\tplanned\t\tdenied\t\t\t\t\t", "overrides must be empty"),
        ("plan\tverb\txcomp\tplanned\thappened\tdenied\tPROMISE\t\t\t\t", "also is 'PROMISE'"),
        ("plan\tverb\txcomp\tplanned\thappened\tdenied\t\t\t\tVISIT\t", "types has VISIT"),
        ("\tverb\txcomp\tplanned\thappened\tdenied\t\t\t\t\t", "first field is empty"),
    ],
)
def test_a_faulty_status_row_is_named(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(VocabError, match="faulty.tsv:3") as caught:
        load_status_cues(write_table(tmp_path, STATUS_COLUMNS, row))
    assert message in str(caught.value)


def test_a_doubled_row_is_named(tmp_path: Path) -> None:
    row = "plan\tverb\txcomp\tplanned\thappened\tdenied\t\t\t\t\t"
    with pytest.raises(VocabError, match=r"faulty.tsv:4: a second row for plan"):
        load_status_cues(write_table(tmp_path, STATUS_COLUMNS, row, row))


def test_faulty_attribution_and_speaker_rows_are_named(tmp_path: Path) -> None:
    with pytest.raises(VocabError, match="kind is 'shout'"):
        load_attribution_cues(write_table(tmp_path, ATTRIBUTION_COLUMNS, "yell\tverb\tshout\tquote\ty\t\t\t\t"))
    with pytest.raises(VocabError, match="role is 'minister'"):
        load_speakers(write_table(tmp_path, SPEAKER_COLUMNS, "minister\tminister\ttitle\t"))


def test_a_missing_or_headless_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabError, match="gone.tsv: cannot be read"):
        load_speakers(tmp_path / "gone.tsv")
    empty = tmp_path / "empty.tsv"
    empty.write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(VocabError, match="no header line"):
        load_speakers(empty)
    with pytest.raises(VocabError, match="header is"):
        load_speakers(write_table(tmp_path, ("who", "role")))
