import dragoman
from dragoman.flow import steps
from dragoman.present import python


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
