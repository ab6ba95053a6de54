"""Shared by all tests: the vocabulary and the language model, loaded once, and a way to read a short text with them."""

from collections.abc import Callable, Iterable

import pytest

from dragoman.extract.records import extract_records
from dragoman.language.mentions import find_mentions
from dragoman.language.pipeline import Pipeline, load_pipeline
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document, Part
from dragoman.model.records import Records
from dragoman.vocab.world import World, load_world

Read = tuple[Document, Analysis, Records]
ReadText = Callable[..., Read]
ReadTable = Callable[[Iterable[tuple[str, str]]], list[Read]]
FRIDAY = "2012-10-05"


def make_text(text: str, published: str = FRIDAY, *, kind: str = "body") -> Document:
    """A news text of one part, read as it stands."""
    return Document(
        id="d-case", name="case", text=text, parts=(Part(kind, 0, len(text)),), sha256="", file="case.txt",
        reader="test", published=published, published_basis="stated", language="en",
    )  # fmt: skip


@pytest.fixture(scope="session")
def world() -> World:
    return load_world()


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.fixture(scope="session")
def read_docs(world: World, pipeline: Pipeline) -> Callable[[Iterable[Document]], list[Read]]:
    """Reads documents in one batch: each with its analysis and its records."""

    def read(docs: Iterable[Document]) -> list[Read]:
        given = list(docs)
        analyses = pipeline.analyse(given, lambda doc, an: find_mentions(doc, an, world))
        return [(doc, an, extract_records(doc, an, world)) for doc, an in zip(given, analyses, strict=True)]

    return read


@pytest.fixture(scope="session")
def _kept() -> dict[tuple[str, str], Read]:
    return {}


@pytest.fixture(scope="session")
def read_table(
    read_docs: Callable[[Iterable[Document]], list[Read]], _kept: dict[tuple[str, str], Read]
) -> ReadTable:
    """Reads (text, published) pairs in one batch and keeps them, so that a whole table costs one call of the parser."""

    def read(rows: Iterable[tuple[str, str]]) -> list[Read]:
        wanted = list(rows)
        new = [row for row in dict.fromkeys(wanted) if row not in _kept]
        _kept.update(zip(new, read_docs(make_text(*row) for row in new), strict=True))
        return [_kept[row] for row in wanted]

    return read


@pytest.fixture(scope="session")
def read_text(read_table: ReadTable) -> ReadText:
    """Reads one text published on a day (Friday 5 October 2012 if none is given)."""

    def read(text: str, published: str = FRIDAY) -> Read:
        return read_table([(text, published)])[0]

    return read
