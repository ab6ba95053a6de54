"""Where the pages of the desk stand: few in the bar on top, the others in groups, as its menu and home list them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One page.

    Attributes:
        words: its name in the bar and in the menu.
        says: what it shows, in a few words.
        table: the table whose number of rows home shows beside it, "" for none.
        pages: beginnings of the paths of pages that belong to it.
    """

    address: str
    words: str
    says: str
    table: str = ""
    pages: tuple[str, ...] = ()


BAR = (
    Entry("/pairs", "Pairs", "how two sides get on, over time", "", ("/pair/", "/pairs/", "/outlook/", "/brief/")),
    Entry("/threads", "Threads", "each event of the world once, with its life", "threads", ("/thread/",)),
    Entry("/documents", "Documents", "the texts, as stored", "documents", ("/document/",)),
    Entry("/calendar", "Calendar", "visits and meetings, planned and past"),
    Entry("/network", "Network", "camps and pressures of a day"),
    Entry("/review", "Review", "records that need a look, one at a time"),
    Entry("/add", "Add", "files or a pasted text", "", ("/add/",)),
)
MENU = (
    ("Who says what", (
        Entry("/statements", "Statements", "words that texts attribute to somebody", "statements", ("/statement/",)),
        Entry("/predictions", "Predictions", "what somebody foretold"),
        Entry("/assessments", "Assessments", "how two sides are said to get on", "assessments"),
        Entry("/commitments", "Commitments", "what was promised, and how it stands"),
    )),
    ("Who, and from where", (
        Entry("/actors", "Actors", "persons, states, organisations, groups", "", ("/actor/",)),
        Entry("/sources", "Sources", "what each outlet told first, what it copied", "", ("/source/",)),
        Entry("/families", "Families", "texts that carry one another: reprints, updates", "families", ("/family/",)),
    )),
    ("To check", (
        Entry("/contradictions", "Contradictions", "what cannot both be true", "contradictions", ("/contradiction/",)),
        Entry("/decisions", "Decisions", "what people decided, to be taken back"),
        Entry("/agreement", "Agreement", "how far two reviewers agree"),
    )),
    ("Find", (
        Entry("/search", "Search", "texts and quotes, by kind, year and actor"),
        Entry("/new", "New", "what a run brought"),
        Entry("/api", "For programs", "every page as JSON and CSV"),
    )),
)  # fmt: skip


def find_entry(path: str) -> Entry | None:
    """The entry to which a page belongs; home and errors belong to none.

    Example:
        >>> find_entry("/thread/t-01").address
        '/threads'
    """
    every = (*BAR, *(entry for _, entries in MENU for entry in entries))
    return next((entry for entry in every if path == entry.address or path.startswith(entry.pages)), None)
