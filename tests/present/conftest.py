"""Fixtures: the fake coder, a folder of short texts of our own, and a dossier read from it."""

import importlib.util
import sqlite3
import sys
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("dragoman_fakes", Path(__file__).parent.parent / "flow" / "fakes.py")
fakes = sys.modules.get("dragoman_fakes") or importlib.util.module_from_spec(_SPEC)
if "dragoman_fakes" not in sys.modules:
    sys.modules["dragoman_fakes"] = fakes
    _SPEC.loader.exec_module(fakes)

TEXTS = {
    "visit.txt": (
        "TITLE Guests in Islamabad\nDATE 2012-10-05\nRussia visited Pakistan on 2012-10-04. Lavrov came. "
        "Relations between Russia and Pakistan are warm. Russia will visit Pakistan on 2012-11-20. "
        '"We shall build it as soon as we can and Russia helped Pakistan" said Ivan Petrov of Russia.'
    ),
    "claim.txt": (
        "DATE 2012-10-08\nA spokesman says Russia attacked Pakistan on 2012-10-06. "
        "The minister says Russia did not attack Pakistan on 2012-10-06. Russia visited Pakistan on 2012-10-04. Lavrov!"
    ),
    "old.txt": "Relations between India and Pakistan are cold. India attacked Pakistan on 1965-09-06.",
    "talk.txt": "DATE 2012-10-07\nChina helped Pakistan.\nCOMMENTS\nRussia attacked Pakistan on 2012-10-01.",
}


@pytest.fixture
def coder():
    return fakes.Fakes()


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture
def dossier(tmp_path, news, coder):
    from dragoman.flow.reading import read_into

    folder = tmp_path / "dossier"
    read_into(folder, [str(news)], coder.tools())
    return folder


@pytest.fixture
def call(capsys, monkeypatch, dossier, coder):
    """Runs a command on the test dossier; gives exit status, standard output, standard error."""
    from dragoman.flow import steps
    from dragoman.present.cli.main import run

    monkeypatch.setenv("DRAGOMAN_DOSSIER", str(dossier))
    monkeypatch.setattr(steps, "load_tools", coder.tools)

    def call(*args):
        status = run([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def doubtful(dossier):
    """The test dossier with three of its nine events below the default cut: Russia's two attacks, and its plan."""
    db = sqlite3.connect(dossier / "dossier.db")
    db.execute("UPDATE events SET confidence = 0.2 WHERE document = (SELECT id FROM documents WHERE name = 'claim')"
               " AND type = 'ASSAULT'")  # fmt: skip
    db.execute("UPDATE events SET confidence = 0.34 WHERE status = 'planned'")
    db.commit()
    db.close()
    return dossier
