"""Events as a whole: who vouches for them, what is quoted, what is told twice, what is settled elsewhere in the text."""

import pytest

VOICES = [
    ("Rwanda attacked Burundi.", "attacked", "author"),
    ("Rwanda attacked Burundi, U.N. experts said.", "attacked", "U.N. experts"),
    ("U.N. experts said that Rwanda had attacked Burundi.", "attacked", "U.N. experts"),
    ("According to Manila, China seized two Philippine ships.", "seized", "Manila"),
    ("Carlos Ruiz said that Bolivia had expelled the Chilean consul.", "expelled", "Carlos Ruiz"),
    ("Carlos Ruiz, a minister, said Bolivia had expelled the Chilean consul. He left.", "expelled", "Carlos Ruiz"),
    ("Peru condemned the Chilean raid.", "raid", "author"),
    ("Georgia denied attacking Russian positions.", "attacking", "Georgia"),
    ("Libya threatened to attack Malta.", "attack", "author"),
    ("Bolivia offered to release the Chilean soldiers.", "release", "author"),
]
SETS = [
    ("Peru condemned the Chilean raid on Bolivia.", [("ACCUSE", "condemned"), ("ASSAULT", "raid")]),
    ("Ghana refused to expel the Togolese ambassador.", [("REJECT", "refused"), ("SANCTION", "expel")]),
    ("Libya threatened to attack Malta.", [("THREATEN", "threatened"), ("ASSAULT", "attack")]),
    ("Norway asked Armenia to release the Azerbaijani soldiers.", [("REQUEST", "asked"), ("RETREAT", "release")]),
    ("Rousseff cancelled her visit to Washington.", [("CONSULT", "visit")]),
    ("The Danish premier paid a visit to Oslo.", [("CONSULT", "visit")]),
    ("Egypt launched an attack on Libya.", [("ASSAULT", "attack")]),
    ("Turkey imposed sanctions on Syria.", [("SANCTION", "sanctions")]),
    ("Merkel flew to Lima on Monday; no German chancellor had ever visited Peru.", [("CONSULT", "flew"), ("CONSULT", "visited")]),
    ("Merkel's trip to Lima was no ordinary visit.", [("CONSULT", "trip")]),
    ("Kenya imposed an arms embargo, an asset freeze and a travel ban on Eritrea.",
     [("SANCTION", "embargo"), ("SANCTION", "freeze"), ("SANCTION", "ban")]),
    ("Morocco invaded its neighbour.", [("ASSAULT", "invaded")]),
    ("The rain fell on Lima.", []),
    ("Peru borders Chile.", []),
    ("Danish farmers grow barley.", []),
    ("", []),
]
QUOTES = [
    ("On Monday, Peru condemned Chile.", "condemned", "On Monday, Peru condemned Chile."),
    ("Officials said that Rwanda had attacked Burundi.", "attacked", "Rwanda had attacked Burundi"),
    (
        "She is the first Danish minister to visit Peru since 1990.", "visit",
        "She is the first Danish minister to visit Peru since 1990.",
    ),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((row[0], "2012-10-05") for row in [*VOICES, *SETS, *QUOTES])


@pytest.mark.parametrize(("text", "word", "voice"), VOICES)
def test_the_speaker_vouches_for_what_is_attributed_and_the_author_for_the_rest(read_text, text, word, voice) -> None:
    assert [e.voice for e in read_text(text)[2].events if e.trigger == word] == [voice]


@pytest.mark.parametrize(("text", "expected"), SETS)
def test_each_act_of_a_sentence_is_one_record(read_text, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.type, e.trigger) for e in read_text(text)[2].events] == expected


@pytest.mark.parametrize(("text", "word", "quote"), QUOTES)
def test_the_quote_is_the_clause_that_tells_the_act(read_text, text: str, word: str, quote: str) -> None:
    assert [e.quote for e in read_text(text)[2].events if e.trigger == word] == [quote]


def test_a_plan_is_settled_by_what_the_text_tells_elsewhere(read_text) -> None:
    text = "Barack Obama will visit Jakarta in November. Barack Obama postponed his visit to Jakarta."
    assert [e.status for e in read_text(text)[2].events] == ["postponed", "postponed"]


def test_each_field_of_an_event_gives_its_reason(read_text) -> None:
    (event,) = read_text("The Danish premier will visit Oslo on 12 November.")[2].events
    fields = {reason.field for reason in event.reasons}
    assert {"type", "actors", "recipients", "status", "date", "voice"} <= fields
    assert all(reason.why for reason in event.reasons)
    assert next(r.why for r in event.reasons if r.field == "type").startswith("predicates.tsv:")


def test_the_same_text_gives_the_same_events(read_docs, read_text) -> None:
    doc, _, records = read_text("Peru condemned the Chilean raid on Bolivia.")
    assert read_docs([doc])[0][2] == records


def test_comments_of_readers_are_vouched_for_by_commenters(read_docs) -> None:
    from dragoman.model.document import Comment, Document, Part

    text = "Peru condemned Chile.\nBolivia attacked Peru."
    doc = Document(
        id="d-1", name="case", text=text, parts=(Part("body", 0, 21), Part("comment", 22, len(text))), sha256="", file="",
        reader="test", published="2012-10-05", published_basis="stated", language="en", comments=(Comment(22, len(text)),),
    )  # fmt: skip
    ((_, _, records),) = read_docs([doc])
    assert [(e.type, e.voice) for e in records.events] == [("ACCUSE", "author"), ("ASSAULT", "comment")]
    assert records.statements == ()


@pytest.mark.parametrize(
    ("text", "word", "type_", "status"),
    [
        ("Turkey will not agree to Greek demands.", "agree", "REJECT", "happened"),
        ("Cuba can no longer accept the Chilean offer.", "accept", "REJECT", "happened"),
        ("Chad did not accept the offer of Libya.", "accept", "AGREE", "denied"),
        ("Turkey and Syria will not agree on a border.", "agree", "AGREE", "denied"),
    ],
)
def test_assent_withheld_is_a_refusal(read_text, text: str, word: str, type_: str, status: str) -> None:
    (event,) = [each for each in read_text(text)[2].events if each.trigger == word]
    assert (event.type, event.status) == (type_, status)
