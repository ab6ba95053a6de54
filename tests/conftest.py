"""Shared by all tests: vocabulary and language model, loaded once; a way to read a short text; a folder and a dossier read by a fake coder."""

import importlib.util
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dragoman.extract.records import extract_records
from dragoman.language.mentions import find_mentions
from dragoman.language.pipeline import Pipeline, load_pipeline
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document, Part
from dragoman.model.records import Records
from dragoman.vocab.world import World, load_world

_SPEC = importlib.util.spec_from_file_location("dragoman_fakes", Path(__file__).parent / "flow" / "fakes.py")
fakes = sys.modules.get("dragoman_fakes") or importlib.util.module_from_spec(_SPEC)
if "dragoman_fakes" not in sys.modules:
    sys.modules["dragoman_fakes"] = fakes
    _SPEC.loader.exec_module(fakes)

# The same examples on every machine, however slow; `HYPOTHESIS_PROFILE=search` looks for new ones.
settings.register_profile(
    "steady", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

Read = tuple[Document, Analysis, Records]
ReadText = Callable[..., Read]
ReadTable = Callable[[Iterable[tuple[str, str]]], list[Read]]
FRIDAY = "2012-10-05"

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
