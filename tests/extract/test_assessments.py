"""Assessments: which pairs a phrase judges, its level and trend, and what is no assessment."""

from collections.abc import Callable

import pytest

from dragoman.model.records import Assessment

ReadTable = Callable[..., list[tuple[object, object, object]]]
Case = tuple[str, list[tuple[str, str, str, str]]]


def told(assessments: tuple[Assessment, ...]) -> list[tuple[str, str, str, str]]:
    return [("-".join(sorted(a.parties)[:1]), "-".join(sorted(a.parties)[1:]), a.level, a.trend) for a in assessments]


CASES: list[Case] = [
    # level and trend of a relation noun
    ("Relations between Norway and Sweden are cordial.", [("NOR", "SWE", "good", "")]),
    ("Ties between Norway and Sweden have improved.", [("NOR", "SWE", "", "improving")]),
    ("Relations between Norway and Sweden soured.", [("NOR", "SWE", "", "worsening")]),
    ("Closer ties between Norway and Sweden followed.", [("NOR", "SWE", "", "improving")]),
    ("Norway and Sweden have an uneasy partnership.", [("NOR", "SWE", "bad", "")]),
    ("The rift between Norway and Sweden has widened.", [("NOR", "SWE", "bad", "worsening")]),
    ("The talks eased tensions between Norway and Sweden.", [("NOR", "SWE", "bad", "improving")]),
    ("Relations between Norway and Sweden remain strained.", [("NOR", "SWE", "bad", "steady")]),
    ("Relations between Norway and Sweden have not improved.", [("NOR", "SWE", "", "steady")]),
    ("Relations between Norway and Sweden are not friendly.", [("NOR", "SWE", "bad", "")]),
    ("Relations between Norway and Sweden are increasingly tense.", [("NOR", "SWE", "bad", "worsening")]),
    ("Relations between Norway and Sweden have hit a new low.", [("NOR", "SWE", "bad", "worsening")]),
    ("The thaw in relations between Norway and Sweden pleased them.", [("NOR", "SWE", "", "improving")]),
    ("The case was a setback for efforts to improve ties between Norway and Sweden.", [("NOR", "SWE", "", "worsening")]),
    ("The border has been a major hurdle in efforts to mend ties between Norway and Sweden.", [("NOR", "SWE", "bad", "")]),
    # where the sides stand
    ("Norway's ties with Sweden have warmed.", [("NOR", "SWE", "", "improving")]),
    ("Swedish-Norwegian relations have deteriorated.", [("NOR", "SWE", "", "worsening")]),
    ("Norway enjoys warm relations with Sweden.", [("NOR", "SWE", "good", "")]),
    ("Norway and Sweden are at odds.", [("NOR", "SWE", "bad", "")]),
    ("Norway and Sweden met. Bilateral ties have deepened.", [("NOR", "SWE", "", "improving")]),
    ("Ties between Norway and Sweden are cool. They became more strained.",
     [("NOR", "SWE", "bad", ""), ("NOR", "SWE", "bad", "worsening")]),
    # wishes
    ("Norway is interested in improving its relations with Sweden.", [("NOR", "SWE", "", "improving")]),
    ("Norway wants a partnership with Sweden.", [("NOR", "SWE", "", "improving")]),
    # words that judge two sides by themselves
    ("Norway's arch-rival, Sweden, won.", [("NOR", "SWE", "bad", "")]),
    ("Norway is a close ally of Sweden.", [("NOR", "SWE", "good", "")]),
    ("Norway is suspicious of Sweden.", [("NOR", "SWE", "bad", "")]),
    ("Norway has moved closer to Sweden.", [("NOR", "SWE", "", "improving")]),
    ("Norway was furious after Sweden closed the road.", [("NOR", "SWE", "bad", "")]),
    # what one side is to another: owners, callers, several of them
    ("Norway fears that its Swedish ally would leave.", [("NOR", "SWE", "good", "")]),
    ("Sweden considers Norway an enemy.", [("NOR", "SWE", "bad", "")]),
    ("Sweden called Norway a trusted friend.", [("NOR", "SWE", "good", "")]),
    ("Sweden's king described Norway as a friend.", [("NOR", "SWE", "good", "")]),
    ("Norway is an ally of Sweden and Denmark.", [("NOR", "SWE", "good", ""), ("DNK", "NOR", "good", "")]),
    ("The president of Sweden met the king of Norway. They are old friends.", [("NOR", "SWE", "good", "")]),
    ("Norway is no longer an ally of Sweden.", [("NOR", "SWE", "bad", "worsening")]),
    # feelings, and the acts that stir them
    ("Sweden's decision angered Norway.", [("NOR", "SWE", "bad", "")]),
    ("Norway distrusts Sweden.", [("NOR", "SWE", "bad", "")]),
    ("Norway hates Sweden.", [("NOR", "SWE", "bad", "")]),
    ("Norway spoke of its hatred for Sweden.", [("NOR", "SWE", "bad", "")]),
    ("Norway delivered a snub to Sweden.", [("NOR", "SWE", "bad", "")]),
    ("Norway takes a hard line towards Sweden.", [("NOR", "SWE", "bad", "")]),
    ("Norway is strongly supported by Sweden.", [("NOR", "SWE", "good", "")]),
    ("The envoy of Sweden left Norway. The two leaders loathe each other.", [("NOR", "SWE", "bad", "")]),
    # sides shared, hinted at, just spoken of
    ("Norway is on good terms with Sweden.", [("NOR", "SWE", "good", "")]),
    ("Norway and Sweden are locked in a bitter dispute over fish.", [("NOR", "SWE", "bad", "")]),
    ("Norway has good relations with both Sweden and Denmark.", [("NOR", "SWE", "good", ""), ("DNK", "NOR", "good", "")]),
    ("There is no love lost between Norway and Sweden.", [("NOR", "SWE", "bad", "")]),
    ("Sweden met Norway in May. It has sought to improve its relations with the country.",
     [("NOR", "SWE", "", "improving")]),
    ("Norway and Sweden quarrelled over fish. Tensions are rising.",
     [("NOR", "SWE", "bad", ""), ("NOR", "SWE", "bad", "worsening")]),
    ("The bond between the Norwegian and Swedish people is strong.", [("NOR", "SWE", "good", "")]),
    # what is sparked, soothed, denied or over
    ("The treaty sparked tensions between Norway and Sweden.", [("NOR", "SWE", "bad", "worsening")]),
    ("A rift has opened between Norway and Sweden.", [("NOR", "SWE", "bad", "worsening")]),
    ("Norway denied a rift with Sweden.", [("NOR", "SWE", "good", "")]),
    ("The thaw between Norway and Sweden is over.", [("NOR", "SWE", "", "worsening")]),
    ("Norway's patience with Sweden is wearing thin.", [("NOR", "SWE", "", "worsening")]),
    ("The honeymoon between Norway and Sweden is over.", [("NOR", "SWE", "", "worsening")]),
    ("Norway has lost faith in Sweden.", [("NOR", "SWE", "", "worsening")]),
    ("The thaw between Norway and Sweden has stalled.", [("NOR", "SWE", "", "steady")]),
    ("Norway no longer considers Sweden an enemy.", [("NOR", "SWE", "", "improving")]),
    ("Norway's relations with Sweden have never been better.", [("NOR", "SWE", "good", "")]),
    ("The visit did little to mend ties between Norway and Sweden.", [("NOR", "SWE", "", "steady")]),
    # how a relation stands, in a phrase
    ("Relations between Norway and Sweden are under strain.", [("NOR", "SWE", "bad", "")]),
    ("Relations between Norway and Sweden are under severe strain.", [("NOR", "SWE", "bad", "")]),
    ("Ties between Norway and Sweden are on the mend.", [("NOR", "SWE", "", "improving")]),
    ("Norway wants to hit the reset button in relations with Sweden.", [("NOR", "SWE", "", "improving")]),
    ("Norway-Sweden ties sour over fish", [("NOR", "SWE", "", "worsening")]),
    ("Norway, Sweden at odds over fish", [("NOR", "SWE", "bad", "")]),
    # several sides in one place: partners of one side make no pair
    ("Norway has good ties with Sweden and Denmark.", [("NOR", "SWE", "good", ""), ("DNK", "NOR", "good", "")]),
    ("Norway plans to visit key allies Sweden and Denmark.", [("NOR", "SWE", "good", ""), ("DNK", "NOR", "good", "")]),
    ("Norway will host arch-rivals Kenya and Uganda.", [("KEN", "UGA", "bad", "")]),
    ("Tensions have risen between Norway's king and Swedish and Danish troops.",
     [("NOR", "SWE", "bad", "worsening"), ("DNK", "NOR", "bad", "worsening")]),
    ("Norway is considered hostile by Sweden and Denmark.", [("NOR", "SWE", "bad", ""), ("DNK", "NOR", "bad", "")]),
    ("Norway courted its neighbours and their Swedish ally.", []),
    # words that the parse takes for others
    ("Norway criticised Sweden, one of its closest allies.", [("NOR", "SWE", "good", "")]),
    ("Norway and Sweden are sworn enemies.", [("NOR", "SWE", "bad", "")]),
    ("Norway's president, a long-time Stockholm foe, stayed away.", [("NOR", "SWE", "bad", "")]),
    ("Though they are close allies, Norway and Sweden differ on fish.", [("NOR", "SWE", "good", "")]),
    ("Norway calls Sweden a close friend and its ties with Denmark will not suffer.", [("NOR", "SWE", "good", "")]),
    # who is called an ally or an enemy
    ("Norway's closest ally in the region is Sweden.", [("NOR", "SWE", "good", "")]),
    ("One of Norway's oldest foes is Denmark.", [("DNK", "NOR", "bad", "")]),
    ("Norway's allies, including Denmark, refused.", [("DNK", "NOR", "good", "")]),
    ("Norway relied on allies such as Denmark.", [("DNK", "NOR", "good", "")]),
    ("Norway sought help from its friends in Stockholm.", [("NOR", "SWE", "good", "")]),
    ("Norway lacks a partner in Stockholm.", [("NOR", "SWE", "bad", "")]),
    ("The Norwegian king is no friend of Sweden.", [("NOR", "SWE", "bad", "")]),
    ("Norway, seen by many Swedes as an enemy, stayed away.", [("NOR", "SWE", "bad", "")]),
    ("Norway considers Sweden its main enemy.", [("NOR", "SWE", "bad", "")]),
    ("Norway met Sweden on Monday. Norway will not give up its oldest friend.", [("NOR", "SWE", "good", "")]),
    ("The king of Norway, widely seen as Stockholm's man, won.", [("NOR", "SWE", "good", "")]),
    # stances, feelings and influence of one side about the other
    ("Norway's anti-Swedish stance is known.", [("NOR", "SWE", "bad", "")]),
    ("Norway has taken a tough line on Sweden.", [("NOR", "SWE", "bad", "")]),
    ("Norway was furious at the raids by Swedish ships.", [("NOR", "SWE", "bad", "")]),
    ("The Norwegian decision caused anger in Stockholm.", [("NOR", "SWE", "bad", "worsening")]),
    ("Norway wants to counter Swedish influence in the Baltic.", [("NOR", "SWE", "bad", "")]),
    ("Norway has strong historical links to Sweden.", [("NOR", "SWE", "good", "")]),
    ("Norway hopes for a new beginning with Sweden.", [("NOR", "SWE", "", "improving")]),
    ("The two sides, Norway and Sweden, remain far apart.", [("NOR", "SWE", "bad", "steady")]),
    ("Norway and Sweden are drifting towards war.", [("NOR", "SWE", "", "worsening")]),
    # what a relation does to something else is not said of it
    ("Norway's friendship with Sweden hurts Denmark.", [("NOR", "SWE", "good", "")]),
    # no assessment
    ("The king's brother was a childhood friend of the Norwegian president, Swedish officials said.", []),
    ("The fleet could not tell whether the Swedes were friends or foes, Norway said.", []),
    ("The Norwegian navy moves closer to Sweden.", []),
    ("Norway's army raised tensions with the government.", []),
    ("Norway and Sweden tried to avert a crisis in Somalia.", []),
    ("I am furious with Norway and Sweden.", []),
    ("Norway sent a letter in support of the Swedish king.", []),
    ("Norway's faster growing neighbour, Sweden, won.", []),
    ("Norway backs a Sweden-style solution and voiced support for it.", []),
    ("There is a big difference between officials in Norway and Sweden.", []),
    ("Norway met Sweden in May. Its king wants to strengthen regional ties.", []),
    ("Denmark left, much to the frustration of Norway and Sweden.", []),
    ("A clerk from Norway treats Swedes, and everybody else, with suspicion.", []),
    ("Norway and its supporters met in Sweden.", []),
    ("Norway's coalition partner, the Swedish party, left.", []),
    ("A bishop warned against a rapprochement between Norway and Sweden.", []),
    ("The Norwegian king embraced Swedish president Nils Ek.", []),
    ("Norway wants to get news on fish from Sweden.", []),
    ("Norway rebuffed Swedish attempts to raise the price.", []),
    ("Sweden praised the Muslim Brotherhood.", []),
    ("Norway voiced suspicions that Sweden had built a dam.", []),
    ("Norway is opposed to Sweden's plan.", []),
    ("Norwegian ships caused relations with Sweden to be discussed.", []),
    ("Trade between Norway and Sweden rose.", []),
    ("Norway's public relations with the press improved.", []),
    ("Norway has relations with Sweden.", []),
    ("The envoy of Norway visited Sweden and signed an agreement.", []),
    ("The Nato alliance condemned Norway.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_assessments_have_parties_level_and_trend(
    read_table: ReadTable, text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    ((_, _, records),) = read_table([(text, "2012-10-05")])
    assert told(records.assessments) == expected  # type: ignore[attr-defined]


def test_quotes_stand_in_the_text_and_reasons_name_rows(read_table: ReadTable) -> None:
    text = "Norway said ties with Sweden had soured. Still, Norway and Sweden share views on trade."
    ((doc, _, records),) = read_table([(text, "2012-10-05")])
    found = records.assessments  # type: ignore[attr-defined]
    assert found
    for each in found:
        assert doc.text[each.span[0] : each.span[1]] == each.quote  # type: ignore[attr-defined]
        why = next(reason.why for reason in each.reasons if reason.field == "level and trend")
        assert ".tsv:" in why
        assert 0 < each.confidence < 1


def test_a_phrase_told_twice_is_one_assessment(read_table: ReadTable) -> None:
    text = "Ties between Norway and Sweden have warmed. Ties between Norway and Sweden have warmed."
    ((_, _, records),) = read_table([(text, "2012-10-05")])
    assert len(records.assessments) == 1  # type: ignore[attr-defined]


def test_a_judgement_has_the_voice_of_its_speaker(read_table: ReadTable) -> None:
    ((_, _, records),) = read_table([("Anna Berg said relations between Norway and Sweden were poor.", "2012-10-05")])
    assert [each.voice for each in records.assessments] == ["Anna Berg"]  # type: ignore[attr-defined]


def test_a_noun_beside_a_noun_that_names_nobody_leads_nowhere(read_table: ReadTable) -> None:
    text = "Norway warned that relations with its neighbour, a small republic, were bad."
    ((_, _, records),) = read_table([(text, "2012-10-05")])
    assert records.issues == ()  # type: ignore[attr-defined]


def test_a_friend_of_an_earlier_time_is_dated_before(read_table: ReadTable) -> None:
    ((_, _, records),) = read_table([("Sweden is Norway's original ally in the fish war.", "2012-10-05")])
    assert [(each.level, each.date) for each in records.assessments] == [("good", "../2012")]  # type: ignore[attr-defined]


def test_nouns_set_beside_each_other_without_end_are_read(read_table: ReadTable) -> None:
    text = "The Norwegian agent, a friend, a Swedish rival, an ally of some sort, met the foes, old friends, in Denmark."
    ((_, _, records),) = read_table([(text, "2012-10-05")])
    assert records.issues == ()  # type: ignore[attr-defined]
