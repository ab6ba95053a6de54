import dragoman
from dragoman.flow import steps
from dragoman.present import python


def test_the_python_interface_reads_and_opens(news, coder, tmp_path, monkeypatch):
    monkeypatch.setattr(python, "load_tools", coder.tools)
    assert steps.load_tools is not python.load_tools
    assert dragoman.read([news], tmp_path / "d").documents == 4
    with dragoman.open_dossier(tmp_path / "d") as dossier:
        assert {event.type for event in dossier.events()} == {"CONSULT", "ASSAULT", "AID"}
