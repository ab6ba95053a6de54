"""Who does it and whom it is done to: sentences of our own, the word that names the act, and its two sides."""

import pytest

from dragoman.extract.events.roles import fill_roles
from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.slots import Slotted
from dragoman.vocab.predicate_types import Frame

SIDES = [
    ("Iran expelled the Canadian ambassador.", "expelled", "IRN>CAN"),
    ("The Canadian ambassador was expelled by Iran.", "expelled", "IRN>CAN"),
    ("The Canadian ambassador was expelled.", "expelled", ">CAN"),
    ("Sudanese villages were bombed by Ugandan planes.", "bombed", "UGA>SDN"),
    ("Argentina was accused by Britain of seizing a trawler.", "accused", "GBR>ARG"),
    ("Kosovo was recognised by Malaysia in 2008.", "recognised", "MYS>XKX"),
    ("Japan's criticism of Russia's missile tests grew louder.", "criticism", "JPN>RUS"),
    ("Israel's air strikes on Lebanon went on.", "strikes", "ISR>LBN"),
    ("The US bombing of Libya lasted one night.", "bombing", "USA>LBY"),
    ("Libya's expulsion of Egypt's ambassador came at dawn.", "expulsion", "LBY>EGY"),
    ("NATO warplanes bombed Serbian bunkers.", "bombed", "IGO:NATO>SRB"),
    ("Hezbollah fired rockets at Israel.", "fired", "GRP:HEZBOLLAH>ISR"),
    ("Peru and Ecuador signed a treaty.", "signed", "PER,ECU>"),
    ("Peru signed a treaty with Ecuador.", "signed", "PER,ECU>"),
    ("Talks between Armenia and Azerbaijan opened in Vienna.", "Talks", "ARM,AZE>"),
    ("Armenia's talks with Azerbaijan went on.", "talks", "ARM,AZE>"),
    ("Armenia and Azerbaijan held talks.", "talks", "ARM,AZE>"),
    ("Armenia and Azerbaijan opened talks in Paris.", "talks", "ARM,AZE>"),
    ("Lavrov and Khar held talks in Moscow.", "talks", "PAK,RUS>"),
    ("A meeting of the Cuban and Venezuelan presidents ended at noon.", "meeting", "CUB,VEN>"),
    ("The Greek and Turkish foreign ministers met in Geneva.", "met", "GRC,TUR>"),
    ("China's Xi Jinping met Vietnam's Nguyen Phu Trong.", "met", "CHN,VNM>"),
    ("Estonia, Latvia and Lithuania asked Sweden for help.", "asked", "EST,LVA,LTU>SWE"),
    ("Italy, together with Malta, condemned Libya.", "condemned", "ITA,MLT>LBY"),
    ("Norway is critical of the American plan.", "critical", "NOR>USA"),
    ("Norway, critical of the American plan, left the room.", "critical", "NOR>USA"),
    ("The Norwegian government is opposed to the American plan.", "opposed", "NOR>USA"),
    ("Norway seems opposed to the permanent presence of the United States.", "opposed", "NOR>USA"),
    ("Niger, along with its neighbour Chad, has condemned Libya.", "condemned", "NER,TCD>LBY"),
    ("Portugal's prime minister arrived in Luanda on Friday.", "arrived", "PRT>AGO"),
    ("Angola hosted the Portuguese prime minister.", "hosted", "PRT>AGO"),
    ("Cuba sent doctors to Sierra Leone.", "sent", "CUB>SLE"),
    ("The Dominican air force flew blankets to Haiti.", "flew", "DOM>HTI"),
    ("Egypt asked Sudan to release the fishermen.", "asked", "EGY>SDN"),
    ("Mali expelled the French envoy, who had criticised Bamako.", "criticised", "FRA>MLI"),
    ("The visit that Lavrov paid to Angola was short.", "visit", "RUS>AGO"),
    ("The raid which Uganda launched on Sudan in May was the first.", "raid", "UGA>SDN"),
    ("Angola postponed the visit of the Portuguese prime minister to Luanda.", "visit", "PRT>AGO"),
    ("The release of four Chilean sailors by Bolivia ended the quarrel.", "release", "BOL>CHL"),
    ("A shell fired by the Ugandan army killed two Rwandan soldiers.", "killed", "UGA>RWA"),
    ("Peru and Ecuador signed a treaty in the Brazilian capital.", "signed", "PER,ECU>"),
    ("Peru, Chile and Ecuador signed it on Monday.", "signed", "PER,CHL,ECU>"),
    ("Kenya closed its border with Somalia on Monday.", "closed", "KEN>SOM"),
    ("The NATO member Denmark expelled the Syrian ambassador.", "expelled", "DNK>SYR"),
    ("Kenya sent a company of soldiers against Somalia.", "sent", "KEN>SOM"),
    ("Rwanda, which has attacked Burundi twice, denied it.", "attacked", "RWA>BDI"),
    ("Kenya wants to expel the Eritrean consul.", "expel", "KEN>ERI"),
    ("Kenya asked Uganda to expel the Eritrean consul.", "expel", "UGA>ERI"),
    ("Kenya promised Uganda to withdraw its troops from Somalia.", "withdraw", "KEN>SOM"),
    ("After attacking Georgia, Russia recognised Abkhazia.", "attacking", "RUS>GEO"),
    ("Thailand arrested twelve Burmese fishermen.", "arrested", "THA>MMR"),
    ("Eritrea freed the Djiboutian soldiers.", "freed", "ERI>DJI"),
    ("Eritrea released four journalists from Djibouti.", "released", "ERI>DJI"),
    ("Two Danish tourists were seized by Yemen.", "seized", "YEM>DNK"),
    ("The Taliban attacked Pakistani soldiers.", "attacked", "GRP:TALIBAN>PAK"),
    ("Syrian rebels attacked the Syrian army.", "attacked", "GRP:SYRIAN-REBELS>SYR"),
    ("Turkey imposed sanctions on Syria.", "sanctions", "TUR>SYR"),
    ("Turkey's sanctions against Syria hurt both.", "sanctions", "TUR>SYR"),
    ("The European Union condemned Belarus.", "condemned", "IGO:EU>BLR"),
    ("The U.N. Security Council imposed sanctions on Eritrea.", "sanctions", "IGO:UN>ERI"),
    ("Brazilian and Bolivian troops attacked Paraguayan posts.", "attacked", "BRA,BOL>PRY"),
    ("Nicaragua broke off relations with Taiwan.", "broke", "NIC>TWN"),
    ("Austria withdrew its soldiers from the Golan.", "withdrew", "AUT>"),
    ("Norway joined NATO.", "joined", "NOR>IGO:NATO"),
    ("The king of Jordan received the emir of Qatar in Amman.", "received", "QAT>JOR"),
    ("Ban Ki-moon urged Sudan and South Sudan to resume talks.", "urged", "IGO:UN>SDN,SSD"),
    ("Ban Ki-moon urged Sudan and South Sudan to resume talks.", "talks", "SDN,SSD>"),
    ("UK recalls ambassador from Moscow", "recalls", "GBR>RUS"),
    ("No talks with Taliban, says Kabul", "talks", "AFG,GRP:TALIBAN>"),
    ("A Turkish court sentenced a German journalist to two years in prison.", "sentenced", "TUR>DEU"),
    ("Peru's ambassador was summoned by the Chilean foreign ministry.", "summoned", "CHL>PER"),
    ("Denmark thanked Norway for its decision to send doctors to Mali.", "send", "NOR>MLI"),
    ("France accused Rwanda of attacking its soldiers.", "attacking", "RWA>FRA"),
    ("Burundi said its troops had attacked Rwanda.", "attacked", "BDI>RWA"),
    ("Iceland is ready to mediate between Serbia and Kosovo.", "mediate", "ISL>SRB,XKX"),
    ("Tuvalu thanked Fiji for its help.", "thanked", "TUV>FJI"),
    ("The Chadian envoy compared Morocco's occupation of Portugal with others.", "occupation", "MAR>PRT"),
    ("The Chadian envoy mentioned Swedish aid to Norway.", "aid", "SWE>NOR"),
    ("The Angola invasion ended badly for Zambia.", "invasion", ">AGO"),
    ("The Zambian invasion of Angola ended badly.", "invasion", "ZMB>AGO"),
    ("The plan of Tonga has the backing of Samoa.", "backing", "WSM>TON"),
    ("Togo's suspension from the African Union took effect.", "suspension", "IGO:AU>TGO"),
    ("Togo's suspension of aid to Benin took effect.", "suspension", "TGO>BEN"),
    ("The anti-Italian protests in Libya went on.", "protests", "LBY>ITA"),
    ("Albania, a NATO member, joined the European Union.", "joined", "ALB>IGO:EU"),
]
DOMESTIC = [
    "French police arrested two French students.",
    "Spain's parliament criticised the Spanish government.",
    "Ghanaian police attacked Ghanaian students.",
    "Ecuador's army bombed Ecuadorian villages.",
    "Turkey urged its citizens to leave Syria.",
    "The Peruvian president called for Peruvian judges to think of Chile.",
]
FORMER = [
    "The former Turkish president met a former Greek minister.",
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((text, "2012-10-05") for text in [*(row[0] for row in SIDES), *DOMESTIC, *FORMER])


def codes_of(sides: str) -> tuple[set[str], set[str]]:
    actors, recipients = sides.split(">")
    return set(filter(None, actors.split(","))), set(filter(None, recipients.split(",")))


@pytest.mark.parametrize(("text", "word", "expected"), SIDES)
def test_each_side_of_an_act_is_read_from_its_place_in_the_sentence(read_text, text: str, word: str, expected: str) -> None:
    events = [e for e in read_text(text)[2].events if e.trigger == word]
    assert [(set(e.actors), set(e.recipients)) for e in events] == [codes_of(expected)]


@pytest.mark.parametrize("text", DOMESTIC)
def test_an_act_inside_one_state_is_no_event(read_text, text: str) -> None:
    assert read_text(text)[2].events == ()


@pytest.mark.parametrize("text", FORMER)
def test_former_officials_and_private_people_are_not_the_state(read_text, text: str) -> None:
    assert read_text(text)[2].events == ()


def test_persons_named_as_taking_part_are_kept_in_their_fullest_form(read_text) -> None:
    events = read_text("Sergei Lavrov met Hina Rabbani Khar on Thursday. Khar also met Hu Jintao.")[2].events
    assert [event.people for event in events] == [
        ("Sergei Lavrov", "Hina Rabbani Khar"),
        ("Hina Rabbani Khar", "Hu Jintao"),
    ]


ACTS_ON = Frame("acts-on", ("subj", "poss"), ("obj",), (), "")
MUTUAL = Frame("mutual", (), (), ("subj", "with", "in"), "")
ARMY = "Peru attacked Chile in Bolivia."


def filled(read_text, world, frame: Frame, slots: dict[str, list[int]], *, lent: dict[str, list[int]] | None = None):
    who = Who.of(read_text(ARMY)[1], world.speakers)
    return fill_roles(frame, Slotted(slots, lent or {}), who, 1)


def test_the_first_slot_that_names_an_actor_gives_the_side(read_text, world) -> None:
    roles = filled(read_text, world, ACTS_ON, {"poss": [0], "obj": [2]})
    assert (roles.actors.codes, roles.recipients.codes, roles.gave) == (("PER",), ("CHL",), ("poss", "obj"))
    assert not roles.mutual and not roles.domestic


def test_slots_of_the_word_itself_come_before_lent_ones(read_text, world) -> None:
    roles = filled(read_text, world, ACTS_ON, {"subj": [0]}, lent={"subj": [2], "obj": [2]})
    assert (roles.actors.codes, roles.recipients.codes) == (("PER",), ("CHL",))


def test_nobody_is_on_both_sides_and_an_act_on_ones_own_state_is_domestic(read_text, world) -> None:
    roles = filled(read_text, world, ACTS_ON, {"subj": [0], "poss": [2], "obj": [0]})
    assert roles.recipients.codes == ()
    slots = {"subj": [0], "obj": [0]}
    frame = Frame("acts-on", ("subj",), ("obj",), (), "")
    assert filled(read_text, world, frame, slots).recipients.codes == ()


def test_a_mutual_act_has_no_recipients_and_the_scene_takes_no_part(read_text, world) -> None:
    roles = filled(read_text, world, MUTUAL, {"subj": [0], "with": [2], "in": [4]})
    assert (roles.actors.codes, roles.recipients.codes, roles.mutual) == (("PER", "CHL"), (), True)


LAID = [
    ("Air strikes attributed to Norway hit a base in Chad.", "strikes", ("NOR",)),
    ("The bombing in Nairobi was blamed on Chadian rebels.", "bombing", ("GRP:CHADIAN-REBELS",)),
    ("Kenyan officials blamed the raid on Chad.", "raid", ("TCD",)),
    ("Norway is committed to helping Malawi.", "committed", ("NOR",)),
    ("Norway is trying to improve its relations with Chad.", "improve", ("NOR",)),
]


@pytest.mark.parametrize(("text", "word", "actors"), LAID)
def test_who_an_act_is_laid_to_or_said_of(read_text, text, word, actors):
    (event,) = [event for event in read_text(text)[2].events if event.trigger == word]
    assert event.actors == actors
