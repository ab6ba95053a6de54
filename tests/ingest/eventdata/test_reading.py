"""Rows of our own in the columns of each data set."""

import gzip
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.ingest.eventdata.outcomes import Drop, Settings
from dragoman.ingest.eventdata.reading import FORMATS, MAX_REJECTS, read_events
from dragoman.model.event_data import ImportedEvent
from dragoman.model.issues import Reject
from dragoman.vocab.plover_map import load_score_rows

ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\t"
    "Target Sectors\tTarget Country\tStory ID\n"
)
OLDER = "Event Date\tCAMEO Code\tEvent Text\tSource Country\tTarget Country\tEvent ID\n"
POLECAT = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tActor Name\tActor Country\tActor COW\t"
    "Primary Actor Sector\tRecipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\n"
)
CLINE = (
    "eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,target_root,target_agent,"
    "target_others,code,root_code,quad_class,goldstein\n"
)


def gdelt(width, **cells):
    row = [""] * width
    places = {"key": 0, "day": 1, "one": 7, "group": 8, "role": 12, "two": 17, "known": 18, "part": 22, "code": 26, "score": 30}
    for name, value in cells.items():
        row[places[name]] = value
    return "\t".join(row) + "\n"


def read(tmp_path, text, name="events.tab", **options):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return list(read_events(path, Settings(**options)))


def test_icews(tmp_path):
    text = ICEWS + (
        "71\t2013-05-02\tHead of State\tExecutive,Government\tRussian Federation\tMake a visit\t042\t1.9\tForces\t"
        "Military,Government\tDemocratic Republic of Congo\t5\n"
        "72\t2013-05-03\tUnited Nations\tInternational Government Organization\t\tDemand\t100\t-5\tWorkers\tUnions,Social\t"
        "Peru\t6\n"
    )
    assert read(tmp_path, text) == [
        ImportedEvent("ICEWS", "71", "2013-05-02", "RUS", "COD", "CONSULT", "visit", "042", "GOV", "MIL", 1.9),
        ImportedEvent("ICEWS", "72", "2013-05-03", "IGO:UN", "PER", "REQUEST", "", "100", "IGO", "CVL", -5.0),
    ]


def test_icews_in_another_order_with_quotes_and_without_what_is_not_needed(tmp_path):
    text = OLDER + '"2001-02-03"\t"190"\t"Use force"\t"Peru"\t"Ecuador"\t"9"\n'
    (event,) = read(tmp_path, text)
    assert (event.actor, event.recipient, event.type, event.key, event.score) == ("PER", "ECU", "ASSAULT", "9", None)


def test_polecat(tmp_path):
    text = POLECAT + (
        "P1\t2021-03-04\tCONSULT\tvisit\t4.0\t1\tMinister\tTUR\t640\tGOV\tNavy\tGRC\t350\tMIL\n"
        "P2\t2021-03-04\tACCUSE\tNULL\t-2\t3\tX\tNone\t652\tGOV\tEuropean Union\tNone\t\tIGO\n"
    )
    assert read(tmp_path, text) == [
        ImportedEvent("POLECAT", "P1", "2021-03-04", "TUR", "GRC", "CONSULT", "visit", "", "GOV", "MIL", 4.0),
        ImportedEvent("POLECAT", "P2", "2021-03-04", "SYR", "IGO:EU", "ACCUSE", "", "", "GOV", "IGO", -2.0),
    ]


@pytest.mark.parametrize("width", [57, 58, 61])
def test_gdelt(tmp_path, width):
    text = gdelt(width, key="5", day="19990412", one="ROM", role="GOV", two="FRY", part="MIL", code="163", score="-8.0")
    text += gdelt(width, key="6", day="19990412", one="HUN", group="", known="NAT", code="057", score="8.0")
    assert read(tmp_path, text) == [
        ImportedEvent("GDELT", "5", "1999-04-12", "ROU", "YUG", "SANCTION", "discontinue", "163", "GOV", "MIL", -8.0),
        ImportedEvent("GDELT", "6", "1999-04-12", "HUN", "IGO:NATO", "SUPPORT", "", "057", "", "IGO", 8.0),
    ]


def test_phoenix_with_a_header(tmp_path):
    text = CLINE + "77,2004-01-05,2004,1,5,CHNGOV,CHN,GOV,,IGOUNO,IGO,,,036,3,1,4.0\n"
    wanted = ImportedEvent("Phoenix", "77", "2004-01-05", "CHN", "IGO:UN", "AGREE", "", "036", "GOV", "IGO", 4.0)
    assert read(tmp_path, text, "phoenix.csv") == [wanted]


