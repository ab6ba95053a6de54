"""Who speaks independently of whom: the sources behind a number of documents.

In: documents, families, overlaps. Out: groups of documents, each one source. It must not weigh what a source is worth.

- Documents of one family are one source: that of its original, or, if nobody knows where that appeared, of the first
  member whose outlet is known.
- A text credited to an agency is the agency's; else it is its outlet's; the documents of one outlet are one source.
- A text without a known outlet stands for itself, but with others of unknown outlet with which it shares text of
  whatever kind it is one source: nobody can say that they are two.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.resolution import Family, Overlap, SourceDocument
from dragoman.resolve.families.groups import group_linked
from dragoman.resolve.families.original import Credits, source_of

_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Independence:
    """What tells sources apart, made once for a dossier and asked for any of its documents.

    Attributes:
        labels: id of a document to the folded name of its source; "?" and an id where that is unknown.
        shared: pairs of documents of unknown source that share text, by each of the two.
    """

    labels: Mapping[str, str]
    shared: Mapping[str, frozenset[str]]

    def group(self, documents: Collection[str]) -> list[tuple[str, ...]]:
        """The documents of each source, ids sorted, by the first id; ids that are not known are left out."""
        counted = sorted({document for document in documents if document in self.labels})
        first: dict[str, str] = {}
        links = [(first.setdefault(self.labels[document], document), document) for document in counted]
        links += [(document, other) for document in counted for other in sorted(self.shared.get(document, ()))]
        return group_linked(counted, links)

    def count(self, documents: Collection[str]) -> int:
        """How many independent sources stand behind the documents."""
        if self.shared.keys().isdisjoint(documents):
            return len({self.labels[document] for document in documents if document in self.labels})
        return len(self.group(documents))


def read_independence(
    documents: Iterable[SourceDocument],
    families: Iterable[Family],
    overlaps: Iterable[Overlap],
    found: Credits | None = None,
) -> Independence:
    """Prepare the sources of a dossier.

    Args:
        documents: all of them; members of families that are not among them do not count.
        families: all of them.
        overlaps: of every kind; only those between documents of unknown source matter.
        found: credits of the documents.
    """
    credits = found or {}
    own = {doc.id: source_of(doc, credits.get(doc.id, ())) for doc in documents}
    labels = {document: name or f"{_UNKNOWN}{document}" for document, name in own.items()}
    for family in families:
        names = (own.get(document, "") for document in family.documents)
        label = next((name for name in names if name), f"{_UNKNOWN}{family.id}")
        labels.update((document, label) for document in family.documents if document in own)
    shared: dict[str, set[str]] = {}
    for pair in overlaps:
        if all(labels.get(end, "").startswith(_UNKNOWN) for end in (pair.a, pair.b)):
            shared.setdefault(pair.a, set()).add(pair.b)
            shared.setdefault(pair.b, set()).add(pair.a)
    return Independence(labels, {document: frozenset(others) for document, others in shared.items()})


def group_sources(
    documents: Sequence[SourceDocument],
    families: Iterable[Family],
    overlaps: Iterable[Overlap],
    found: Credits | None = None,
) -> list[tuple[str, ...]]:
    """The documents of each source among `documents`, as `Independence.group`."""
    return read_independence(documents, families, overlaps, found).group([doc.id for doc in documents])


def name_sources(
    documents: Sequence[SourceDocument], families: Iterable[Family], found: Credits | None = None
) -> Mapping[str, str]:
    """What each document is taken for: those of one source have one name, but for what unknown ones share."""
    return read_independence(documents, families, (), found).labels


def count_sources(
    documents: Sequence[SourceDocument],
    families: Iterable[Family],
    overlaps: Iterable[Overlap],
    found: Credits | None = None,
) -> int:
    """How many independent sources stand behind `documents`, as `Independence.count`."""
    return len(group_sources(documents, families, overlaps, found))
