"""What each outlet reported, told first, copied, and how its word stood: a page a source.

In: documents, families, and the threads with what each telling says. Out: one `SourcePage` an outlet.
It must not read texts, and it ranks nobody: a state's outlet is named as such and counted like any other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.resolution import Family, SourceDocument, Standing, WordGiven
from dragoman.resolve.independence import Independence
from dragoman.text.edtf import bounds_of
from dragoman.vocab.owners import Owner, find_owner, fold_usual
from dragoman.vocab.page_words import load_outlets


@dataclass(frozen=True, slots=True)
class Copied:
    """A document that carries another's text: its id, the family, the outlet of the original ("" if unknown)."""

    document: str
    family: str
    origin: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What is known of one outlet.

    Attributes:
        outlet: usual name; the carrier's where no outlet is known; "" for texts that name neither.
        kind: agency, broadcaster, newspaper, site, official; "" if the outlet is in no table.
        country: of its seat, ISO 3166-1 alpha-3.
        owner: the state behind it, None if none is known.
        documents: ids of its documents, sorted.
        first: ids of the families whose original is its, sorted.
        copied: its documents that carry another outlet's text, by id.
        vouched: standing to the ids of the threads that this outlet alone vouched for as happened, sorted.
        ahead: ids of the threads that it told on an earlier day than any other source, sorted.
    """

    outlet: str
    kind: str
    country: str
    owner: Owner | None
    documents: tuple[str, ...]
    first: tuple[str, ...] = ()
    copied: tuple[Copied, ...] = ()
    vouched: tuple[tuple[Standing, tuple[str, ...]], ...] = ()
    ahead: tuple[str, ...] = ()

    @property
    def stood(self) -> tuple[tuple[Standing, int], ...]:
        """Standing to the number of threads that it alone vouched for, the most frequent first."""
        return tuple((standing, len(threads)) for standing, threads in self.vouched)


def describe_sources(
    documents: Iterable[SourceDocument],
    families: Iterable[Family],
    vouched: Mapping[str, Mapping[Standing, Sequence[str]]] | None = None,
    ahead: Mapping[str, Sequence[str]] | None = None,
) -> list[SourcePage]:
    """A page for each outlet, most documents first, then by name.

    Args:
        documents: all that are looked at.
        families: of the dossier.
        vouched: as `judge_words` gives it.
        ahead: as `find_ahead` gives it.
    """
    known = {doc.id: doc for doc in documents}
    names = {doc.id: name_outlet(doc) for doc in known.values()}
    first, copied = _share_out(families, names)
    by_outlet: dict[str, list[str]] = {}
    for document, name in sorted(names.items()):
        by_outlet.setdefault(name, []).append(document)
    pages = []
    for name, ids in by_outlet.items():
        folded = fold_usual(name)
        page = _make_page(name, ids, first.get(name, []), copied.get(name, []), (vouched or {}).get(folded, {}))
        pages.append(replace(page, ahead=tuple(sorted((ahead or {}).get(folded, ())))))
    return sorted(pages, key=lambda page: (-len(page.documents), page.outlet))


def name_outlet(doc: SourceDocument) -> str:
    """The usual name of the outlet, of the first carrier if there is none, "" if neither is known."""
    name = doc.outlet or next(iter(doc.carriers), "")
    known = load_outlets().get(fold_usual(name)) if name else None
    return known.name if known else name


def _share_out(
    families: Iterable[Family], names: Mapping[str, str]
) -> tuple[dict[str, list[str]], dict[str, list[Copied]]]:
    """Outlet to the families that it had first, and to the documents for which it took another's text."""
    first: dict[str, list[str]] = {}
    copied: dict[str, list[Copied]] = {}
    for family in sorted(families, key=lambda each: each.id):
        origin = names.get(family.original, "")
        if family.original in names:
            first.setdefault(origin, []).append(family.id)
        for document in family.documents:
            if document in names and document != family.original and (names[document] != origin or not origin):
                copied.setdefault(names[document], []).append(Copied(document, family.id, origin))
    return first, copied


def _make_page(
    name: str,
    documents: Sequence[str],
    first: Sequence[str],
    copied: Sequence[Copied],
    vouched: Mapping[Standing, Sequence[str]],
) -> SourcePage:
    known = load_outlets().get(fold_usual(name)) if name else None
    ordered = sorted(vouched.items(), key=lambda item: (-len(item[1]), item[0]))
    return SourcePage(
        name,
        known.kind if known else "",
        known.country if known else "",
        find_owner(name) if name else None,
        tuple(documents),
        tuple(first),
        tuple(sorted(copied, key=lambda each: each.document)),
        tuple((standing, tuple(sorted(threads))) for standing, threads in ordered),
    )


def find_ahead(
    given: Iterable[WordGiven], documents: Iterable[SourceDocument], independence: Independence
) -> dict[str, list[str]]:
    """Which source told a thread first: of several sources the one whose text is of an earlier day than all others.

    Returns:
        Folded name of the source to ids of threads; none where two are of one day, or a day is not known.
    """
    days = {doc.id: bounds_of(doc.published)[0] for doc in documents}
    found: dict[str, list[str]] = {}
    for thread, words in _by_thread(given).items():
        told = {word.document for word in words if word.voice != "comment"}
        dated = sorted((day.isoformat(), independence.labels.get(id, "")) for id in told if (day := days.get(id)))
        if len({label for _, label in dated}) < 2 or len(dated) < len(told):
            continue
        first, name = dated[0]
        if name and not name.startswith("?") and all(label == name for day, label in dated if day == first):
            found.setdefault(name, []).append(thread)
    return found


def judge_words(given: Iterable[WordGiven], independence: Independence) -> dict[str, dict[Standing, list[str]]]:
    """How often an outlet's word stood.

    Counted are the threads of which exactly one source says in its own voice that it happened, whatever others claim,
    deny or plan. What became of them is the thread's standing.

    Args:
        given: all that is told of the threads.
        independence: of the dossier.

    Returns:
        Folded name of the source to the threads that it alone vouched for, by standing; unknown sources are left out.
    """
    found: dict[str, dict[Standing, list[str]]] = {}
    for thread, words in _by_thread(given).items():
        vouching = {
            independence.labels.get(word.document, "")
            for word in words
            if word.voice == "author" and word.status == "happened"
        }
        if len(vouching) == 1 and (name := vouching.pop()) and not name.startswith("?"):
            found.setdefault(name, {}).setdefault(words[0].standing, []).append(thread)
    return found


def _by_thread(given: Iterable[WordGiven]) -> dict[str, list[WordGiven]]:
    found: dict[str, list[WordGiven]] = {}
    for word in given:
        found.setdefault(word.thread, []).append(word)
    return found
