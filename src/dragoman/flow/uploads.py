"""Files that come without a path: sent by a browser, or pasted. They are read by the same code as files of a folder.

What their sender calls them is a word for people and a hint for the reader; no path is ever made of it.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.ingest.page import Source
from dragoman.model.issues import Reject
from dragoman.text.hashing import hash_bytes

LONGEST_NAME = 150
_UNFIT = re.compile(r"[^\w .,()+~#@&=-]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came in: what it is called, and where its bytes lie for now."""

    name: str
    path: Path


def finder_of(uploads: Sequence[Upload]) -> Callable[[Sequence[str], BinaryIO | None], Iterator[Source | Reject]]:
    """The step `find_sources` for these files: each read when its turn comes."""

    def find_sources(paths: Sequence[str], stdin: BinaryIO | None) -> Iterator[Source | Reject]:
        for upload in uploads:
            data = upload.path.read_bytes()
            if data:
                yield Source(upload.name, data, hash_bytes(data))
            else:
                yield Reject(upload.name, "", "the file is empty", "Choose one that holds an article.")

    return find_sources


def clean_name(words: str, number: int) -> str:
    """What a sender calls a file as a plain name: no folders, nothing unseen, never endless, never empty.

    Example:
        >>> clean_name("..\\\\..\\\\etc/pass\\x00wd.txt", 1), clean_name("/", 2)
        ('pass_wd.txt', 'file-2')
    """
    last = re.split(r"[/\\]", words)[-1]
    name = _UNFIT.sub("_", last).strip(" .")
    stem, dot, suffix = name.rpartition(".")
    short = f"{stem[:LONGEST_NAME]}{dot}{suffix[:10]}" if stem else name[:LONGEST_NAME]
    return short or f"file-{number}"


def write_pasted(text: str, *, title: str, published: str, outlet: str) -> bytes:
    """A pasted text with what its reader says of it, as a file that `read` knows: one line of JSON.

    The title stands before the text, as on a page; a title that is nowhere in its text would be no part of it.
    """
    whole = text if not title or text.startswith(title) else f"{title}\n\n{text}"
    row = {"id": _name_of(title, text), "title": title, "published": published, "outlet": outlet, "text": whole}
    return (json.dumps({key: value for key, value in row.items() if value}, ensure_ascii=False) + "\n").encode("utf-8")


def _name_of(title: str, text: str) -> str:
    """A name for exports: the first words of the title or the text."""
    words = re.findall(r"\w+", (title or text)[:200].lower())[:8]
    return f"{'-'.join(words)[:60] or 'pasted'}-{hash_bytes(text.encode('utf-8', 'replace'))[:6]}"