def test_phoenix_of_a_day(tmp_path):
    cells = ["d_1", "20150607", "2015", "06", "07", "IRNMIL", "IRN", "MIL", "", "IRQ", "IRQ", "", "", "190", "19", "4", "-10.0"]
    text = "\t".join([*cells, *[""] * 9]) + "\n"
    wanted = ImportedEvent("Phoenix", "d_1", "2015-06-07", "IRN", "IRQ", "ASSAULT", "", "190", "MIL", "", -10.0)
    assert read(tmp_path, text) == [wanted]


def test_a_plain_table_in_any_order(tmp_path):
    text = "score;recipient;actor;mode;type;date\n-3;Brazil;PRT;visit;consult;2011-01-02\n"
    (event,) = read(tmp_path, text, "mine.csv")
    assert event == ImportedEvent("mine", "", "2011-01-02", "PRT", "BRA", "CONSULT", "visit", "", "", "", -3.0)


def test_a_plain_table_with_codes_of_its_own_kind_and_quotes(tmp_path):
    text = 'date,actor,recipient,cameo\n20110102,"Korea, South",731,42\n2011-01-03,IGO:NATO,Serbia,"043"\n'
    first, second = read(tmp_path, text, "mine.csv")
    assert (first.actor, first.recipient, first.mode) == ("KOR", "PRK", "visit")
    assert (second.actor, second.recipient) == ("SRB", "IGO:NATO")


def test_the_printed_map_turns_no_sides_and_has_its_own_types(tmp_path):
    text = "date,actor,recipient,cameo\n2011-01-03,FRA,ITA,043\n2011-01-03,FRA,ITA,163\n2011-01-03,FRA,ITA,020\n"
    visit, ban, appeal = read(tmp_path, text, "mine.csv", map="plover2021")
    assert (visit.actor, ban.type, appeal) == ("FRA", "COERCE", Drop.NO_ACT)


def test_a_graph_in_words(tmp_path):
    text = (
        "Police (Chile)\tInvestigate\tCitizen (Peru)\t2010-03-04\n"
        "Angela Merkel\tMake a visit\tJapan\t2010-03-04\n"
        "Angela Merkel\tMake a visit\tJapan\t1990-03-04\n"
        "Chile\tMake statement\tPeru\t2010-03-04\t2010-03-09\n"
    )
    first, second, third, fourth = read(tmp_path, text)
    assert (first.actor, first.actor_sector, first.recipient_sector) == ("CHL", "COP", "CVL")
    assert (second.actor, second.actor_sector) == ("DEU", "GOV")
    assert (third, fourth) == (Drop.UNKNOWN_SIDE, Drop.NO_ACT)


@pytest.mark.parametrize(("times", "day"), [(("0", "48"), "2014-01-03"), (("0", "5"), "2014-01-06")])
def test_a_graph_in_numbers(tmp_path, times, day):
    (tmp_path / "entity2id.txt").write_text("Chile\t0\nPeru\t1\n", encoding="utf-8")
    (tmp_path / "relation2id.txt").write_text("Consult\t0\n", encoding="utf-8")
    text = "".join(f"0\t0\t1\t{time}\t-1\n" for time in times) + "7\t0\t1\t0\t-1\n"
    _, second, bad = read(tmp_path, text, first_day="2014-01-01")
    assert (second.day, second.type, bad.record) == (day, "CONSULT", "line 3")
    (fault,) = read(tmp_path, text)
    assert "--first-day" in fault.remedy


