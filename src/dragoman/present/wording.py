"""The words in which record fields are shown: status with its voice, sides, dates. One wording for every list and page.

Fields of records in, plain text out; escaping for a medium is the business of whoever shows it.
"""

import re
from collections.abc import Callable, Sequence

from dragoman.model.document import Document
from dragoman.model.records import Event
from dragoman.model.resolution import SourceDocument, Thread
from dragoman.text.edtf import spell

_ARTICLE = re.compile(
    r"^(?:United|Soviet|European|African|Holy|Central African|Democratic Republic|Czech Republic|Dominican Republic)\b"
    r"|\b(?:Islands|Emirates|Philippines|Netherlands|Maldives|Bahamas|Seychelles|Comoros|Gambia|Vatican|Taliban)$"
)
"""Names that English gives an article; a closed class."""


def spell_voice(voice: str) -> str:
    """Who vouches, as words that follow "says": a reader's name is never known."""
    return "a reader's comment" if voice == "comment" else voice


def spell_status(status: str, voice: str) -> str:
    """A status with its voice, the only way in which a status is ever shown.

    Example:
        >>> spell_status("happened", "author")
        'happened'
        >>> spell_status("happened", "U.S. officials")
        'happened, says U.S. officials'
        >>> spell_status("denied", "author")
        'did not happen'
        >>> spell_status("denied", "Sergey Lavrov")
        'denied by Sergey Lavrov'
    """
    if status == "denied":
        return "did not happen" if voice == "author" else f"denied by {spell_voice(voice)}"
    return status if voice == "author" else f"{status}, says {spell_voice(voice)}"


def spell_standing(thread: Thread) -> str:
    """What all sources together make of a thread, and who says otherwise.

    Example:
        >>> spell_standing(Thread("t-0", "CONSULT", ("RUS",), ("PAK",), ("e-0",), dissent=("denied by Sergey Lavrov",)))
        'happened; denied by Sergey Lavrov'
    """
    return "; ".join((thread.standing, *thread.dissent))


def spell_reason(thread: Thread) -> str:
    """Why it stands as it does: "the latest word, by Dawn"; a reader who commented has no name."""
    return re.sub(r"\bby comment$", f"by {spell_voice('comment')}", thread.reason)


def spell_for(date: str) -> str:
    """A time as it follows what is told of it.

    Example:
        >>> spell_for("2012-10-04"), spell_for("../2012")
        ('for 4 October 2012', 'by 2012')
    """
    words = spell(date)
    return words if words.startswith(("by ", "since ")) else f"for {words}"


def spell_dissent(thread: Thread) -> list[str]:
    """Who says otherwise than the standing, one phrase each.

    Example:
        >>> spell_dissent(Thread("t-0", "CONSULT", ("RUS",), ("PAK",), ("e-0",), dissent=("denied, says S. Lavrov",)))
        ['did not happen, says S. Lavrov']
    """
    return [phrase.replace("denied, says ", "did not happen, says ", 1) for phrase in thread.dissent]


def spell_told(thread: Thread) -> str:
    """How many texts tell a thread, and how many of them count: "5 texts of 3 independent sources"."""
    return f"{count_words(thread.documents, 'text')} of {count_words(thread.sources, 'independent source')}"


def spell_sides(event: Event | Thread, name: Callable[[str], str] = str) -> str:
    """Who does it to whom: "RUS -> PAK", "PAK, RUS" for a mutual event, "?" for a side that is not named."""
    actors = ", ".join(map(name, event.actors)) or "?"
    return f"{actors} -> {', '.join(map(name, event.recipients))}" if event.recipients else actors


def spell_published(doc: Document) -> str:
    """When a document was published and how that is known: "4 October 2012 (stated: dateline)"."""
    if not doc.published:
        return "undated"
    reason = f": {doc.published_reason}" if doc.published_reason else ""
    return f"{spell(doc.published)} ({doc.published_basis}{reason})"


def spell_outlet(doc: Document) -> str:
    """Outlet, else carrier, else the name of the document."""
    return doc.outlet or (doc.carriers[-1] if doc.carriers else "") or doc.name


def spell_page(source: SourceDocument) -> str:
    """Outlet, else carrier, else the title of a page, else its id."""
    return source.outlet or (source.carriers[-1] if source.carriers else "") or source.title or source.id


def join_words(words: Sequence[str], *, last: str = "and") -> str:
    """A list as English writes it: "a", "a and b", "a, b and c"."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def with_article(name: str) -> str:
    """A state's name as it stands in a sentence: "the United States", "Pakistan"."""
    return f"the {name}" if _ARTICLE.search(name) else name


def count_words(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 event", "1,204 events"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
