"""The article on a page as trafilatura sees it: body and readers' comments. It labels, it does not supply."""

import logging
from dataclasses import dataclass

from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class MainText:
    """Trafilatura's choice; "" where it found nothing."""

    body: str = ""
    comments: str = ""


def find_main_text(tree: _Element) -> MainText:
    """Ask trafilatura for body and comments of a parsed page; the tree is not changed."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(tree, include_comments=True, include_tables=True, with_metadata=False)
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError):  # what it raises on odd markup
        return MainText()
    if found is None or isinstance(found, dict):
        return MainText()
    return MainText(found.text or "", found.comments or "")
