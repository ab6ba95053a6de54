"""The finished brief as data: runs of text, lines, sections, sources, references. Renderers need nothing else.

Every run is plain text that the renderer escapes; a run says what it is, never how it looks.
"""

from dataclasses import dataclass
from typing import Literal

RunKind = Literal["plain", "strong", "quote", "trigger"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind: ours (`plain`, `strong`), a text's (`quote`), or the word of it that names the act."""

    text: str
    kind: RunKind = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or list item, with the numbers of the references that prove it."""

    runs: tuple[Run, ...]
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A headed list; `anchor` names it within the page, `more` says what was left out and where to find it."""

    anchor: str
    heading: str
    lines: tuple[Line, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One document: what it is, when it was published and how that is known, whose text it carries, its records."""

    id: str
    title: str
    outlet: str
    carrier: str
    author: str
    genre: str
    published: str
    basis: str
    url: str
    records: int
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Exact words: number, document, outlet, date, quote (at most 300 characters) and the id for `dragoman show`."""

    number: int
    record: str
    document: str
    title: str
    outlet: str
    published: str
    url: str
    quote: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole page, top to bottom."""

    title: str
    subtitle: str
    opening: tuple[Line, ...]
    sections: tuple[Section, ...]
    sources: tuple[SourceLine, ...]
    references: tuple[Reference, ...]
    colophon: str
    more_sources: str = ""
