import re
from pathlib import Path

import pytest

import dragoman
from dragoman.flow import steps
from dragoman.model.errors import UsageError
from dragoman.present import python

ROOT = Path(__file__).parents[2]


def test_the_python_interface_reads_and_opens(news, coder, tmp_path, monkeypatch):
    monkeypatch.setattr(python, "load_tools", coder.tools)
    assert steps.load_tools is not python.load_tools
    assert dragoman.read([news], tmp_path / "d").documents == 4
    with dragoman.open_dossier(tmp_path / "d") as dossier:
        assert {event.type for event in dossier.events()} == {"CONSULT", "ASSAULT", "AID"}


def test_a_dossier_is_opened_with_the_decisions_in_its_folder(dossier, coder, tmp_path):
    import shutil

    from dragoman.flow import deciding
    from dragoman.record.decisions import list_files

    other = tmp_path / "other"
    shutil.copytree(dossier, other)
    with dragoman.open_dossier(other) as opened:
        event = next(opened.events())
    deciding.reject(deciding.Desk(other, "ben", coder.tools()), event.id, "w")
    (path,) = list_files(other)
    shutil.copy2(path, dossier / "decisions" / path.name)
    with dragoman.open_dossier(dossier) as opened:
        assert event.id not in {e.id for e in opened.events()}


def test_the_examples_of_the_documentation_run(dossier, coder, monkeypatch, capsys):
    monkeypatch.setattr(python, "load_tools", coder.tools)
    monkeypatch.chdir(dossier.parent)
    dossier.rename("pak-rus")
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(blocks) == 5
    names = {}
    for block in blocks:
        exec(compile(block, "docs/python.md", "exec"), names)  # noqa: S102
    told = capsys.readouterr().out
    assert "CONSULT" in told and "says" in told and "needs at least" in told
    assert [hit.kind for hit in names["old"]] == ["event"] and names["plans"]
    assert (ROOT / "docs" / "index.md").read_text(encoding="utf-8").count("(python.md)") == 1


def test_what_means_nothing_is_refused(dossier, coder, monkeypatch):
    monkeypatch.setattr(python, "load_tools", coder.tools)
    with pytest.raises(UsageError, match="Did you mean"):
        dragoman.filters(standing="plannd")
    with dragoman.open_dossier(dossier) as opened:
        with pytest.raises(UsageError, match="scale"):
            dragoman.suppose(opened.system(), {("PAK", "RUS"): 60.0})
        with pytest.raises(UsageError, match="not a date"):
            opened.relation("PAK", "RUS", since="soon")
