import io
import os

import pytest

from dragoman.ingest import sources
from dragoman.ingest.page import Source
from dragoman.ingest.sources import find_sources
from dragoman.model.issues import Reject


def found(*paths, stdin=None):
    return list(find_sources([str(path) for path in paths], stdin))


def names(results):
    return [result.file.rpartition("/")[2] for result in results if isinstance(result, Source)]


def test_folders_are_read_recursively_in_sorted_order(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.txt", "b/a.md", "a.html"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert names(found(tmp_path)) == ["a.html", "a.md", "z.txt", "c.txt"]


def test_hidden_files_and_folders_are_skipped(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / ".b.txt").write_text("x", encoding="utf-8")
    (tmp_path / "c.txt").write_text("x", encoding="utf-8")
    assert names(found(tmp_path)) == ["c.txt"]


def test_a_loop_of_symlinks_ends(tmp_path):
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    try:
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "self").symlink_to(tmp_path / "self")
    except OSError:
        pytest.skip("no symlinks on this system")
    results = found(tmp_path)
    assert names(results) == ["a.txt"]


def test_a_file_that_two_paths_reach_is_read_once(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    assert len(found(file, tmp_path, tmp_path / "." / "a.txt")) <= 2
    assert names(found(file, file)) == ["a.txt"]


def test_standard_input_is_read():
    (result,) = found("-", stdin=io.BytesIO(b"some words"))
    assert isinstance(result, Source)
    assert (result.file, result.data) == ("-", b"some words")
    assert len(result.sha256) == 64


@pytest.mark.parametrize("stdin", [None, io.BytesIO(b"")])
def test_missing_or_empty_standard_input_is_a_reject(stdin):
    (result,) = found("-", stdin=stdin)
    assert isinstance(result, Reject)
    assert result.remedy


def test_what_does_not_exist_is_a_reject(tmp_path):
    (result,) = found(tmp_path / "nowhere.txt")
    assert isinstance(result, Reject)
    assert "no such file" in result.reason


def test_an_empty_file_is_a_reject(tmp_path):
    (tmp_path / "a.txt").touch()
    (result,) = found(tmp_path / "a.txt")
    assert isinstance(result, Reject)
    assert "empty" in result.reason


@pytest.mark.parametrize("content", [{}, {"a.png": b"\x89PNG\r\n\x1a\n\0\0\0\0"}, {"a.json": b'["x"]'}])
def test_a_folder_without_readable_files_says_so(tmp_path, content):
    for name, data in content.items():
        (tmp_path / name).write_bytes(data)
    results = found(tmp_path)
    assert all(isinstance(result, Reject) for result in results)
    assert "no file that can be read" in results[-1].reason
    assert ".txt" in results[-1].remedy


def test_an_unknown_suffix_is_read_if_its_first_bytes_are_known(tmp_path):
    (tmp_path / "page.php").write_text("<!DOCTYPE html><html><body>x</body></html>", encoding="utf-8")
    (tmp_path / "README").write_text("A plain text.", encoding="utf-8")
    (tmp_path / "odd.xyz").write_text("A plain text.", encoding="utf-8")
    results = found(tmp_path)
    assert names(results) == ["README", "page.php"]
    assert [item.reason for item in results if isinstance(item, Reject)] == ["no reader for .xyz"]


def test_a_file_above_the_limit_is_a_reject(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MAX_BYTES", 10)
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    (result,) = found(tmp_path / "a.txt")
    assert isinstance(result, Reject)
    assert "too large" in result.reason
    (piped,) = found("-", stdin=io.BytesIO(b"x" * 11))
    assert isinstance(piped, Reject)


def test_a_file_that_changes_while_it_is_read_is_a_reject(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    file.write_bytes(b"first")
    read = type(file).read_bytes

    def read_and_change(path):
        data = read(path)
        path.write_bytes(b"second, longer")
        return data

    monkeypatch.setattr(type(file), "read_bytes", read_and_change)
    (result,) = found(file)
    assert isinstance(result, Reject)
    assert "changed while" in result.reason


def test_a_file_that_may_not_be_read_is_a_reject(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    file.write_bytes(b"secret")

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(file), "read_bytes", refuse)
    (result,) = found(file)
    assert isinstance(result, Reject)
    assert "permission denied" in result.reason


@pytest.mark.skipif(os.name == "nt", reason="no named pipes in folders there")
def test_a_pipe_is_a_reject_and_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", tmp_path):
        result = found(path)[0]
        assert isinstance(result, Reject)
        assert "ordinary file" in result.reason


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_shown_with_replacements(tmp_path):
    try:
        with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as file:  # noqa: PTH123
            file.write(b"x")
    except OSError:
        pytest.skip("the file system takes no such name")
    (result,) = found(tmp_path)
    assert result.file.endswith("caf\ufffd.txt")
