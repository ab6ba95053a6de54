"""How fast the desk answers, as served over localhost: each kind of page against its bar, as ratios in one run.

Usage: python bench/desk.py DOSSIER [REQUESTS]. Without a large dossier make one with bench/large_dossier.py.
The desk runs in a process of its own. Each kind of page gets 3 requests to warm up, then REQUESTS (30) over addresses
that vary; then, on a copy, one after each of three writes to the dossier: nothing that was remembered holds then.
A page that says that it is being computed counts twice: when it says so ("written"), and when it is whole ("whole").
A ratio of at most 1 is within the bar; kinds of pages that the desk does not have are left out.
"""

import os
import random
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

SEED = 6
MEDIAN, TAIL, WEIGHT = 0.15, 0.4, 400_000
SEARCH = 0.2
"""Seconds at the median and at the 95th percentile, bytes of a page, and seconds of a search."""
WARM, WRITES = 3, 3
COMPUTING = b'aria-label="Computing"'
"""Stands in a page as long as what it shows is being computed."""
SERVE = "import sys; from dragoman.__main__ import main; sys.argv[1:1] = ['serve']; main()"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page: addresses to call in turn, and the seconds within which half of them must come."""

    name: str
    paths: tuple[str, ...]
    median: float = MEDIAN


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of each answer, bytes of the heaviest, and seconds of the server's processor time for one."""

    seconds: tuple[float, ...]
    weight: int
    work: float


LISTS = ("pairs", "documents", "actors", "statements", "predictions", "sources", "families", "contradictions",
         "calendar", "network", "review", "decisions", "commitments", "assessments", "pairs/levels")  # fmt: skip


class Chooser:
    """Draws addresses from a dossier: light pages and heavy ones, the same ones each time."""

    def __init__(self, db: sqlite3.Connection, count: int) -> None:
        self._db = db
        self._count = count
        self._dice = random.Random(SEED)

    def column(self, sql: str) -> list[str]:
        """The first column of what a query finds."""
        return [str(row[0]) for row in self._db.execute(sql)]

    def draw(self, kind: str, start: str, ids: list[str]) -> Kind:
        """Addresses that begin alike."""
        some = self._dice.sample(ids, min(self._count, len(ids)))
        return Kind(kind, tuple(f"{start}{quote(id, safe='/')}" for id in some))

    def kinds(self) -> Iterator[Kind]:
        """All kinds of pages."""
        pairs = self.column(
            "SELECT s.code || '/' || t.code FROM thread_sides AS s JOIN thread_sides AS t ON t.thread = s.thread"
            " AND s.code < t.code GROUP BY 1 HAVING count(*) > 20 ORDER BY count(*) DESC LIMIT 150"
        )
        heavy = "SELECT thread FROM thread_events GROUP BY thread ORDER BY count(*) DESC, thread LIMIT 200"
        codes = self.column("SELECT code FROM thread_sides GROUP BY code ORDER BY count(*) DESC, code LIMIT 60")
        yield Kind("home", ("/",))
        yield self.draw("pair", "/pair/", pairs)
        yield Kind("heaviest pair", tuple(f"/pair/{pair}" for pair in pairs[:1]))
        for part in ("relation", "voices", "commitments", "sources"):
            yield Kind(f"its {part}", tuple(f"/pair/{pair}/{part}" for pair in pairs[:1]))
        yield Kind("brief", tuple(f"/brief/{pair}" for pair in pairs[:1]))
        yield Kind("outlook", tuple(f"/outlook/{pair}" for pair in pairs[:1]))
        yield self.draw("reader", "/document/", self.column("SELECT id FROM documents ORDER BY id LIMIT 3000"))
        yield self.draw("thread", "/thread/", self.column(heavy) + self.column("SELECT id FROM threads LIMIT 200"))
        yield replace(self.draw("search", "/search?q=", self._words()), median=SEARCH)
        yield Kind("threads", tuple(self._lists_of_threads(codes[:10], pairs[:10])))
        yield self.draw("actor", "/actor/", codes)
        yield self.draw("source", "/source/", self.column("SELECT DISTINCT outlet FROM documents WHERE outlet <> ''"))
        for kind, table in (("family", "families"), ("contradiction", "contradictions"), ("statement", "statements")):
            yield self.draw(kind, f"/{kind}/", self.column(f"SELECT id FROM {table} ORDER BY id LIMIT 500"))
        yield from (Kind(name, (f"/{name}", f"/{name}?page=2")) for name in LISTS)

    def _words(self) -> list[str]:
        """Words of quotes, so that something is found: common ones more often, and some two of a quote."""
        quotes = [words.lower().strip(".").split() for words in self.column("SELECT quote FROM events LIMIT 300")]
        single = {words[1] for words in quotes if len(words) > 2}
        return sorted(single | {" ".join(words[1:3]) for words in quotes[::6] if len(words) > 2})

    def _lists_of_threads(self, codes: list[str], pairs: list[str]) -> Iterator[str]:
        yield from ("/threads", "/threads?standing=lapsed", "/threads?type=CONSULT&since=2010&until=2012")
        yield from (f"/threads?actor={quote(code)}{page}" for code in codes for page in ("", "&page=2", "&page=20"))
        yield from (f"/threads?pair={quote(pair.replace('/', ' '))}" for pair in pairs)


