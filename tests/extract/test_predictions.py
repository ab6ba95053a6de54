"""Predictions: which statements foretell, how sure they are, and for when."""

import pytest

PUBLISHED = "2012-10-05"

FORETOLD = [
    ('"Relations will improve," said Norwegian analyst Anna Berg.', "will"),
    ("An analyst said the talks would fail.", "will"),
    ("Analysts say Washington is unlikely to lift the sanctions.", "unlikely"),
    ("A Russian diplomat said there could be war within a year.", "may"),
    ("Experts believe the rebels may seize the port.", "may"),
    ("The UN envoy warned that the fighting might spread to Lebanon.", "may"),
    ("Economists say prices are likely to rise.", "likely"),
    ('"The ceasefire is going to collapse," said the Swedish envoy.', "will"),
    ("Diplomats said the treaty would not survive the winter.", "will not"),
    ('"This regime will never change," said the American senator.', "will not"),
    ("Observers said it was only a matter of time before the alliance broke up.", "will"),
    ("The French minister predicted that Syria would sink into chaos.", "will"),
    ("Analysts doubt that the army will intervene.", "unlikely"),
    ('"I do not think the deal will last," said the British envoy.', "will not"),
    ('"I am sure that the people will rise," said the opposition leader.', "will"),
    ("The Iranian minister said the West would lose the war.", "will"),
    ('"We will lose this war," said the Afghan general.', "will"),
    ('"If the bridge falls, the city will starve," said the governor.', "will"),
    ("Diplomats said China would probably block the resolution.", "likely"),
    ("The Indian minister said war was inevitable.", "will"),
    ("Analysts said a war was unlikely.", "unlikely"),
    ("The envoy said it was likely that the crisis would deepen.", "likely"),
    ('"There is a danger of a new famine," said the UN official.', "may"),
    ('"There will be chaos," said the Egyptian deputy.', "will"),
    ("The Israeli minister said Iran was set to become a nuclear power.", "will"),
    ("The French minister predicted that India would sign the treaty.", "will"),
    ("The company denied that the dispute would harm its partners.", "will not"),
    ('"There is no doubt that the regime will fall," said the analyst.', "will"),
    ('"An invasion would be the end of the alliance," said the Ukrainian minister.', "will"),
    ('"There are going to be riots," said the envoy.', "will"),
    ("The bank warned that the drought could have grave consequences.", "may"),
    ('"The danger is that the truce will not hold," said the UN envoy.', "may"),
    ("The envoy said the truce would hold.", "will"),
    ("Analysts expect that the embargo will hurt exports.", "likely"),
    ('"Strikes would unite the nation behind its rulers," said the historian Carl Lund.', "will"),
    ("The Polish minister said the pipeline would divide Europe.", "will"),
    ('"No one will remember this summit," said the Italian editor.', "will not"),
    ('"The row threatens to spoil the friendship," said the Danish envoy.', "may"),
    ("The Kremlin warned that the missile shield would destroy trust.", "will"),
]

NOT_FORETOLD = [
    '"We will visit Moscow on Friday," said the Pakistani minister.',
    "Russia said it would veto the resolution.",
    "The minister said he would resign.",
    "Iran promised that it would open the plant.",
    '"We hope that relations will improve," said the Chinese envoy.',
    "The envoy hoped that the talks would succeed.",
    "The spokesman said the talks would be held in Geneva on Monday.",
    '"Israel must withdraw," said the Egyptian minister.',
    "The minister said the road was open.",
    '"It may be true," said the diplomat.',
    '"I would like to thank our hosts," said the Japanese minister.',
    "The minister said it would be wrong to abandon the treaty.",
    '"Will they attack?" asked the senator.',
    "The envoy said he did not know whether the army would intervene.",
    '"They could not enter the city," said the officer.',
    "The president vowed that the nation would defend every inch of its soil.",
    '"Our troops will stay," said the American general.',
    "The ministry said the minister would travel to Oslo next week.",
    "Police said the men might have been killed on Sunday.",
    '"The deal that would end the war is on the table," said the envoy.',
    "The general said the rebels had left the town.",
    "The Turkish minister said that the base would be closed.",
    '"You will have to pay the debt," said the German minister.',
    "A spokesman said his priority would be peace with India.",
    '"It was likely a mistake," said the officer.',
    "Analysts say the missile can reach Tokyo.",
    "A spokeswoman said Carl Lund would meet his critics.",
    "Analysts said the president would like to retire.",
    "The officers said they would go on strike.",
    '"The issue is in what way the base is going to be defended," said the Polish minister.',
]


def statements(read_text, text):
    return read_text(text, PUBLISHED)[2].statements


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table([(text, PUBLISHED) for text in (*(text for text, _ in FORETOLD), *NOT_FORETOLD)])


@pytest.mark.parametrize(("text", "certainty"), FORETOLD)
def test_a_forecast_is_marked_with_its_certainty(read_text, text: str, certainty: str) -> None:
    found = statements(read_text, text)
    assert [(said.foretells, said.certainty) for said in found] == [(True, certainty)]


@pytest.mark.parametrize("text", NOT_FORETOLD)
def test_plans_promises_wishes_duties_and_guesses_foretell_nothing(read_text, text: str) -> None:
    assert [(said.certainty, said.horizon) for said in statements(read_text, text) if said.foretells] == []


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("Analysts said the regime would fall by 2014.", "../2014"),
        ("The envoy said a war could break out within a year.", "2012-10-05/2013-10-05"),
        ("Economists said prices would rise next year.", "2013"),
        ('"Tomorrow the market will collapse," said the banker.', "2012-10-06"),
        ("Analysts said on Thursday that the regime would fall.", ""),
        ("Analysts said the regime, which took power in 1999, would fall.", ""),
        ("Experts said the sea would rise in ten years.", "2022"),
    ],
)
def test_the_horizon_is_the_time_ahead_that_belongs_to_the_forecast(read_text, text: str, horizon: str) -> None:
    assert [(said.foretells, said.horizon) for said in statements(read_text, text)] == [(True, horizon)]


def test_the_author_of_an_analysis_makes_no_statement(read_text) -> None:
    assert statements(read_text, "The talks will fail. Relations are likely to worsen.") == ()


def test_the_reason_names_the_entry(read_text) -> None:
    (said,) = statements(read_text, "An analyst said the talks would fail.")
    assert [(reason.value, reason.why.split(" (")[0]) for reason in said.reasons if reason.field == "certainty"] == [
        ("will", "would")
    ]
