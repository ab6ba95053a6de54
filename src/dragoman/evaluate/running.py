"""Runs the present program over gold texts, in this process and without a dossier.

In: files, or texts with their dates. Out: documents as `read` would make them, and their records. World and language
model are loaded once, by `load_coder`. It must not know any gold format.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.extract.grammar.participants import Who
from dragoman.flow.coding import Coder
from dragoman.flow.steps import Tools, load_tools
from dragoman.ingest.documents import make_document
from dragoman.ingest.page import Page, Source
from dragoman.ingest.readers import read_pages
from dragoman.ingest.sources import find_sources
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document
from dragoman.model.errors import EvaluateError
from dragoman.model.issues import Reject
from dragoman.text.hashing import hash_bytes

__all__ = ["Coder", "Text", "analyse", "load_coder", "loaded_tools", "read_documents", "read_page", "read_texts"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a gold set: its name, the text, the EDTF date of publication, "" if unknown."""

    name: str
    text: str
    published: str = ""


def load_coder() -> Coder:
    """The steps with the default language model and vocabulary; takes a few seconds."""
    tools = load_tools()
    return Coder(tools, tools.load_pipeline(None), tools.load_world(None, None))


def loaded_tools(coder: Coder) -> Tools:
    """The steps with what is loaded already, so that many small dossiers cost one load."""
    vocabulary = coder.tools.hash_vocabulary(None, None)
    return replace(
        coder.tools,
        load_pipeline=lambda name: coder.pipeline,
        load_world=lambda actors, holders: coder.world,
        hash_vocabulary=lambda actors, holders: vocabulary,
    )


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of one file, through the readers.

    Raises:
        EvaluateError: the file, or a record of it, cannot be read.
    """
    for source in find_sources([str(path)]):
        if isinstance(source, Reject):
            raise EvaluateError(f"{path} cannot be read: {source.reason}. {source.remedy}")
        yield from _documents_of(source)


def read_texts(texts: Sequence[Text]) -> list[Document]:
    """English texts of a gold set as documents, in order, as rows of a JSONL file would be read.

    Raises:
        EvaluateError: a text is empty or cannot be read.
    """
    rows = ({"id": t.name, "published": t.published, "text": t.text, "language": "en"} for t in texts)
    data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")
    return list(_documents_of(Source("gold.jsonl", data, hash_bytes(data)))) if data else []


def _documents_of(source: Source) -> Iterator[Document]:
    for page in read_pages(source):
        if isinstance(page, Reject):
            raise EvaluateError(
                f"{page.file} {page.record} cannot be read: {page.reason}. {page.remedy}".replace("  ", " ")
            )
        yield make_document(page, source)


def read_page(path: Path) -> Document | None:
    """The first document of a page, None if it is rejected or missing."""
    for source in find_sources([str(path)]):
        if isinstance(source, Source):
            pages = (page for page in read_pages(source) if isinstance(page, Page))
            return next((make_document(page, source) for page in pages), None)
    return None


def analyse(coder: Coder, docs: Iterable[Document]) -> Iterator[tuple[Analysis, Who]]:
    """Tokens and mentions of each document, and who stands behind them; in order."""
    find = coder.tools.find_mentions
    for analysis in coder.pipeline.analyse(docs, lambda doc, tokens: find(doc, tokens, coder.world)):
        yield analysis, Who.of(analysis, coder.world.speakers)
