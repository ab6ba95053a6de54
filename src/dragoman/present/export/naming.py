"""Gives every document of an export a file name: its own made safe, `~2` for the second of that name, and so on."""

from collections.abc import Iterable, Iterator

from dragoman.model.document import Document
from dragoman.present.escaping import for_file_name


def name_files(docs: Iterable[Document]) -> Iterator[tuple[str, str, Document]]:
    """For each document its NAME by the coding manual, the same made safe for a file system, and the document.

    Names that differ only by case count as one, because they do so on Windows and macOS.
    """
    taken: set[str] = set()
    for doc in docs:
        name, safe = doc.name, for_file_name(doc.name)
        number = 1
        while safe.casefold() in taken:
            number += 1
            name, safe = f"{doc.name}~{number}", f"{for_file_name(doc.name)}~{number}"
        taken.add(safe.casefold())
        yield name, safe, doc
