"""Says what is doubtful about a document that was kept all the same.

In: the page, its parts, its dating and its language. Out: `Issue` rows with codes W1xx, documented in
`docs/issue-codes.md`.
"""

from collections.abc import Sequence

from dragoman.ingest.dating import Dating
from dragoman.ingest.page import Page
from dragoman.model.document import Part
from dragoman.model.issues import Issue


def find_issues(page: Page, parts: Sequence[Part], dating: Dating, language: str) -> tuple[Issue, ...]:
    """The doubts about a document, by code."""
    issues = [*_date_issues(dating), *_text_issues(parts, language), *_repair_issues(page)]
    return tuple(sorted(issues, key=lambda issue: issue.code))


def _date_issues(dating: Dating) -> list[Issue]:
    issues = []
    if dating.basis == "inferred":
        issues.append(Issue("W101", f"The date of publication is inferred: {dating.reason}."))
    if dating.basis == "unknown":
        issues.append(Issue("W102", "Nothing on the page supports a date of publication; relative dates stay open."))
    if dating.conflict:
        issues.append(Issue("W103", f"Two dates of publication disagree: {dating.conflict}."))
    return issues


def _text_issues(parts: Sequence[Part], language: str) -> list[Issue]:
    issues = []
    if not any(part.kind == "body" for part in parts):
        issues.append(Issue("W104", "The page holds no article, only furniture; it is kept and not coded."))
    if language not in ("en", ""):
        issues.append(Issue("W105", f"The text is not English ({language}); it is kept, searchable, not coded."))
    elif not language:
        issues.append(Issue("W106", "The language cannot be told; the text is read as English."))
    return issues


def _repair_issues(page: Page) -> list[Issue]:
    repairs = page.repairs
    counts = (
        (repairs.undecodable, "bytes that the encoding does not know"),
        (repairs.nul, "NUL characters"),
        (repairs.surrogates, "lone surrogates"),
    )
    said = ", ".join(f"{count} {what}" for count, what in counts if count)
    if not said:
        return []
    message = f"Replaced on the way in: {said} (encoding {repairs.encoding}); quotes may hold wrong characters."
    return [Issue("W107", message)]
