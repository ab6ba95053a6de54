"""Who acts and on whom, where the parse or a plain reading of it misleads: one sentence for each mechanism."""

import pytest

ACTS = [
    # whoever is called on to do something is asked, also behind his name; nobody does a deed because it is in his land
    ("Peru called on the Kenyan president, Ann Roe, to resign.", "called", ("PER",), ("KEN",)),
    ("Two Danish soldiers were killed in Chad.", "killed", (), ("DNK",)),
    # what is seen or wanted is passive
    ("June saw two Danish soldiers killed in Chad.", "killed", (), ("DNK",)),
    ("Norway wants the fugitive extradited from Peru.", "extradited", ("PER",), ("NOR",)),
    # sums and means stand for what is given or done
    ("Japan promised $20m in loans to Kenya.", "loans", ("JPN",), ("KEN",)),
    ("The EU hit Belarus with new sanctions in March.", "sanctions", ("IGO:EU",), ("BLR",)),
    ("Washington threatened Cuba with sanctions.", "sanctions", ("USA",), ("CUB",)),
    ("A market in Pakistan was hit by American drones.", "hit", ("USA",), ("PAK",)),
    # who is asked is who is to do it
    ("Norway has called on Sweden to withdraw from Finland.", "withdraw", ("SWE",), ("FIN",)),
    ("The UN repeated its call on Sudan to release the Chinese prisoners.", "release", ("SDN",), ("CHN",)),
    # reports that somebody did it are no passive
    ("Hezbollah rejected reports that it had threatened Israel.", "threatened", ("GRP:HEZBOLLAH",), ("ISR",)),
    # what a noun in apposition or after "among" is said of
    ("Turkey was the first country to recognise Kosovo.", "recognise", ("TUR",), ("XKX",)),
    ("France and Qatar are among the few states that have recognised Kosovo.", "recognised", ("FRA", "QAT"), ("XKX",)),
    ("The three Baltic states, Estonia, Latvia and Lithuania, joined Nato.", "joined", ("EST", "LVA", "LTU"), ("IGO:NATO",)),
    ("The president of Chad, a Moscow ally who visited Cuba in May, fell ill.", "visited", ("TCD",), ("CUB",)),
    # led by somebody, on a tour somewhere
    ("Peru spoke of the Chilean-led invasion of Bolivia.", "invasion", ("CHL",), ("BOL",)),
    ("The Indian prime minister cancelled his Pakistan trip.", "trip", ("IND",), ("PAK",)),
    # seats of government and titles of one state
    ("Ottawa recognised the restored government in Port-au-Prince.", "recognised", ("CAN",), ("HTI",)),
    ("The Pope visited Chad on Friday.", "visited", ("VAT",), ("TCD",)),
    ("The Secretary of State visited Havana in July.", "visited", ("USA",), ("CUB",)),
    # the West, and formats that are coded as their members
    ("Iran denounced the West's threats.", "denounced", ("IRN",), ("USA", "IGO:EU")),
    ("Western countries sent aid to Chad.", "aid", (), ("TCD",)),
    ("Iran rejected an offer by the EU three on Monday.", "rejected", ("IRN",), ("DEU", "FRA", "GBR")),
    # words that attack
    ("The Chadian president attacked Libya, accusing it of deceit.", "attacked", ("TCD",), ("LBY",)),
]  # fmt: skip
OF_NO_STATE = [
    ("Many Afghans blame Pakistan for the floods.", "blame"),
    ("Thousands of Egyptians condemned Israel on Friday.", "condemned"),
]
REBELS = [
    ("Turkey launched an attack on Kurdish rebels.", "GRP:KURDISH-REBELS"),
    ("The envoy met a Kashmiri separatist leader in Delhi.", "GRP:KASHMIRI-SEPARATISTS"),
    ("In Syria the opposition asked for arms. The Syrian opposition said rebels had left Aleppo.", "GRP:SYRIAN-REBELS"),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((text, "2012-10-05") for text, *_ in (*ACTS, *OF_NO_STATE, *REBELS))


@pytest.mark.parametrize(("text", "word", "actors", "recipients"), ACTS)
def test_the_sides_of_an_act(read_text, text, word, actors, recipients):
    (event,) = [event for event in read_text(text)[2].events if event.trigger == word]
    assert (event.actors, event.recipients) == (actors, recipients)


@pytest.mark.parametrize(("text", "word"), OF_NO_STATE)
def test_many_people_of_a_state_are_not_the_state(read_text, text, word):
    (event,) = [event for event in read_text(text)[2].events if event.trigger == word]
    assert event.actors == ()


@pytest.mark.parametrize(("text", "code"), REBELS)
def test_rebels_are_those_of_their_people_or_land(read_text, text, code):
    assert code in {found for mention in read_text(text)[1].mentions for found in mention.codes}


def test_nameless_rebels_are_not_those_of_a_state_that_has_none(read_text):
    mentions = read_text("Norwegian officials said the guerrillas would leave the hills.")[1].mentions
    assert not any(code.startswith("GRP:") for mention in mentions for code in mention.codes)


def test_a_town_behind_a_title_is_a_person(read_text):
    event = next(e for e in read_text("President Bush condemned Iran.")[2].events if e.trigger == "condemned")
    assert event.actors == ("USA",)


def test_words_of_attack_are_no_force(read_text):
    (event,) = [e for e in read_text("Israel attacked his speech as shameful.")[2].events if e.trigger == "attacked"]
    assert event.type == "ACCUSE"
