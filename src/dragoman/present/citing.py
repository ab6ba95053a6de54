"""Words of a document as one quotes them: the quote, where it stands, and addresses to look it up at.

A document and a record in, plain text out; escaping for a medium is the business of whoever shows it.
"""

from dataclasses import dataclass

from dragoman.model.document import Document
from dragoman.model.records import Assessment, Event, Statement
from dragoman.present.brief.html import safe_link
from dragoman.text.edtf import spell


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote ready to be copied.

    Attributes:
        quote: the exact words.
        source: author, title, outlet, date with its basis, address of the original.
        link: where the words stand in the desk.
    """

    quote: str
    source: str
    link: str


def cite(doc: Document, record: Event | Statement | Assessment, link: str) -> Citation:
    """The words of a record with their source."""
    return Citation(record.quote, spell_source(doc), link)


def spell_source(doc: Document) -> str:
    """A document as a reference: who, what, where, when, and how far the date is known.

    Example:
        >>> spell_source(Document("d-1", "a", "", (), "", "a.txt", "r", outlet="Dawn", published="2012-10-04",
        ...                       published_basis="stated"))
        'a, Dawn, 4 October 2012'
    """
    date = spell(doc.published) if doc.published else "undated"
    basis = " (date inferred)" if doc.published_basis == "inferred" else ""
    title = f"“{doc.title}”" if doc.title else doc.name
    outlet = doc.outlet or ", ".join(doc.carriers)
    return ", ".join(filter(None, (doc.author, title, outlet, f"{date}{basis}", safe_link(doc.url))))
