"""Says of a document whose text it carries. An open dossier and ids in, words for the list of sources out."""

from collections.abc import Collection, Mapping

from dragoman.model.resolution import JOINING_KINDS, CopyKind, Family, SourceDocument
from dragoman.present.wording import count_words, spell_page
from dragoman.record.dossier import Dossier
from dragoman.text.edtf import spell

_NOUNS: Mapping[CopyKind, str] = {
    "copy": "copy",
    "partial": "partial copy",
    "update": "update",
    "retelling": "retelling",
}


def describe_copies(dossier: Dossier, documents: Collection[str]) -> dict[str, dict[str, str]]:
    """For each of the documents that is one of a family: whose `copy` it is, or by how many it is `copied`."""
    found: dict[str, dict[str, str]] = {}
    for family in dossier.families_of(documents):
        pages = dossier.sources_of(family.documents)
        for document in family.documents:
            if document in documents:
                if document == family.original:
                    found[document] = {"copied": _spell_original(family)}
                else:
                    found[document] = {"copy": _spell_copy(family, document, pages)}
    return found


def _spell_original(family: Family) -> str:
    others = count_words(len(family.documents) - 1, "other text")
    reason = f": {family.reason}" if family.reason else ""
    return f"likely the original of {others}{reason}"


def _spell_copy(family: Family, document: str, pages: Mapping[str, SourceDocument]) -> str:
    kind, other = _find_kind(family, document)
    page = pages[other]
    day = f", {spell(page.published)}" if page.published else ""
    return f"{_NOUNS[kind]} of “{page.title}” ({spell_page(page)}{day})"


def _find_kind(family: Family, document: str) -> tuple[CopyKind, str]:
    """How the document hangs on the likely original, else on another of the family."""
    shared = [o for o in family.overlaps if document in (o.a, o.b) and o.kind in JOINING_KINDS]
    ends = [(o.kind, o.a if o.b == document else o.b) for o in shared]
    direct = [end for end in ends if end[1] == family.original]
    return next(iter(direct or sorted(ends)), ("copy", family.original))
