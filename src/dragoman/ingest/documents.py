"""Turns a page into a document: labels its parts, dates it, finds who published it, and tells its language.

In: a `Page` as a reader gave it, and the `Source` file that held it. Out: a `Document`; never raises for any page. It
must not know formats.
"""

from dragoman.ingest.dating import date_page
from dragoman.ingest.doubts import find_issues
from dragoman.ingest.evidence.tongues import tell_language
from dragoman.ingest.labelling import label_page
from dragoman.ingest.page import Page, Source
from dragoman.ingest.partition import cover_text, peel_bylines, set_aside_copies
from dragoman.ingest.provenance import find_provenance
from dragoman.model.document import Document
from dragoman.text.hashing import make_id


def make_document(page: Page, source: Source) -> Document:
    """The document that `page` of `source` is."""
    told = {hint.field: hint.value for hint in reversed(page.hints)}
    if page.parts:
        parts = set_aside_copies(page.text, peel_bylines(page.text, cover_text(page.text, page.parts)))
        comments = page.comments
    else:
        labelling = label_page(page.text, title=told.get("title", ""))
        parts, comments = labelling.parts, labelling.comments
    dating = date_page(page, parts, comments)
    provenance = find_provenance(page, parts)
    language = tell_language(page.text, parts, told.get("language", ""))
    return Document(
        id=make_id("d", [source.sha256, page.record]),
        name=page.name,
        text=page.text,
        parts=parts,
        sha256=source.sha256,
        file=source.file,
        reader=page.reader,
        record=page.record,
        comments=comments,
        published=dating.published,
        published_basis=dating.basis,
        published_reason=dating.reason,
        outlet=provenance.outlet,
        carriers=provenance.carriers,
        author=provenance.author,
        url=told.get("url", "").strip(),
        language=language,
        genre=provenance.genre,
        repairs=page.repairs,
        issues=find_issues(page, parts, dating, language),
    )
