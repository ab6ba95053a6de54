"""Fixtures: the desk of the test dossier, of a hostile one and of an empty folder, as a browser on this machine calls it."""

import contextlib
import sqlite3
import sys
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from dragoman.flow.reading import read_into
from dragoman.present.web.application import make_app

PORT = 8417
HOME = f"http://127.0.0.1:{PORT}"
TOKEN = "the-token-of-the-test"
PAYLOAD = "<script>alert(1)</script>\" onmouseover=alert(1) {{ 7*7 }} \u202etxt.exe\u2066 =cmd()"
HOSTILE = (
    f"TITLE {PAYLOAD}\nDATE 2012-10-08\n\"We shall <b>win</b>\" said Ivan of Russia. A <b>spokesman</b> says Russia attacked Pakistan on 2012-10-06. "
    "The minister says Russia did not attack Pakistan on 2012-10-06. Russia will visit Pakistan on 2012-10-07.\n" + PAYLOAD
)


def first(client, path, field="id"):
    return client.get(f"{path}.json?all=1").json()[0][field]


FIRST = {
    "/thread/{id}": lambda client: f"/thread/{first(client, '/threads')}",
    "/document/{id}": lambda client: f"/document/{first(client, '/documents')}",
    "/document/{id}/why/{record}": lambda client: (
        f"/document/{first(client, '/statements', 'document')}/why/{first(client, '/statements')}"
    ),
    "/statement/{id}": lambda client: f"/statement/{first(client, '/statements')}",
    **{f"/pair/{{a}}/{{b}}{part}": (lambda client, part=part: f"/pair/PAK/RUS{part}") for part in ("", "/relation", "/voices", "/commitments", "/sources")},
    "/actor/{id}": lambda client: f"/actor/{client.get('/actors.json').json()[0]['id']}",
    "/source/{name:path}": lambda client: f"/source/{quote(client.get('/sources.json').json()[0]['outlet'] or '(unknown)')}",
    "/family/{id}": lambda client: f"/family/{client.get('/families.json').json()[0]['id']}",
    "/contradiction/{id}": lambda client: f"/contradiction/{client.get('/contradictions.json?all=1').json()[0]['id']}",
    "/outlook/{a}/{b}": lambda client: "/outlook/PAK/RUS",
}
"""How each page with a part of its path left open finds one that exists, in any dossier with a thread."""


@pytest.fixture
def make_client(monkeypatch):
    """Makes a client for the desk of a folder; faults of ours come back as pages, as in a browser."""
    from dragoman.flow import steps
    from dragoman.present.web import computing

    monkeypatch.setattr(computing, "PATIENCE", None)  # a test waits for the page itself
    monkeypatch.setattr(steps, "load_resolve_tools", sys.modules["dragoman_fakes"].fake_resolving.resolve_tools)
    return lambda folder: TestClient(
        make_app(folder, token=TOKEN, port=PORT), base_url=HOME, follow_redirects=False, raise_server_exceptions=False
    )


def join_as_copies(folder):
    """Makes one family of all documents, as if each carried the first one's text."""
    with contextlib.closing(sqlite3.connect(folder / "dossier.db")) as db, db:
        ids = [row[0] for row in db.execute("SELECT id FROM documents ORDER BY name, id")]
        run = db.execute("SELECT id FROM runs").fetchone()[0]
        db.execute("INSERT INTO families VALUES ('f-0123456789abcdef', ?, 'the earliest', ?, 'test', '1')", (ids[0], run))
        db.executemany("INSERT INTO family_documents VALUES (?, 'f-0123456789abcdef', ?)", [(id, at) for at, id in enumerate(ids)])


@pytest.fixture
def desk(make_client, dossier):
    join_as_copies(dossier)
    return make_client(dossier)


@pytest.fixture
def hostile(make_client, tmp_path, coder):
    """A desk whose documents try to break out: in title, body, names, author, outlet, place and address."""
    news, folder = tmp_path / "hostile", tmp_path / "hostile-dossier"
    news.mkdir()
    (news / "bad.txt").write_text(HOSTILE, encoding="utf-8")
    (news / "copy.txt").write_text(HOSTILE.replace("spokesman", "<i>speaker</i>"), encoding="utf-8")
    read_into(folder, [str(news)], coder.tools())
    db = sqlite3.connect(folder / "dossier.db")
    db.execute("UPDATE documents SET author = ?, outlet = ?, url = 'javascript:alert(1)'", (PAYLOAD, PAYLOAD))
    db.execute("UPDATE threads SET place = ?, people = json_array(?)", (PAYLOAD, PAYLOAD))
    db.execute("UPDATE events SET place = ?, voice = CASE voice WHEN 'author' THEN voice ELSE ? END", (PAYLOAD, PAYLOAD))
    db.commit()
    db.close()
    return make_client(folder)


@pytest.fixture
def addresses():
    """Gives an address that exists for each page, asking the client of a desk for ids."""
    from dragoman.present.web.application import PAGES

    return lambda client: [FIRST[path](client) if "{" in path else path for path, _ in PAGES]
