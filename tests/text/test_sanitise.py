import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.sanitise import decode_bytes, is_binary, sanitise, web_name

RUSSIAN = "Министр иностранных дел прибыл в Исламабад для переговоров с руководством страны. " * 3
CHINESE = "外交部长星期三抵达北京举行会谈。两国关系进入新的阶段。" * 4
JAPANESE = "日本の首相は韓国の大統領と会談し、共同声明を発表した。" * 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ufeffa", "a"),
        ("a\x00b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("\U0001f600", "\U0001f600"),
        ("", ""),
    ],
)
def test_text_is_mended_one_code_point_for_one(text, expected):
    assert sanitise(text).text == expected


def test_repairs_are_counted():
    repairs = sanitise("\x00\x00 \ud800 \udfff\udc00").repairs
    assert (repairs.nul, repairs.surrogates) == (2, 3)


@given(st.text(alphabet=st.characters()))
def test_sanitising_twice_changes_nothing_and_the_result_can_be_stored(text):
    once = sanitise(text.lstrip("\ufeff")).text
    assert sanitise(once).text == once
    once.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), min_size=1))
def test_utf8_is_read_as_python_reads_it(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("u") / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    assert decode_bytes(path.read_bytes()).text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", RUSSIAN),
        ("utf-8-sig", RUSSIAN),
        ("utf-16", RUSSIAN),
        ("utf-16-le", "Talks were held in the capital. " * 9),
        ("utf-16-be", "Talks were held in the capital. " * 9),
        ("utf-32", RUSSIAN),
        ("cp1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("gb18030", CHINESE),
        ("shift_jis", JAPANESE),
        ("cp1252", "The minister’s visit to the café cost £3, he said – and left the building at once. " * 3),
    ],
)
def test_the_encoding_is_found_without_being_told(encoding, text):
    assert decode_bytes(text.encode(encoding)).text == text


def test_the_declared_encoding_comes_before_a_guess():
    assert decode_bytes("Łódź".encode("cp1250"), declared="windows-1250").text == "Łódź"


def test_a_declared_encoding_that_does_not_exist_is_passed_over():
    assert decode_bytes("Grüße aus Köln, sagte der Minister".encode("cp1252"), declared="x-unknown").text.startswith(
        "Grüße"
    )


def test_utf8_with_a_few_broken_bytes_stays_utf8_and_they_are_counted():
    clean = decode_bytes(("Es sei müßig, über Übermut zu reden. " * 20).encode() + b"\xff\xfe!")
    assert clean.repairs.encoding == "utf-8"
    assert clean.repairs.undecodable == 2
    assert clean.text.endswith("\ufffd\ufffd!")


def test_a_replacement_character_of_the_input_is_no_repair():
    data = codecs.BOM_UTF8 + "so \ufffd it was".encode()
    assert decode_bytes(data).repairs.undecodable == 0


@pytest.mark.parametrize("data", [b"\xff" * 5000, bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(300)])
def test_binary_data_are_told_from_text(data):
    assert is_binary(decode_bytes(data).text)


def test_prose_is_not_binary():
    assert not is_binary(RUSSIAN)


@pytest.mark.parametrize(
    ("label", "name"), [("ISO-8859-1", "cp1252"), ("gb2312", "gb18030"), ("UTF8", "utf-8"), ("", ""), ("nonsense", "")]
)
def test_labels_mean_what_browsers_take_them_for(label, name):
    assert web_name(label) == name
