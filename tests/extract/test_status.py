"""What became of an act: sentences of our own, the word that names the act, and its status."""

import pytest

from dragoman.extract.status import Judgement
from dragoman.vocab.world import World

NEGATION = [
    ("Turkey did not attack Syria on Monday.", "attack", "denied"),
    ("The Brazilian president never visited Tehran.", "visited", "denied"),
    ("No Japanese minister has visited Pyongyang since 2004.", "visited", "denied"),
    ("Neither Sudan nor Chad signed the treaty.", "signed", "denied"),
    ("No treaty was signed by Sudan and Chad.", "signed", "denied"),
    ("Sudan gave no details of the talks with Chad.", "talks", "happened"),
    ("Sudan signed no treaty with Chad.", "signed", "denied"),
    ("No Canadian diplomats were expelled by Iran.", "expelled", "denied"),
    ("No fewer than ten Canadian diplomats were expelled by Iran.", "expelled", "happened"),
    ("Greece has not recognised Kosovo.", "recognised", "denied"),
    ("The Algerian envoy left Rabat without meeting Moroccan officials.", "meeting", "denied"),
    ("Georgia denied attacking Russian positions.", "attacking", "denied"),
    ("Georgia denied that it had attacked Russian positions.", "attacked", "denied"),
    ("Iran failed to deliver the gas to Armenia.", "deliver", "denied"),
    ("Ghana refused to expel the Togolese ambassador.", "expel", "denied"),
    ("Cuba stopped short of expelling the Canadian diplomats.", "expelling", "denied"),
    ("Ecuador almost attacked Peru in 1981.", "attacked", "denied"),
    ("Sweden would have attacked Norway.", "attacked", "denied"),
    ("Nobody in Dakar condemned the Gambian attack.", "condemned", "denied"),
    ("Uganda did not hold talks with Rwanda.", "talks", "denied"),
    ("Ethiopia and Eritrea have not held talks since 2000.", "talks", "denied"),
    ("Spain has no plans to recognise Kosovo.", "recognise", "denied"),
    ("The attack on Eritrea by Ethiopia never took place.", "attack", "denied"),
]
REMOTE = [
    ("In 1998 she became the first German leader ever to visit Cuba.", "visit", "happened"),
    ("Moscow thwarted British attempts to condemn Syria.", "condemn", "denied"),
    ("Norway pushed for sanctions against Iran for defying the United Nations.", "defying", "happened"),
    ("Police uncovered a Libyan plot against Saudi Arabia.", "plot", "planned"),
    ("The senate voted to condemn Russia.", "condemn", "happened"),
    ("\"Turkey would like to thank Japan for its help,\" he said.", "thank", "happened"),
    ("Germany offered condolences to Turkey.", "condolences", "happened"),
    ("The troops are fighting to recapture the town from Libyan rebels.", "recapture", "happened"),
    ("Syria counts on support from Russia.", "support", "happened"),
    ("The army discussed options such as an attack on Syria.", "attack", "possible"),
    ("Israel will build walls to protect its cities from attacks by Hezbollah.", "attacks", "possible"),
    ("Key elements of the plan include talks between Israel and Syria.", "talks", "proposed"),
    ("Washington believes that Iran's capacity to strike Israel is small.", "strike", "possible"),
    ("Gazprom says that Russia has the right to cut gas supplies to Ukraine.", "cut", "possible"),
    ("Hopes for talks between Chad and Sudan have faded.", "talks", "possible"),
    ("He flew to Khartoum in the hope of signing a treaty between Chad and Sudan.", "signing", "proposed"),
]
MODALITY = [
    ("Kenya may withdraw its troops from Somalia.", "withdraw", "possible"),
    ("Kenya could attack Somalia.", "attack", "possible"),
    ("Kenya might sign a treaty with Somalia.", "sign", "possible"),
    ("Merkel may not visit Ankara in May.", "visit", "possible"),
    ("Bulgaria should expel the Russian ambassador.", "expel", "proposed"),
    ("Indonesia must release the Australian fishermen.", "release", "proposed"),
    ("Merkel will visit Ankara in November.", "visit", "planned"),
    ("Merkel will not visit Ankara in November.", "visit", "denied"),
    ("Ethiopia would attack Eritrea if its ports were closed.", "attack", "possible"),
    ("Mongolia is ready to sign a treaty with Japan.", "sign", "proposed"),
    ("Azerbaijan could have attacked Armenia.", "attacked", "possible"),
    ("The European Union will lift sanctions against Belarus if Minsk frees the prisoners.", "lift", "possible"),
    ("Nigeria did not rule out attacking Cameroon.", "attacking", "possible"),
    ("Chilean troops are likely to attack Peru.", "attack", "possible"),
    ("Perhaps Zambia will attack Malawi.", "attack", "possible"),
]
PLANNING = [
    ("The Thai premier is expected to visit Hanoi on Monday.", "visit", "planned"),
    ("The Thai premier is scheduled to visit Hanoi on Monday.", "visit", "planned"),
    ("The Thai premier is due to visit Hanoi on Monday.", "visit", "planned"),
    ("The Thai premier plans to visit Hanoi.", "visit", "planned"),
    ("The Thai premier intends to visit Hanoi.", "visit", "planned"),
    ("The Thai premier's planned visit to Hanoi pleased nobody.", "visit", "planned"),
    ("Bolivia agreed to release the Chilean soldiers.", "release", "planned"),
    ("Bolivia promised to release the Chilean soldiers.", "release", "planned"),
    ("Bolivia decided to expel the Chilean consul.", "expel", "planned"),
    ("Bolivia offered to release the Chilean soldiers.", "release", "proposed"),
    ("Bolivia hopes to sign a treaty with Chile.", "sign", "proposed"),
    ("Bolivia wants to sign a treaty with Chile.", "sign", "proposed"),
    ("Bolivia is considering expelling the Chilean consul.", "expelling", "proposed"),
    ("Bolivia proposed talks with Chile.", "talks", "proposed"),
    ("Bolivia called for talks with Chile.", "talks", "proposed"),
    ("Norway urged Armenia to withdraw its troops from Azerbaijan.", "withdraw", "proposed"),
    ("Norway asked Armenia to release the Azerbaijani soldiers.", "release", "proposed"),
    ("Burundi demanded that Rwanda withdraw its troops.", "withdraw", "proposed"),
    ("Libya threatened to attack Malta.", "attack", "possible"),
    ("Libya threatened to expel the Maltese ambassador.", "expel", "possible"),
    ("North Korea tried to shell a South Korean island.", "shell", "happened"),
    ("Laos was about to attack Thailand.", "attack", "planned"),
]
ENDING = [
    ("Rousseff cancelled her visit to Washington.", "visit", "cancelled"),
    ("Rousseff called off her visit to Washington.", "visit", "cancelled"),
    ("Rousseff's visit to Washington was called off.", "visit", "cancelled"),
    ("Rousseff's cancelled visit to Washington was a pity.", "visit", "cancelled"),
    ("The cancellation of Rousseff's visit to Washington was a pity.", "visit", "cancelled"),
    ("The talks between India and Pakistan were scrapped.", "talks", "cancelled"),
    ("India scrapped its talks with Pakistan.", "talks", "cancelled"),
    ("Rousseff postponed her visit to Washington.", "visit", "postponed"),
    ("Rousseff's visit to Washington has been put off until May.", "visit", "postponed"),
    ("Rousseff's visit to Washington was delayed.", "visit", "postponed"),
    ("The postponement of Rousseff's visit to Washington surprised nobody.", "visit", "postponed"),
    ("The visit by the Chinese premier to New Delhi is on hold.", "visit", "postponed"),
    ("Nepal gave up its plan to buy arms from China.", "buy", "cancelled"),
    ("India suspended its talks with Pakistan.", "talks", "postponed"),
    ("The talks between India and Pakistan collapsed.", "talks", "happened"),
    ("Talks between Spain and Morocco were adjourned until Monday.", "Talks", "postponed"),
]
NESTED = [
    ("Rousseff plans to cancel her visit to Washington.", "visit", "cancelled"),
    ("Rousseff threatened to cancel her visit to Washington.", "visit", "possible"),
    ("Rousseff denied that she had cancelled her visit to Washington.", "visit", "planned"),
    ("Rousseff refused to cancel her visit to Washington.", "visit", "planned"),
    ("Iraq denied that it planned to attack Kuwait.", "attack", "denied"),
    ("Iraq refused to begin talks with Kuwait.", "talks", "denied"),
    ("Iraq promised not to attack Kuwait.", "attack", "denied"),
    ("Iraq never agreed to release the Kuwaiti prisoners.", "release", "denied"),
    ("Iraq decided not to expel the Kuwaiti ambassador.", "expel", "denied"),
    ("Iraq may agree to release the Kuwaiti prisoners.", "release", "possible"),
]
CLAUSES = [
    ("Talks with Islamabad cancelled by Delhi were a lost chance.", "Talks", "cancelled"),
    ("If Turkey attacks Cyprus, Greece will close its ports.", "attacks", "possible"),
    ("Rwanda will attack Burundi if its ports are closed.", "attack", "possible"),
    ("Unless Uganda attacks Rwanda, the region will be calm.", "attacks", "possible"),
    ("After the Israeli attack on Lebanon, prices will rise.", "attack", "happened"),
    ("Jordan will condemn the Israeli attack on Lebanon.", "attack", "happened"),
    ("Jordan will condemn the Israeli attack on Lebanon.", "condemn", "planned"),
    ("Jordan condemned the Israeli attack on Lebanon.", "attack", "happened"),
    ("The treaty that Peru will sign with Chile has ten articles.", "sign", "planned"),
    ("The Danish premier flew to Oslo to sign a treaty with Norway.", "sign", "planned"),
]
HEADLINES = [
    ("Erdogan to visit Athens next week", "visit", "planned"),
    ("Iran denies attack on Saudi Arabia", "attack", "denied"),
    ("Spain calls off talks with Morocco", "talks", "cancelled"),
    ("Kenya expels Somali ambassador", "expels", "happened"),
    ("Talks between Spain and Morocco postponed", "Talks", "postponed"),
    ("Merkel's trip to Ankara called off", "trip", "cancelled"),
    ("India rules out talks with Pakistan", "talks", "denied"),
    ("South Korea, Japan cancel summit", "summit", "cancelled"),
    ("Tokyo mulls sanctions on Myanmar", "sanctions", "proposed"),
    ("Lavrov: Russia will not attack Georgia", "attack", "denied"),
    ("Poland may expel Belarusian diplomats", "expel", "possible"),
]
LIGHT_VERBS = [
    ("Egypt launched an attack on Libya.", "attack", "happened"),
    ("Egypt did not carry out an attack on Libya.", "attack", "denied"),
    ("The Danish premier paid a visit to Oslo.", "visit", "happened"),
    ("The Danish premier will pay a visit to Oslo.", "visit", "planned"),
    ("Oman held talks with Yemen.", "talks", "happened"),
    ("Oman will hold talks with Yemen.", "talks", "planned"),
    ("Oman may hold talks with Yemen.", "talks", "possible"),
    ("Oman refused to hold talks with Yemen.", "talks", "denied"),
    ("Oman plans to impose sanctions on Yemen.", "sanctions", "planned"),
    ("Oman has imposed sanctions on Yemen.", "sanctions", "happened"),
]
COORDINATION = [
    ("The Danish premier will visit Oslo and sign a treaty with Norway.", "sign", "planned"),
    ("The Danish premier visited Oslo and will visit Stockholm.", "visited", "happened"),
    ("The Danish premier visited Oslo but did not visit Stockholm.", "visit", "denied"),
    ("The Danish premier was to visit Oslo but the trip was cancelled.", "visit", "cancelled"),
]
SUBJECTS = [
    ("A Turkish strike on Syria would alarm Iran.", "strike", "possible"),
    ("Ghana said that a raid on Togo would alarm Benin.", "raid", "possible"),
    ("Ghana said that yesterday's talks with Togo would cover trade.", "talks", "happened"),
    ("Accusations by Sudan against Chad could harm Kenya.", "Accusations", "happened"),
    ("The Danish premier's trip to Oslo is intended to seal contracts.", "trip", "happened"),
    ("Talks between Peru and Chile are expected to resume.", "Talks", "planned"),
    ("To attack Chad would please Sudan.", "attack", "possible"),
    ("Diplomatic contacts between Russia and Pakistan increased due to the war.", "contacts", "happened"),
]
OPPOSED = [
    ("Peru opposes sending troops to Chile.", "sending", "possible"),
    ("Peru objected to a Chilean attack on Bolivia.", "attack", "possible"),
    ("Peru opposed the Chilean attack on Bolivia.", "attack", "happened"),
    ("Ghana blocked sanctions against Togo.", "sanctions", "denied"),
    ("The blocking of sanctions against Togo by Ghana surprised nobody.", "sanctions", "denied"),
    ("Ghana vetoed a resolution condemning Togo.", "condemning", "denied"),
    ("The collapse of plans to attack Togo pleased Benin.", "attack", "cancelled"),
    ("Sudan denied allegations it had attacked Chad.", "attacked", "denied"),
]
OFFERED = [
    ("Peru offered Chile the chance to hold talks with Bolivia.", "talks", "proposed"),
    ("Peru made a truce a precondition for talks with Chile.", "talks", "proposed"),
    ("Norway offered its help in negotiating a solution with Sudan.", "negotiating", "proposed"),
    ("Sudan hopes that Chad will withdraw its troops from Darfur.", "withdraw", "proposed"),
    ("The goal of Sudan was to withdraw its troops from Chad.", "withdraw", "proposed"),
    ("Sudan and Chad discussed selling oil to Kenya.", "selling", "proposed"),
    ("Norway has pledged $30 million in aid to Malawi.", "aid", "planned"),
    ("Norway's commitment to sending troops to Mali surprised Oslo.", "sending", "planned"),
    ("The Danish premier arrived in Oslo for talks with the Norwegian king.", "arrived", "happened"),
    ("EU to allow delivery of aid to Syria", "delivery", "planned"),
    ("Iran fired a missile ahead of the United Nations deadline to release Thai hostages.", "release", "proposed"),
]
EFFORTS = [
    ("Peru used its ports to attack Chile.", "attack", "happened"),
    ("Peru has sought to improve relations with Chile since 1990.", "improve", "happened"),
    ("Peru sought to improve relations with Chile.", "improve", "proposed"),
    ("Egypt signalled its determination to stop Sudan by meeting the Libyan president.", "meeting", "happened"),
    ("Mali's failure to implement its agreement with Niger was criticised.", "agreement", "happened"),
    ("Ramadan does not slow the war between Chad and Sudan.", "war", "happened"),
]
REACH = [
    ("Peru vowed to attack Chile.", "attack", "possible"),
    ("Peru criticised threats by Chile, made on Monday, to bomb Bolivia.", "bomb", "possible"),
    ("It is unlikely that Sudan will attack Chad.", "attack", "possible"),
    ("The possibility of Sudan attacking Chad worries Kenya.", "attacking", "possible"),
    ("I will not call anyone a friend who attacks Togo.", "attacks", "happened"),
    ("Sudan did not solve the dispute in one meeting with Chad.", "meeting", "happened"),
    ("Instead of attacking Chad, Sudan should sign the treaty with Kenya.", "attacking", "denied"),
    ("Instead of attacking Chad, Sudan should sign the treaty with Kenya.", "sign", "proposed"),
    ("Talks between India and Pakistan on withdrawing troops from Siachen have begun.", "withdrawing", "proposed"),
    ("The Peruvian envoy is to meet his Chilean counterpart on Friday: Diego Roe was dismissed last week.", "meet",
     "planned"),
    ("The visit of the Swedish king to Norway has not been confirmed.", "visit", "planned"),
    ("Norway's treaty with Sweden was confirmed by parliament.", "treaty", "happened"),
    ("Diplomats said that the move would allow Norway to reopen the embassy in Sweden.", "reopen", "possible"),
    ("The years ahead will witness talks between Norway and Sweden.", "talks", "planned"),
    ("Norway faces constraints in providing military assistance to Sweden.", "assistance", "possible"),
]
ALL = [
    *NEGATION, *REMOTE, *MODALITY, *PLANNING, *ENDING, *NESTED, *CLAUSES, *HEADLINES, *LIGHT_VERBS, *COORDINATION,
    *SUBJECTS, *OPPOSED, *OFFERED, *EFFORTS, *REACH,
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((text, "2012-10-05") for text, _, _ in [*ALL, *[(text, "", "") for text, *_ in INHERITED]])


def statuses(read_text, text: str, word: str) -> list[str]:
    return [event.status for event in read_text(text)[2].events if event.trigger == word]


@pytest.mark.parametrize(("text", "word", "status"), ALL)
def test_the_words_around_an_act_tell_what_became_of_it(read_text, text: str, word: str, status: str) -> None:
    assert statuses(read_text, text, word) == [status]


INHERITED = [
    ("Obama's visit to Jakarta has been postponed. The visit was to last two days.", ["postponed", "postponed"]),
    ("Obama cancelled his visit to Jakarta. The visit was the third of its kind.", ["cancelled", "cancelled"]),
    ("Obama will visit Jakarta in November. The visit is the third of its kind.", ["planned", "planned"]),
]


@pytest.mark.parametrize(("text", "expected"), INHERITED)
def test_an_act_told_before_as_unsettled_still_is_where_nothing_new_is_said(
    read_text, text: str, expected: list[str]
) -> None:
    assert [event.status for event in read_text(text)[2].events if event.trigger == "visit"] == expected


def test_each_change_of_status_names_its_cue_and_the_row_that_holds_it(read_text) -> None:
    event = next(e for e in read_text("Rousseff plans to cancel her visit to Washington.")[2].events)
    why = [reason.why for reason in event.reasons if reason.field == "status"]
    assert len(why) == 1 and why[0].startswith("cancel: happened -> cancelled (") and "status_cues.tsv" in why[0]


def test_an_act_told_as_a_fact_says_so(read_text) -> None:
    event = next(e for e in read_text("Kenya expels Somali ambassador")[2].events)
    assert [reason.why for reason in event.reasons if reason.field == "status"] == ["told as a fact"]


def test_a_closed_cue_ends_the_walk_and_leaves_the_status(world: World) -> None:
    closing = next(cue for cue in world.status_cues.get("condemn") if cue.effect == "closed")
    judgement = Judgement("ASSAULT")
    judgement.apply(closing)
    assert (judgement.status, judgement.closed, judgement.steps) == ("happened", True, [])
