"""How fast the desk answers, as served over localhost: each kind of page against its bar, as ratios in one run.

Usage: python bench/desk.py DOSSIER [REQUESTS]. Without a large dossier make one with bench/large_dossier.py.
The desk runs in a process of its own. Each kind of page gets 3 requests to warm up, then REQUESTS (30) over addresses
that vary; then, on a copy, one after each of three writes to the dossier: nothing that was remembered holds then.
A ratio of at most 1 is within the bar; kinds of pages that the desk does not have are left out.
"""

import json
import random
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

SEED = 6
MEDIAN, TAIL, WEIGHT = 0.15, 0.4, 400_000
SEARCH = 0.2
"""Seconds at the median and at the 95th percentile, bytes of a page, and seconds of a search."""
WARM, WRITES = 3, 3
SERVE = "import sys; from dragoman.__main__ import main; sys.argv[1:1] = ['serve']; main()"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page: addresses to call in turn, and the seconds within which half of them must come."""

    name: str
    paths: tuple[str, ...]
    median: float = MEDIAN


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of each answer, and the bytes of the heaviest."""

    seconds: tuple[float, ...]
    weight: int


def choose_paths(folder: Path, count: int) -> list[Kind]:
    """Addresses of each kind, drawn from the dossier: heavy and light ones, the heaviest first."""
    dice = random.Random(SEED)
    with closing(sqlite3.connect(f"{(folder / 'dossier.db').resolve().as_uri()}?mode=ro", uri=True)) as db:

        def column(sql: str) -> list[str]:
            return [row[0] for row in db.execute(sql)]

        def draw(prefix: str, ids: list[str]) -> tuple[str, ...]:
            return tuple(f"{prefix}{quote(id, safe='/')}" for id in dice.sample(ids, min(count, len(ids))))

        pairs = column(
            "SELECT s.code || '/' || t.code FROM thread_sides AS s JOIN thread_sides AS t"
            " ON t.thread = s.thread AND s.code < t.code GROUP BY 1 HAVING count(*) > 20 ORDER BY count(*) DESC LIMIT 150"
        )
        heavy = column("SELECT thread FROM thread_events GROUP BY thread ORDER BY count(*) DESC, thread LIMIT 200")
        threads = heavy + column("SELECT id FROM threads ORDER BY id LIMIT 200")
        codes = column("SELECT code FROM thread_sides GROUP BY code ORDER BY count(*) DESC, code LIMIT 60")
        phrases = column("SELECT quote FROM events ORDER BY id LIMIT 300")
        words = [word.strip(".").lower() for phrase in phrases for word in phrase.split()[1:3]]
        searches = [words[place] for place in range(0, len(words), 2)] + [" ".join(words[:2]), "ba", ""]
        pages = ["", *(f"&page={number}" for number in (2, 5, 20))]
        return [
            Kind("home", ("/",)),
            Kind("pair", tuple(f"/pair/{pair}" for pair in dict.fromkeys((*pairs[:1], *dice.sample(pairs, min(count - 1, len(pairs)))))) if count else ()),
            Kind("reader", draw("/document/", column("SELECT id FROM documents ORDER BY id LIMIT 3000"))),
            Kind("thread", draw("/thread/", threads)),
            Kind("search", tuple(f"/search?q={quote(word)}" for word in dice.sample(searches, min(count, len(searches)))), SEARCH),
            Kind("threads", ("/threads", *(f"/threads?actor={code}{page}" for code in codes[:10] for page in pages),
                             *(f"/threads?pair={quote(pair.replace('/', ' '))}" for pair in pairs[:10]),
                             "/threads?standing=lapsed", "/threads?type=CONSULT&since=2010&until=2012")),
            Kind("actor", draw("/actor/", codes)),
            Kind("family", draw("/family/", column("SELECT id FROM families ORDER BY id"))),
            Kind("contradiction", draw("/contradiction/", column("SELECT id FROM contradictions ORDER BY id"))),
            Kind("statement", draw("/statement/", column("SELECT id FROM statements ORDER BY id LIMIT 500"))),
            Kind("source", draw("/source/", [name for name in column("SELECT DISTINCT outlet FROM documents") if name])),
            *(Kind(name, (f"/{name}", f"/{name}?page=2")) for name in (
                "pairs", "documents", "actors", "statements", "predictions", "sources", "families", "contradictions",
                "calendar", "network", "review", "decisions")),
        ]  # fmt: skip