def test_what_is_left_out_is_told_apart(tmp_path):
    text = "date,actor,recipient,cameo\n2011-01-02,FRA,France,042\n2011-01-02,FRA,Atlantis,042\n2011-01-02,FRA,ITA,010\n"
    assert read(tmp_path, text, "mine.csv") == [Drop.ONE_SIDE, Drop.UNKNOWN_SIDE, Drop.NO_ACT]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("2011-02-30,FRA,ITA,042,", "no day"), ("02/03/2011,FRA,ITA,042,", "no day"), ("2011-02-03,FRA,ITA,10,", "010"),
        ("2011-02-03,FRA,ITA,999,", "no CAMEO code"), ("2011-02-03,FRA,ITA,042,50", "-10 to 10"),
        ("2011-02-03,FRA,ITA,042,nan ", "None"), ("2011-02-03,FRA", "2 cells where the header has 5"),
        ("2011-02-03,FRA,ITA,,", "neither type nor cameo"), ('2011-02-03,"FRA,ITA,042,', "never closed"),
    ],
)  # fmt: skip
def test_a_bad_row_is_told_with_its_line_and_the_others_are_read(tmp_path, row, words):
    good = "2011-02-04,FRA,ITA,042,\n"
    first, *rest = read(tmp_path, f"date,actor,recipient,cameo,score\n{good}{row}\n", "mine.csv")
    assert isinstance(first, ImportedEvent)
    if words == "None":
        assert rest[0].score is None
    else:
        (bad,) = rest
        assert bad.record == "line 3"
        assert words in bad.reason
        assert bad.remedy
        assert bad.file.endswith("mine.csv")


def test_a_missing_column_and_a_strange_file(tmp_path):
    (bad,) = read(tmp_path, "date,actor,recipient\n", "mine.csv", format="csv")
    assert "no column 'type'" in bad.reason
    (bad,) = read(tmp_path, "Once upon a time\n", "tale.txt")
    assert "no known kind" in bad.reason
    assert "--format" in bad.remedy


def test_rejects_without_end_are_told_in_a_sum(tmp_path):
    text = "date,actor,recipient,cameo\n" + "x,FRA,ITA,042\n" * (MAX_REJECTS + 5)
    found = read(tmp_path, text, "mine.csv")
    assert len(found) == MAX_REJECTS + 1
    assert "5 more rows" in found[-1].reason


def test_packed_files(tmp_path):
    text = b"date,actor,recipient,cameo\n2011-02-03,FRA,ITA,042\n"
    (plain,) = read(tmp_path, gzip.compress(text), "mine.csv.gz")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one/mine.csv", text)
        archive.writestr("__MACOSX/mine.csv", b"x")
        archive.writestr("bad.csv", b"nothing\n")
    bad, zipped = read(tmp_path, packed.getvalue(), "mine.zip")
    assert (zipped, zipped.source) == (plain, "mine")
    assert bad.file.endswith("mine.zip/bad.csv")
    (cut,) = read(tmp_path, gzip.compress(text)[:20], "cut.csv.gz")
    assert "damaged" in cut.reason


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300),
    st.sampled_from(["", *(item.name for item in FORMATS)]),
    st.sampled_from([b"", ICEWS.encode(), POLECAT.encode(), CLINE.encode(), b"date,actor,recipient,cameo\n", b"\x1f\x8b\x08", b"PK\x03\x04"]),
)
def test_no_bytes_make_a_reader_stumble(tmp_path, data, format, head):
    for found in read(tmp_path, head + data, format=format, first_day="2014-01-01"):
        assert isinstance(found, ImportedEvent | Drop | Reject)


cell = st.text(st.characters(blacklist_characters="\t\r\n", blacklist_categories=["Cs"]), max_size=12)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(*[st.one_of(cell, st.sampled_from(["2011-02-03", "042", "France", "USA", "20110203"]))] * 12), max_size=5))
def test_no_cells_make_a_row_stumble(tmp_path, rows):
    text = ICEWS + "".join("\t".join(row) + "\n" for row in rows)
    for found in read(tmp_path, text):
        assert isinstance(found, ImportedEvent | Drop | Reject)


SIDES = st.sampled_from(["FRA", "ITA", "IGO:NATO", "GRP:TALIBAN"])
SECTORS = st.sampled_from(["GOV", "MIL", "REB", "CVL"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dates().map(lambda day: day.isoformat()), SIDES, SIDES, st.sampled_from(sorted(load_score_rows())), SECTORS, SECTORS,
    st.one_of(st.none(), st.floats(-10, 10)),
)  # fmt: skip
def test_what_is_written_as_a_plain_table_is_read_back(tmp_path, day, actor, recipient, act, sector, other, score):
    event = ImportedEvent("mine", "k1", day, actor, recipient, *act, "", sector, other, score)
    cells = (event.key, day, actor, recipient, *act, sector, other, "" if score is None else repr(score))
    text = "id\tdate\tactor\trecipient\ttype\tmode\tactor_sector\trecipient_sector\tscore\n" + "\t".join(cells) + "\n"
    assert read(tmp_path, text, "mine.tsv") == [Drop.ONE_SIDE if actor == recipient else event]
