"""Dossiers for the browser, and `dragoman serve` over them as a person would start it."""

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from dragoman.record.dossier import Dossier

ROOT = Path(__file__).parents[1]
EXAMPLES = Path("examples") / "news"
"""Below the root: a page shows a path as it was given, and a picture must not show where it was drawn."""
PAYLOAD = (
    "<script>window.pwned=1</script><img src=x onerror=window.pwned=1 class=pwned>"
    "\" onfocus=window.pwned=1 autofocus x=\" ' {{ 7*7 }} {% raw %} \u202etxt.exe\u2066 =cmd()"
)
_SENTENCES = (
    "China attacked the United States on 6 October 2012, Minister Wang {p} said. China did not attack the United "
    "States on 6 October 2012, an official of {p} said. President Xi will visit the United States on 9 October 2012. "
    "The United States signed a pact with China on 3 October 2012. Relations between China and the United States "
    "have worsened, {p} wrote. \"We will not yield,\" Chinese Foreign Minister Wang Yi said on Friday."
)


@dataclass(frozen=True, slots=True)
class Desk:
    """A dossier that is being served."""

    folder: Path
    home: str

    def fetch(self, path: str) -> tuple[int, str, bytes]:
        """Status, media type and bytes of an answer, asked for without a browser."""
        try:
            with urlopen(Request(self.home + path)) as answer:
                return answer.status, answer.headers.get_content_type(), answer.read()
        except HTTPError as error:
            return error.code, error.headers.get_content_type(), error.read()

    def first(self, table: str) -> str:
        """The id of the first thread, document, family … of the dossier; "" if it has none."""
        with Dossier(self.folder) as opened:
            return next((each.id for each in getattr(opened, table)()), "")


def build_example(folder: Path) -> Path:
    """The example articles, read."""
    return _read([EXAMPLES], folder)


def build_hostile(folder: Path) -> Path:
    """Articles that try to break out of the page: by title, body, author, address, outlet and names."""
    source = folder.with_suffix(".jsonl")
    rows = [
        {"id": f"bad-{number}", "date": f"2012-10-0{number}", "title": f"A visit {PAYLOAD}", "author": PAYLOAD,
         "url": url, "outlet": f"The Post {PAYLOAD}", "text": _SENTENCES.format(p=PAYLOAD)}
        for number, url in enumerate(("javascript:window.pwned=1", f"https://example.org/?q={PAYLOAD}"), 7)
    ]  # fmt: skip
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return _rename_speakers(_read([source], folder))


def _rename_speakers(folder: Path) -> Path:
    """No reader takes such words for a name; a dossier from elsewhere may hold them all the same."""
    with closing(sqlite3.connect(folder / "dossier.db")) as db, db:
        db.execute("UPDATE statements SET speaker = speaker || ' ' || ?", (PAYLOAD,))
        db.execute("UPDATE events SET voice = voice || ' ' || ? WHERE voice NOT IN ('author', 'comment')", (PAYLOAD,))
        db.execute("UPDATE assessments SET voice = voice || ' ' || ? WHERE voice <> 'author'", (PAYLOAD,))
    return folder


def _read(sources: list[Path], folder: Path) -> Path:
    command = [sys.executable, "-m", "dragoman", "read", *map(str, sources), "--dossier", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return folder


@contextmanager
def serve(folder: Path) -> Iterator[Desk]:
    """The desk of a dossier, served by a process of its own."""
    command = [sys.executable, "-u", "-m", "dragoman", "serve", "--no-browser", "--dossier", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"(http://[\d.]+:\d+)/", line)
        assert found, f"The desk did not start: {line}{process.stderr.read()}"
        _wait_until_answering(found[1])
        yield Desk(folder, found[1])
    finally:
        process.terminate()
        process.wait(60)


def _wait_until_answering(home: str) -> None:
    """The address is said a moment before the sockets are served; they queue what comes meanwhile."""
    with urlopen(f"{home}/static/islands/desk.js", timeout=60) as answer:
        assert answer.status == 200
