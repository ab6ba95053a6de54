"""What a reader gives: the rendered text of one page with what its markup said, before anything is concluded.

Readers fill `Page`; `documents` turns a page into a `Document` by labelling, dating and sourcing it.
"""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.document import Comment, Part, Repairs

HintField = Literal["title", "published", "modified", "crawled", "outlet", "author", "url", "genre", "language"]


@dataclass(frozen=True, slots=True)
class Hint:
    """Something that markup, metadata or a column of the input says about the page.

    Attributes:
        field: what it is about.
        value: as found, not yet cleaned.
        source: where it stood, for people to read: "JSON-LD datePublished", "column published", "URL path".
    """

    field: HintField
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Page:
    """One rendered page.

    Attributes:
        name: name for exports: file name without its last suffix, or the row's own `id`.
        text: sanitised text of the whole page; never changed after this.
        reader: name and version of the reader, as "html/1".
        record: place inside the file ("row 17"), "" when the file is the page.
        parts: spans by role if the markup tells them; () for plain text, which `documents` then labels.
        comments: reader comments if the markup tells them.
        hints: what metadata says, in order of appearance.
        repairs: what was mended on the way in.
    """

    name: str
    text: str
    reader: str
    record: str = ""
    parts: tuple[Part, ...] = ()
    comments: tuple[Comment, ...] = ()
    hints: tuple[Hint, ...] = ()
    repairs: Repairs = Repairs()


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one input file.

    Attributes:
        file: path as the user gave it (POSIX separators), "-" for standard input.
        data: all its bytes.
        sha256: of `data`.
    """

    file: str
    data: bytes
    sha256: str
