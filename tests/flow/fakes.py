"""A coder for tests: plain files are documents, and simple sentences of our own are events. No model, no vocabulary.

"Russia visited Pakistan." is an event that happened; "will visit", "did not visit" and "X says Russia attacked Pakistan"
are a plan, a denial and a claim. "Relations between Russia and Pakistan are warm." is an assessment.
"""

import importlib.util
import re
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.flow.steps import Tools
from dragoman.ingest.page import Page, Source
from dragoman.model.analysis import Analysis
from dragoman.model.document import Comment, Document, Part
from dragoman.model.errors import IngestError
from dragoman.model.issues import Reject
from dragoman.model.records import Assessment, Event, Reason, Records, Statement
from dragoman.text.hashing import hash_bytes, make_id

_SPEC = importlib.util.spec_from_file_location("fake_resolving", Path(__file__).parent / "fake_resolving.py")
fake_resolving = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(fake_resolving)

CODES = {"Russia": "RUS", "Pakistan": "PAK", "India": "IND", "China": "CHN"}
VERBS = {"visit": "CONSULT", "attack": "ASSAULT", "help": "AID"}
_EVENT = re.compile(
    r"(?:(?P<voice>[A-Z][\w.=@<>/ ]*?) says )?(?P<a>Russia|Pakistan|India|China) (?P<how>will |did not |may |cancelled a plan to )?"
    r"(?P<verb>visit|attack|help)(?:ed)? (?P<b>Russia|Pakistan|India|China)(?: on (?P<date>[\d-]+))?"
)
_ASSESSMENT = re.compile(r"Relations between (\w+) and (\w+) are (warm|cold)")
_STATEMENT = re.compile(r'"([^"]+)" said (\w[\w ]*) of (Russia|Pakistan|India|China)')
SHOWN = 0.6
"""Confidence of all records of the fake coder: above the default cut."""
_STATUS = {
    "will ": "planned",
    "did not ": "denied",
    "may ": "possible",
    "cancelled a plan to ": "cancelled",
    None: "happened",
}


@dataclass
class FakePipeline:
    """Counts how often it is asked for."""

    identity: str = "fake 1 sha256:0"
    trusted: bool = True

    def analyse(self, docs, find_mentions=None):
        for _ in docs:
            yield Analysis(*((),) * 11)


@dataclass
class Fakes:
    """The tools with what the tests want to know about their use."""

    loaded: int = 0
    vocabulary: str = "v1"
    broken: set[str] = field(default_factory=set)

    def tools(self) -> Tools:
        return Tools(
            find_sources, read_pages, make_document,
            lambda actors, holders: self.vocabulary, lambda actors, holders: None, self._load,
            lambda doc, analysis, world: (), self._extract, fake_resolving.resolve_tools(),
        )  # fmt: skip

    def _load(self, name):
        self.loaded += 1
        return FakePipeline()

    def _extract(self, doc, analysis, world):
        if doc.name in self.broken:
            raise KeyError("a fault of ours")
        return extract(doc)


def find_sources(paths, stdin):
    for path in map(Path, paths):
        if not path.exists():
            yield Reject(path.as_posix(), "", "there is no such file or folder", "Check the spelling.")
            continue
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            data = file.read_bytes()
            yield Source(file.as_posix(), data, hash_bytes(data))


def read_pages(source, split):
    if source.data.startswith(b"%PDF"):
        raise IngestError("a scanned PDF without a text layer", remedy="Run OCR on it first.")
    texts = source.data.decode("utf-8").split("\n====\n")
    for number, text in enumerate(texts, 1):
        if text.startswith("REJECT"):
            yield Reject(source.file, f"part {number}", "marked as bad", "Mend it.", source.sha256)
        else:
            name = re.search(r"^NAME (.*)$", text, re.MULTILINE)
            record = f"part {number}" if len(texts) > 1 else ""
            yield Page(name.group(1) if name else Path(source.file).stem, text, "fake/1", record)


def make_document(page, source):
    text = page.text
    published = re.search(r"^DATE ([\d-]+)$", text, re.MULTILINE)
    language = "de" if text.startswith("DEUTSCH") else "en"
    comment = text.find("COMMENTS\n")
    end = comment if comment >= 0 else len(text)
    parts = [Part("body", 0, end)] if end else []
    comments = ()
    if comment >= 0:
        parts.append(Part("comment", comment, len(text)))
        comments = (Comment(comment, len(text), "2012-10-09"),)
    title = re.match(r"TITLE (.*)\n", text)
    if title:
        parts[0:1] = [Part("title", 6, title.end() - 1), Part("body", title.end(), end)]
    return Document(
        id=make_id("d", [source.sha256, page.record]), name=page.name, text=text, parts=tuple(parts),
        sha256=source.sha256, file=source.file, reader=page.reader, record=page.record, comments=comments,
        published=published.group(1) if published else "", published_basis="stated" if published else "unknown",
        published_reason="DATE line" if published else "", outlet="The Gazette", language=language,
    )  # fmt: skip


def extract(doc):
    events = tuple(_event(doc, match) for match in _EVENT.finditer(doc.text))
    assessments = tuple(_assessment(doc, match) for match in _ASSESSMENT.finditer(doc.text))
    statements = tuple(_statement(doc, match) for match in _STATEMENT.finditer(doc.text))
    return Records(doc.id, events, statements, assessments)


def _event(doc, match):
    start, end = match.start("a"), match.end()
    voice = "comment" if doc.part_at(start) == "comment" else match["voice"] or "author"
    return Event(
        id=make_id("e", [doc.id, start, end]), document=doc.id, quote=doc.text[start:end], span=(start, end),
        trigger=match["verb"], trigger_span=match.span("verb"), type=VERBS[match["verb"]], status=_STATUS[match["how"]],
        actors=(CODES[match["a"]],), recipients=(CODES[match["b"]],), date=match["date"] or "", voice=voice,
        people=("Sergei Lavrov",) if "Lavrov" in doc.text else (), confidence=SHOWN,
        reasons=(Reason("type", VERBS[match["verb"]], f"predicates.tsv {match['verb']}"),),
    )  # fmt: skip


def _assessment(doc, match):
    level = {"warm": "good", "cold": "bad"}[match[3]]
    parties = (CODES[match[1]], CODES[match[2]])
    id = make_id("a", [doc.id, match.start()])
    return Assessment(id, doc.id, match[0], match.span(), parties, level, date=doc.published, confidence=SHOWN)


def _statement(doc, match):
    id = make_id("s", [doc.id, match.start()])
    return Statement(
        id, doc.id, match[1], match.span(1), match[2], CODES[match[3]], "official", "direct", "said", date=doc.published,
        confidence=SHOWN,
    )
