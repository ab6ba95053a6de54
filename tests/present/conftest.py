"""Fixtures: a command run on the test dossier, and a dossier with doubtful rows."""

import sqlite3
import sys

import pytest


@pytest.fixture
def call(capsys, monkeypatch, dossier, coder):
    """Runs a command on the test dossier; gives exit status, standard output, standard error."""
    from dragoman.flow import steps
    from dragoman.present.cli.main import run

    monkeypatch.setenv("DRAGOMAN_DOSSIER", str(dossier))
    monkeypatch.setattr(steps, "load_tools", coder.tools)
    monkeypatch.setattr(steps, "load_resolve_tools", sys.modules["dragoman_fakes"].fake_resolving.resolve_tools)

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
