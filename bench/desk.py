"""How fast the desk answers, as served over localhost: each kind of page against its bar, as ratios in one run.

Usage: python bench/desk.py DOSSIER [REQUESTS]. Without a large dossier make one with bench/large_dossier.py.
The desk runs in a process of its own. Each kind of page gets 3 requests to warm up, then REQUESTS (30) over addresses
that vary, fewer if they take long; then, on a copy, one after each of three writes to the dossier: nothing that was
remembered holds then. Each line is printed once it is measured; on 20,000 documents all takes some three minutes.
A page that says that it is being computed counts twice: when it says so ("written"), and when it is whole ("whole"). A
page that is not whole after 20 seconds is not waited for any longer: "> 20,000"; such pages come last, for what they
began goes on. A ratio of at most 1 is within the bar; kinds of pages that the desk does not have are left out.
"""

import math
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
LEAST = 10
"""Requests to a kind of page, however long they take."""
SPENT, SPENT_AFTER = 2.0, 4.0
"""Seconds after which a kind of page is asked for no further: as it is, and after writes."""
LIMIT = 20.0
"""Seconds that a page that is being computed is waited for."""
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


LISTS = ("pairs", "documents", "statements", "predictions", "families", "contradictions", "calendar", "review",
         "decisions", "commitments", "assessments", "network", "pairs/levels", "sources", "actors")  # fmt: skip


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
        yield self.draw("reader", "/document/", self.column("SELECT id FROM documents ORDER BY id LIMIT 3000"))
        yield self.draw("thread", "/thread/", self.column(heavy) + self.column("SELECT id FROM threads LIMIT 200"))
        yield replace(self.draw("search", "/search?q=", self._words()), median=SEARCH)
        yield Kind("threads", tuple(self._lists_of_threads(codes[:10], pairs[:10])))
        for kind, table in (("family", "families"), ("contradiction", "contradictions"), ("statement", "statements")):
            yield self.draw(kind, f"/{kind}/", self.column(f"SELECT id FROM {table} ORDER BY id LIMIT 500"))
        yield Kind("brief", tuple(f"/brief/{pair}" for pair in pairs[:1]))
        yield from (Kind(name, (f"/{name}", f"/{name}?page=2")) for name in LISTS)
        yield self.draw("source", "/source/", self.column("SELECT DISTINCT outlet FROM documents WHERE outlet <> ''"))
        yield self.draw("actor", "/actor/", codes)
        yield Kind("outlook", tuple(f"/outlook/{pair}" for pair in pairs[:1]))

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
        """Status and seconds of the page, asked for until it is no longer being computed; `inf` if it stays so."""
        begin = time.perf_counter()
        while (taken := time.perf_counter() - begin) < LIMIT:
            status, content, _ = self.fetch(path)
            if COMPUTING not in content:
                return status, time.perf_counter() - begin
            time.sleep(min(0.05 + taken / 20, 0.5))  # to ask costs the desk something too
        return status, math.inf

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
        status, taken = desk.fetch_whole(path)
        if status != 200:
            print(f"{kind.name}: {path} gives {status}", file=sys.stderr)
            return None
        if math.isinf(taken):
            break
    begin, start = desk.work(), time.perf_counter()
    found: list[tuple[int, bytes, float]] = []
    for path in (kind.paths * requests)[:requests]:
        if len(found) >= LEAST and time.perf_counter() - start > SPENT:
            break
        found.append(desk.fetch(path))
    work = (desk.work() - begin) / len(found)
    return Measured(tuple(seconds for _, _, seconds in found), max(len(content) for _, content, _ in found), work)


@dataclass(frozen=True, slots=True)
class Written:
    """Median seconds after a write: until the first answer, until the page is whole, of the processor for all of it."""

    first: float
    whole: float
    work: float


def measure_after_writes(desk: Desk, folder: Path, kind: Kind) -> Written:
    """What the first request after somebody wrote takes, to the desk over `folder`."""
    path, start = kind.paths[0], time.perf_counter()
    desk.fetch_whole(path)
    taken: list[tuple[float, float, float]] = []
    while len(taken) < WRITES and (not taken or time.perf_counter() - start < SPENT_AFTER):
        write(folder)
        begin = desk.work()
        first = desk.fetch(path)[2]
        taken.append((first, first + desk.fetch_whole(path)[1], desk.work() - begin))
    return Written(*map(statistics.median, zip(*taken, strict=True)))


@contextmanager
def copied(folder: Path) -> Iterator[Path]:
    """A copy of the dossier beside it, until the block ends."""
    with tempfile.TemporaryDirectory(dir=folder.resolve().parent) as name:
        shutil.copy(folder / "dossier.db", Path(name) / "dossier.db")
        yield Path(name)


def write(folder: Path) -> None:
    """Change something that no page shows."""
    with closing(sqlite3.connect(folder / "dossier.db")) as db, db:
        db.execute("UPDATE sources SET bytes = bytes + 1 WHERE sha256 = (SELECT min(sha256) FROM sources)")


def report(kind: Kind, one: Measured) -> str:
    """One line of the first table."""
    tail = statistics.quantiles(one.seconds, n=20)[-1] if len(one.seconds) > 1 else one.seconds[0]
    median = statistics.median(one.seconds)
    ratios = f"{median / kind.median:12.2f}{tail / TAIL:12.2f}{one.weight / WEIGHT:12.2f}"
    return f"{kind.name:<15}{ratios}{milliseconds(median)}{milliseconds(tail)}{milliseconds(one.work)}"


def report_after(kind: Kind, cold: Written) -> str:
    """One line of the second table."""
    steps = "".join(milliseconds(each) for each in (cold.first, cold.whole, cold.work))
    return f"{kind.name:<15}{cold.first / TAIL:12.2f}{steps}"


def milliseconds(seconds: float) -> str:
    """A cell; what was not waited for to its end is more than the limit."""
    return f"{f'> {1000 * LIMIT:,.0f}':>12}" if math.isinf(seconds) else f"{1000 * seconds:12,.0f}"


def say(line: str) -> None:
    """Print at once, also into a pipe."""
    print(line, flush=True)


def main() -> None:
    """Measure and print."""
    folder, requests = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 30
    kinds = choose_paths(folder, requests)
    say(f"{'page':<15}  median/bar    95th/bar  weight/bar  median, ms    95th, ms  server, ms")
    with serving(folder) as desk:
        found = []
        for kind in kinds:
            one = measure(desk, kind, requests)
            if one:
                say(report(kind, one))
                found.append(kind)
    say(f"\n{'after a write':<15}  first/400ms   first, ms   whole, ms  server, ms")
    with copied(folder) as copy, serving(copy) as desk:
        for kind in found:
            say(report_after(kind, measure_after_writes(desk, copy, kind)))


if __name__ == "__main__":
    main()
