"""Who stands behind names, titles and words that point back: one sentence of our own for each kind of reference."""

import pytest

CODES = [
    ("The U.S.-Pakistan talks ended.", "U.S.-Pakistan", {"USA", "PAK"}),
    ("Brussels and Moscow signed a deal.", "Brussels", {"IGO:EU"}),
    ("The ex-Soviet republics met in Minsk.", "republics", set()),
    ("Ties between Chad and the former USSR were cool.", "USSR", {"SUN"}),
    ("The Syrian capital, Damascus, was quiet.", "Damascus", set()),
    ("Talks began in Rome and Paris.", "Paris", set()),
    ("A UN envoy to Lebanon resigned.", "envoy", {"IGO:UN"}),
    ("Kenya's ambassador to Uganda left.", "ambassador", {"KEN"}),
    ("The ambassador to Uganda left.", "ambassador", set()),
    ("Indian troops in Nepal rested.", "troops", {"IND"}),
    ("Nigeria raised prices. The government was blamed.", "government", {"NGA"}),
    ("Nigeria raised prices. Government troops were sent.", "troops", {"NGA"}),
    ("Nigeria raised prices. A government was blamed.", "government", set()),
    ("Libya burned. The rebels fled.", "rebels", {"GRP:LIBYAN-REBELS"}),
    ("Libya burned. The bodies were found.", "bodies", set()),
    ("NATO met. It is clear that the war goes on.", "It", set()),
    ('"We will help," the Peruvian president said.', "We", {"PER"}),
    ("Sheikh Omar Zaki, leader of Lebanon's Hezbollah, spoke.", "Zaki", {"GRP:HEZBOLLAH"}),
    ("Syrian opposition representative Omar Zaki spoke.", "Zaki", {"GRP:SYRIAN-OPPOSITION"}),
    ("The Libyan opposition, which formed the National Transitional Council, rested.", "opposition", {"GRP:NTC"}),
    ("The rebels in Syria fled. The Free Syrian Army fought on. The rebels won.", "rebels", {"GRP:SYRIAN-REBELS"}),
    ("The Free Syrian Army fought in Syria. The rebels won.", "rebels", {"GRP:FSA"}),
    ("The Taliban rested. Other insurgents in Iraq fought on.", "insurgents", {"GRP:IRAQI-INSURGENTS"}),
    ("Syrian rebel commander Omar Zaki spoke.", "Zaki", {"GRP:SYRIAN-REBELS"}),
    ("Syria burned. Omar Zaki, vice president of the rebel council, spoke.", "Zaki", {"GRP:SYRIAN-REBELS"}),
    ("Pakistan and its army fought the Pakistani Taliban. The Taliban fled.", "Taliban", {"GRP:PAKISTAN-TALIBAN"}),
    ("Al Qaeda in Iraq fell silent.", "Qaeda", {"GRP:AL-QAEDA-IN-IRAQ"}),
    ("Russian UN envoy Oleg Petrenkov spoke.", "Petrenkov", {"RUS"}),
    ("The U.N. special envoy to Chad, Omar Al-Zaki, came. Al-Zaki spoke.", "Zaki", {"IGO:UN"}),
    ("The joint UN and Arab League envoy Omar Zaki spoke.", "Zaki", {"IGO:UN"}),
    ("France rested. Its allies were glad.", "allies", set()),
    ("The Rome treaty was old.", "Rome", set()),
    ("Peru met Chile. It came after a storm.", "It", set()),
    ("Peru met Chile. It was agreed that trade would go on.", "It", set()),
    ("Peru pushed its navy to the west and south.", "west", set()),
    ("Peru angered the West.", "West", {"USA", "IGO:EU"}),
    ("French opposition leader Anne Dupuis spoke.", "Dupuis", set()),
    ("Russia rested. Its cabinet member, Oleg Petrenkov, the transport minister, spoke.", "Petrenkov", {"RUS"}),
    ("The international criminal court ruled.", "court", {"IGO:ICC"}),
    ("Boris Johnson visited Peru.", "Johnson", set()),
    ("Kenya and Uganda met. Rwanda watched Chad. Both countries agreed.", "countries", {"KEN", "UGA"}),
]


@pytest.mark.parametrize(("text", "word", "codes"), CODES)
def test_the_words_stand_for_the_side_that_a_reader_thinks_of(read_text, text: str, word: str, codes: set[str]) -> None:
    _, an, _ = read_text(text)
    found = [m for m in an.mentions if m.kind != "place" and word in an.word[m.first : m.last]]
    assert {code for m in found for code in m.codes} == codes


FORMER = [
    ("Former Afghan president Hamid Karzai met Sergei Lavrov.", "Hamid Karzai", True),
    ("The former Pakistani foreign minister, Khurshid Kasuri, left.", "Khurshid Kasuri", True),
    ("The deposed president of Chile, Anna Berg, fled.", "Anna Berg", True),
    ("Former minister Anna Berg is president of Chile. President Anna Berg spoke.", "Anna Berg", False),
]


@pytest.mark.parametrize(("text", "name", "former"), FORMER)
def test_former_office_holders_are_marked(read_text, text: str, name: str, former: bool) -> None:
    _, an, _ = read_text(text)
    assert {m.former for m in an.mentions if m.kind == "person" and m.name == name} == {former}


NAMES = [
    ("Pakistan's Chief of Army Staff, General Ashfaq Pervez Kayani visited Russia.", ["Ashfaq Pervez Kayani"]),
    ("On Tue Jul 26 and in March the talks went on.", []),
    ("Dmitry Medvedev-Russia's leader-spoke.", ["Dmitry Medvedev"]),
    ("Sergei Lavrov came. Sergei Viktorovich Lavrov spoke.", ["Sergei Viktorovich Lavrov"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_a_person_bears_the_fullest_name_and_nothing_else_is_one(read_text, text: str, names: list[str]) -> None:
    _, an, _ = read_text(text)
    assert list(dict.fromkeys(m.name for m in an.mentions if m.kind == "person")) == names


ROLES = [
    ("Israel's president, Shimon Peres, spoke.", "president", "Shimon Peres"),
    ("The Indian prime minister Manmohan Singh came. The Indian prime minister spoke.", "minister", "Manmohan Singh"),
    ("Indian official Ravi Menon came. An Indian official spoke.", "official", ""),
]


@pytest.mark.parametrize(("text", "word", "name"), ROLES)
def test_only_an_office_of_one_holder_is_a_person(read_text, text: str, word: str, name: str) -> None:
    _, an, _ = read_text(text)
    last = [m for m in an.mentions if m.kind == "role" and an.word[m.head] == word][-1:]
    assert [m.name for m in last if m.entity >= 0] == ([name] if name else [])
