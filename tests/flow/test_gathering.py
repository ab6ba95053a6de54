"""What a document names is gathered document by document, and words for sides are found with the code of the day."""

from dragoman.flow.gathering import Gathering, Rows
from dragoman.flow.side_words import SideWords
from dragoman.record.named import NamedEvent, NamedSpeaker, NamedText


def speaker(id, document, name, code=""):
    return NamedSpeaker(id, document, name, code, "author")


def test_rows_are_handed_out_by_document():
    rows = Rows([speaker("s-1", "a", "x"), speaker("s-2", "c", "y"), speaker("s-3", "c", "z")])
    assert [[row.id for row in rows.of(document)] for document in "abcd"] == [["s-1"], [], ["s-2", "s-3"], []]


def test_a_document_names_persons_and_sides(world):
    gathering = Gathering(world)
    text = NamedText("d-1", "one", "The envoy Taras Orlenko of Ukraine met NATO officials.", "2011-01-01")
    event = NamedEvent("e-1", "d-1", "Taras Orlenko of Ukraine met NATO officials", ("Taras Orlenko",), "author",
                       ("UKR", "IGO:NATO"))  # fmt: skip
    gathering.add_document(text, [event], [speaker("s-1", "d-1", "Taras Orlenko", "UKR"), speaker("s-2", "d-1", "officials")])
    (naming,) = gathering.namings
    assert (naming.name, naming.code, naming.before, naming.mentions) == ("Taras Orlenko", "UKR", "The envoy ", 2)
    assert {(side.code, side.name) for side in gathering.side_namings if side.name} == {("UKR", "Ukraine"), ("IGO:NATO", "NATO")}
    assert gathering.words == {("d-1", "Ukraine"): "UKR", ("d-1", "NATO"): "IGO:NATO", ("d-1", "officials"): ""}
    assert gathering.deeds_of({naming.key: "p-1"})["p-1"].events == ("e-1",)


def test_an_adjective_counts_only_for_a_side_of_the_record(world):
    words = SideWords(world)
    assert list(words.spelled("Russian envoys in Turkey", frozenset(["RUS"]), "")) == [("Russian", "RUS"), ("Turkey", "TUR")]
    assert list(words.spelled("Russian envoys in Turkey", frozenset(), "")) == [("Turkey", "TUR")]