def choose_paths(folder: Path, count: int) -> list[Kind]:
    """Kinds of pages that the dossier has something for, each with addresses."""
    with closing(sqlite3.connect(f"{(folder / 'dossier.db').resolve().as_uri()}?mode=ro", uri=True)) as db:
        return [kind for kind in Chooser(db, count).kinds() if kind.paths]


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk in a process of its own, and a connection to it."""

    connection: HTTPConnection
    process: int

    def fetch(self, path: str) -> tuple[int, bytes, float]:
        """Status, bytes and seconds of one answer."""
        begin = time.perf_counter()
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        content = answer.read()
        return answer.status, content, time.perf_counter() - begin

    def fetch_whole(self, path: str) -> tuple[int, float]:
        """Status and seconds of the page, which is asked for until it is no longer being computed."""
        begin = time.perf_counter()
        while True:
            status, content, _ = self.fetch(path)
            if COMPUTING not in content:
                return status, time.perf_counter() - begin
            time.sleep(0.05)

    def work(self) -> float:
        """Seconds of processor time so far, 0 where the system does not tell: a busy machine does not blur these."""
        file = Path(f"/proc/{self.process}/stat")
        if not file.is_file():
            return 0.0
        cells = file.read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(folder: Path) -> Iterator[Desk]:
    """The desk, until the block ends."""
    command = [sys.executable, "-c", SERVE, "--dossier", str(folder), "--no-browser", "--port", str(free_port())]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        connection = HTTPConnection("127.0.0.1", int(command[-1]), timeout=120)
        try:
            wait_for(connection)
            yield Desk(connection, process.pid)
        finally:
            connection.close()
            process.send_signal(signal.SIGINT)


def free_port() -> int:
    """A port that nobody uses now."""
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


def measure(desk: Desk, kind: Kind, requests: int) -> Measured | None:
    """The answers to one kind of page; None if the desk has no such page."""
    for path in (kind.paths * WARM)[:WARM]:
        status, _ = desk.fetch_whole(path)
        if status != 200:
            print(f"{kind.name}: {path} gives {status}", file=sys.stderr)
            return None
    begin = desk.work()
    found = [desk.fetch(path) for path in (kind.paths * requests)[:requests]]
    work = (desk.work() - begin) / len(found)
    return Measured(tuple(seconds for _, _, seconds in found), max(len(content) for _, content, _ in found), work)


@dataclass(frozen=True, slots=True)
class Written:
    """Median seconds after a write: until the first answer, until the page is whole, of the processor for all of it."""

    first: float
    whole: float
    work: float


def measure_after_writes(folder: Path, kinds: list[Kind]) -> dict[str, Written]:
    """For each kind what the first request after somebody wrote takes."""
    with tempfile.TemporaryDirectory(dir=folder.resolve().parent) as name:
        shutil.copy(folder / "dossier.db", Path(name) / "dossier.db")
        with serving(Path(name)) as desk:
            found = {}
            for kind in kinds:
                desk.fetch_whole(kind.paths[0])
                taken = []
                for _ in range(WRITES):
                    write(Path(name))
                    begin = desk.work()
                    first = desk.fetch(kind.paths[0])[2]
                    taken.append((first, first + desk.fetch_whole(kind.paths[0])[1], desk.work() - begin))
                found[kind.name] = Written(*map(statistics.median, zip(*taken, strict=True)))
            return found


def write(folder: Path) -> None:
    """Change something that no page shows."""
    with closing(sqlite3.connect(folder / "dossier.db")) as db, db:
        db.execute("UPDATE sources SET bytes = bytes + 1")


def report(kind: Kind, one: Measured, cold: Written) -> str:
    """One line of the table."""
    tail = statistics.quantiles(one.seconds, n=20)[-1] if len(one.seconds) > 1 else one.seconds[0]
    median = statistics.median(one.seconds)
    ratios = f"{median / kind.median:12.2f}{tail / TAIL:12.2f}{one.weight / WEIGHT:12.2f}{cold.first / TAIL:14.2f}"
    steady = f"{1000 * median:12.0f}{1000 * one.work:12.0f}"
    return f"{kind.name:<15}{ratios}{steady}{1000 * cold.first:13.0f}{1000 * cold.whole:11.0f}{1000 * cold.work:12.0f}"


def main() -> None:
    """Measure and print."""
    folder, requests = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 30
    found: list[tuple[Kind, Measured]] = []
    with serving(folder) as desk:
        for kind in choose_paths(folder, requests):
            one = measure(desk, kind, requests)
            found += [(kind, one)] if one else []
    cold = measure_after_writes(folder, [kind for kind, _ in found])
    print("page            median/bar    95th/bar  weight/bar  written/400ms  median, ms  server, ms"
          "  written, ms  whole, ms  server, ms")  # fmt: skip
    for kind, one in found:
        print(report(kind, one, cold[kind.name]))


if __name__ == "__main__":
    main()
