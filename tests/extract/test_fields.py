"""Status, voice, date and place of events: one sentence of our own for each rule that decides them."""

import pytest

PUBLISHED = "2012-10-05"
STATUS = [
    ("Turkey will not attack Syria without a mandate.", "attack", "possible"),
    ("Without the treaty no other states will leave troops in Mali.", "leave", "possible"),
    ("Turkey attacked Syria without a mandate.", "attacked", "happened"),
    ("Reports of talks between Chad and Libya denied", "talks", "denied"),
    ("Rumours of a Chadian raid on Libya dismissed", "raid", "denied"),
    ("Mr Kibaki's visit to Uganda is likely to irritate Tanzania.", "visit", "happened"),
    ("Mr Kibaki's visit to Uganda is likely to take place in May.", "visit", "possible"),
    ("Mr Kibaki is not the first Kenyan president to visit Uganda.", "visit", "happened"),
    ("It was Kenya's most successful effort yet to attack Uganda.", "attack", "proposed"),
    ("Kenya has yet to attack Uganda.", "attack", "denied"),
    ("The deal comes before Kenya begins to withdraw its troops from Uganda.", "withdraw", "planned"),
    ("The deal came before Kenya began to withdraw its troops from Uganda.", "withdraw", "happened"),
    ("Any Kenyan raid on Uganda will only make matters worse.", "raid", "possible"),
    ("Kenya trained 60 men to attack Uganda.", "attack", "planned"),
    ("Kenyan president Kibaki used a speech in Nairobi to accuse Uganda of aggression.", "accuse", "happened"),
    ("Kenyan president Kibaki will use a speech in Nairobi to accuse Uganda of aggression.", "accuse", "planned"),
    ("Kenya demanded the withdrawal of Ugandan troops.", "withdrawal", "proposed"),
    ("Kenya announced the withdrawal of its troops from Uganda.", "withdrawal", "planned"),
    ("Kenya wants backing from Uganda.", "backing", "proposed"),
    ("The treaty includes a withdrawal of Kenyan troops from Uganda.", "withdrawal", "planned"),
    ("Kenya stressed the importance of talks with Uganda.", "talks", "proposed"),
    ("Kenya is close to an agreement with Uganda.", "agreement", "possible"),
    ("Kenyan companies, mindful of Ugandan sanctions on Kenya, can also help.", "sanctions", "happened"),
    ("The Kenyan talks with Uganda were not a failure.", "talks", "happened"),
    ("Kenya left the tariff under an agreement signed by Mwai Kibaki on his first trip to Uganda.", "trip", "happened"),
    ("Mr Kibaki must have travelled to Uganda.", "travelled", "happened"),
    ("Kenya is too busy in Somalia to attack Uganda.", "attack", "denied"),
    ("Aid will flow as soon as Kenya concludes an agreement with Uganda.", "agreement", "planned"),
    ("The Kenyan parliament voted in favour of a new treaty with Uganda.", "treaty", "happened"),
    ("Kenya is waiting, if only because it needs the help of Uganda.", "help", "proposed"),
    ("Mr Kibaki was right to seize the Ugandan sailors.", "seize", "happened"),
]
VOICE = [
    ("The Ugandan president said he condemned the Kenyan attack.", "condemned", "author"),
    ("The Ugandan president said he had condemned the Kenyan attack.", "condemned", "The Ugandan president"),
    ("President Museveni described the Kenyan raid on Uganda as a mistake.", "raid", "author"),
    ("Many Ugandans blame Kenya for the Tanzanian raid on Uganda.", "raid", "author"),
    ("President Museveni played down the effect of Kenyan sanctions on Uganda.", "sanctions", "author"),
    ("President Museveni has warned any Kenyan attack on Uganda will fail.", "attack", "Museveni"),
    ("Kenyan troops raided Uganda on Monday, and at dusk Nairobi declared the raid was over.", "raided", "author"),
    ("Uganda attacked Tanzania, the Kenyan news agency quoted a minister as saying.", "attacked", "a minister"),
    ("The attack on Tanzania, according to Kenyan officials, was led by Uganda.", "attack", "Kenyan officials"),
    ("Kenya raided Uganda according to the risk that it saw.", "raided", "author"),
    ("Kenyan officials said Uganda raided Tanzania, even though Kenya had raided Rwanda.", "raided", "Kenyan officials"),
    ("Lavrov said that Japan had to explain its plans.", "explain", "author"),
    ('"Japan must explain its plans," Lavrov said.', "explain", "Lavrov"),
    ("Lavrov declared that the Japanese raids on Chad were unacceptable.", "unacceptable", "author"),
    ("Norway and Chile said that Japan had attacked Chad.", "attacked", "Norway and Chile"),
    ("Norwegian and Chilean officials said that Japan had attacked Chad.", "attacked", "Norwegian and Chilean officials"),
    ("Residents reported clashes between Norwegian and Chilean troops.", "clashes", "Residents"),
    ("Norway is considering whether to attack Chad.", "attack", "author"),
    ("Norway has told Chad to withdraw from Niger.", "withdraw", "author"),
    ("Chad lashed out at Norwegian claims that Japan attacked Niger.", "attacked", "Norwegian"),
    ("The inquiry follows claims that Japan attacked Niger.", "attacked", "author"),
    (
        "A senior source in the army said that Oslo was calm. Japan attacked Chad, the source said.",
        "attacked", "A senior source in the army",
    ),
]
DATE = [
    ("The Kenyan minister tried to end the row during a phone call with Uganda on Wednesday.", "call", "2012-10-03"),
    ("The Kenyan minister agreed to meet Ugandan envoys on Wednesday.", "meet", "2012-10-10"),
    ("Kenya blamed Uganda for the August war.", "blamed", "2012-10"),
    ("Kenya accused Uganda of complicity in last month's murder of its envoy.", "accused", "2012-10"),
    ("Many died in Kenya after the 2008 attacks on Uganda.", "attacks", "2008"),
    ("Uganda hailed the deal with Kenya.", "deal", "2012-10"),
]
PLACE = [
    ("Kenyan and Ugandan ministers met at a summit in Arusha.", "met", "Arusha"),
    ("Mr Kibaki visited Uganda and signed a treaty with President Museveni.", "signed", "Uganda"),
    ("Mr Kibaki was in Kampala, where he met President Museveni of Uganda.", "met", "Kampala"),
    ("Kenya and Uganda held talks in the Tanzanian city of Arusha.", "talks", "Arusha"),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table([(text, PUBLISHED) for text, *_ in (*STATUS, *VOICE, *DATE, *PLACE)])


def _first(read_text, text: str, word: str):
    return next(event for event in read_text(text)[2].events if event.trigger == word)


@pytest.mark.parametrize(("text", "word", "status"), STATUS)
def test_what_became_of_an_act(read_text, text: str, word: str, status: str) -> None:
    assert _first(read_text, text, word).status == status


@pytest.mark.parametrize(("text", "word", "voice"), VOICE)
def test_who_vouches_for_an_act(read_text, text: str, word: str, voice: str) -> None:
    assert _first(read_text, text, word).voice == voice


@pytest.mark.parametrize(("text", "word", "date"), DATE)
def test_when_an_act_took_place(read_text, text: str, word: str, date: str) -> None:
    assert _first(read_text, text, word).date == date


@pytest.mark.parametrize(("text", "word", "place"), PLACE)
def test_where_an_act_took_place(read_text, text: str, word: str, place: str) -> None:
    assert _first(read_text, text, word).place == place


def test_one_journey_has_one_date(read_text) -> None:
    text = "President Kibaki was to visit Uganda on 12 October. Mr Kibaki cancelled the trip to Uganda."
    assert {event.date for event in read_text(text)[2].events if event.type == "CONSULT"} == {"2012-10-12"}
