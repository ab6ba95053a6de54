"""A document as stored: its text, the parts of that text, and what is known about the page that carried it.

Offsets are Unicode code points into `Document.text`, half-open. The text is sanitised once by `ingest` and never
changed again. This file knows nothing of files, readers or databases.
"""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.issues import Issue

PartKind = Literal["title", "body", "caption", "byline", "comment", "furniture"]
Genre = Literal["news", "analysis", "editorial", "interview", "official", "comment"]
Basis = Literal["stated", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of the text that plays one role on the page; parts do not overlap and stand in text order.

    `comment` is what a reader of the page wrote; `byline` holds names, datelines and credits; `furniture` is all
    that belongs to the site and not to the article (menus, share buttons, disclaimers, related links).
    """

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment: where it stands, and its EDTF date ("" if the page gives none). Its author is not kept."""

    start: int
    end: int
    date: str = ""


@dataclass(frozen=True, slots=True)
class Repairs:
    """What was mended on the way in: counts of characters replaced, and the encoding that was found."""

    encoding: str = "utf-8"
    undecodable: int = 0
    nul: int = 0
    surrogates: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its provenance.

    Attributes:
        id: "d-" and the first 16 hex digits of the SHA-256 of (sha256 of the bytes, record inside the file).
        name: the name used in exports: file name without its last suffix, or the `id` of a JSONL or CSV row.
        text: the stored text, our rendering of the whole page.
        parts: spans of `text`, in order; together they cover all that is not white space.
        comments: one for each part of kind `comment`, with its date.
        published: EDTF date or interval of publication, "" if nothing supports one.
        published_basis: `stated`, `inferred`, or `unknown` when `published` is "".
        published_reason: which words or metadata gave the date, for people to read.
        outlet: who first published the text. "" if the page does not say.
        carriers: sites that carry a copy, first to last.
        author: byline, several names joined by " and ".
        url: address, "" if unknown.
        language: ISO 639-1 code of the body's language, "" if it cannot be told.
        genre: kind of text.
        sha256: hash of the bytes of the file that held it.
        file: path or name of that file as given by the user.
        record: place inside the file ("row 17"), "" when the file is the document.
        reader: name and version of the reader, as "html/1".
        issues: doubts about this document.
    """

    id: str
    name: str
    text: str
    parts: tuple[Part, ...]
    sha256: str
    file: str
    reader: str
    record: str = ""
    comments: tuple[Comment, ...] = ()
    published: str = ""
    published_basis: Basis = "unknown"
    published_reason: str = ""
    outlet: str = ""
    carriers: tuple[str, ...] = ()
    author: str = ""
    url: str = ""
    language: str = ""
    genre: Genre = "news"
    repairs: Repairs = Repairs()
    issues: tuple[Issue, ...] = ()

    @property
    def title(self) -> str:
        """The first title part as one line, "" if the page has none."""
        for part in self.parts:
            if part.kind == "title":
                return " ".join(self.text[part.start : part.end].split())
        return ""

    def part_at(self, offset: int) -> PartKind | None:
        """The kind of the part that holds the character at `offset`, None between parts."""
        for part in self.parts:
            if part.start <= offset < part.end:
                return part.kind
        return None
