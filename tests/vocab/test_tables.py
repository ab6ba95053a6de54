from pathlib import Path

import pytest

from dragoman.model.errors import VocabError
from dragoman.vocab.tables import read_table, read_table_file


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.tsv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_comments_blank_lines_and_windows_line_ends_are_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeff# why\r\ncode\tnames\r\n\r\nA\tx||y\r\n")
    rows = read_table_file(path, ("code", "names"))
    assert [(row.line, row["code"], row.list_of("names")) for row in rows] == [(4, "A", ("x", "y"))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("code\tnames\nA\n", "line 2: 1 cells where the header has 2"),
        ("code\nA\n", "lacks names"),
        ("code\tcode\tnames\n", "names a column twice"),
        ("# only a comment\n", "no header line"),
    ],
)
def test_a_bad_table_names_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(VocabError, match=message):
        read_table_file(write(tmp_path, text), ("code", "names"))


def test_bytes_that_are_not_utf8_are_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_bytes(b"code\nA\xff\n")
    with pytest.raises(VocabError, match="not UTF-8"):
        read_table_file(path, ("code",))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(VocabError, match="cannot be read"):
        read_table_file(tmp_path / "none.tsv", ("code",))
    with pytest.raises(VocabError, match="not in the installed package"):
        read_table("none.tsv", ("code",))


def test_an_empty_required_cell_names_column_and_line(tmp_path: Path) -> None:
    row = read_table_file(write(tmp_path, "code\tsource\nA\t\n"), ("code", "source"))[0]
    with pytest.raises(VocabError, match='line 2: column "source" is empty'):
        row.required("source")