@contextmanager
def serving(folder: Path) -> Iterator[HTTPConnection]:
    """The desk in a process of its own, and a connection to it."""
    command = [sys.executable, "-c", SERVE, "--dossier", str(folder), "--no-browser", "--port", str(free_port())]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        connection = HTTPConnection("127.0.0.1", int(command[-1]), timeout=120)
        try:
            wait_for(connection)
            yield connection
        finally:
            connection.close()
            process.send_signal(signal.SIGINT)


def free_port() -> int:
    """A port that nobody uses now."""
    import socket

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(connection: HTTPConnection) -> None:
    """Come back when the desk answers."""
    for _ in range(200):
        try:
            connection.connect()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit("The desk does not start.")


def fetch(connection: HTTPConnection, path: str) -> tuple[int, int, float]:
    """Status, bytes and seconds of one answer."""
    begin = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    size = len(answer.read())
    return answer.status, size, time.perf_counter() - begin


def measure(connection: HTTPConnection, kind: Kind, requests: int) -> Measured | None:
    """The answers to one kind of page; None if the desk has no such page."""
    for path in (kind.paths * WARM)[:WARM]:
        status, _, _ = fetch(connection, path)
        if status != 200:
            print(f"{kind.name}: {path} gives {status}", file=sys.stderr)
            return None
    paths = (kind.paths * requests)[:requests]
    found = [fetch(connection, path) for path in paths]
    return Measured(tuple(seconds for _, _, seconds in found), max(size for _, size, _ in found))


def measure_after_writes(folder: Path, kinds: list[Kind]) -> dict[str, float]:
    """For each kind the median seconds of the first answer after somebody wrote."""
    with tempfile.TemporaryDirectory(dir=folder.resolve().parent) as name:
        shutil.copy(folder / "dossier.db", Path(name) / "dossier.db")
        with serving(Path(name)) as connection:
            found = {}
            for kind in kinds:
                fetch(connection, kind.paths[0])
                seconds = []
                for _ in range(WRITES):
                    write(Path(name))
                    seconds.append(fetch(connection, kind.paths[0])[2])
                found[kind.name] = statistics.median(seconds)
            return found


def write(folder: Path) -> None:
    """Change something that no page shows."""
    with closing(sqlite3.connect(folder / "dossier.db")) as db, db:
        db.execute("UPDATE sources SET bytes = bytes + 1")


def main() -> None:
    """Measure and print."""
    folder, requests = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 30
    found: dict[str, Measured] = {}
    kinds = choose_paths(folder, requests)
    with serving(folder) as connection:
        for kind in kinds:
            one = measure(connection, kind, requests) if kind.paths else None
            if one:
                found[kind.name] = one
    present = [kind for kind in kinds if kind.name in found]
    cold = measure_after_writes(folder, present)
    print("page           median / bar  95th / bar  weight / bar  after a write, s  median, ms")
    for kind in present:
        one = found[kind.name]
        tail = statistics.quantiles(one.seconds, n=20)[-1] if len(one.seconds) > 1 else one.seconds[0]
        median = statistics.median(one.seconds)
        print(f"{kind.name:<15}{median / kind.median:12.2f}{tail / TAIL:12.2f}{one.weight / WEIGHT:14.2f}"
              f"{cold[kind.name]:18.2f}{1000 * median:12.0f}")  # fmt: skip
    print(json.dumps({name: {"median": statistics.median(one.seconds), "weight": one.weight} for name, one in found.items()}),
          file=sys.stderr)  # fmt: skip


if __name__ == "__main__":
    main()
