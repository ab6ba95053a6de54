"""The documents of one family as fields: each with its page, and what it shares with the likely original."""

from collections.abc import Mapping

from dragoman.model.resolution import Family, Overlap, SourceDocument
from dragoman.present.fields import Fields
from dragoman.present.wording import spell_page
from dragoman.text.edtf import spell

MEMBER_COLUMNS = ("id", "published", "outlet", "shares", "title")


def member_fields(family: Family, sources: Mapping[str, SourceDocument]) -> list[Fields]:
    """One row a document, the likely original first."""
    return [_member(family, sources[document]) for document in family.documents]


def describe_share(family: Family, document: str) -> str:
    """What a document shares with the likely original, or else with any other: "copy, 93%"."""
    found = find_overlap(family, document)
    if not found or document == family.original:
        return "the original"
    return f"{found.kind}, {found.share_a if found.a == document else found.share_b:.0%}"


def find_overlap(family: Family, document: str) -> Overlap | None:
    """The overlap of a document with the likely original, else with the first other; None if it has none."""
    overlaps = [o for o in family.overlaps if document in (o.a, o.b)]
    return min(overlaps, key=lambda o: (family.original not in (o.a, o.b), o.a, o.b), default=None)


def _member(family: Family, source: SourceDocument) -> Fields:
    return {"id": source.id, "published": spell(source.published), "outlet": spell_page(source),
            "shares": describe_share(family, source.id), "title": source.title}  # fmt: skip
