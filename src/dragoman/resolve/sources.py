"""What each outlet reported, told first, copied, and how its word stood: a page a source.

In: documents, families, and the threads with what each telling says. Out: one `SourcePage` an outlet.
It must not read texts, and it ranks nobody: a state's outlet is named as such and counted like any other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.records import Event
from dragoman.model.resolution import Family, SourceDocument, Standing, Step, Thread
from dragoman.resolve.independence import Independence
from dragoman.text.edtf import bounds_of
from dragoman.vocab.owners import Owner, find_owner, fold_usual
from dragoman.vocab.page_words import load_outlets

Tellings = Mapping[str, Sequence[Step | Event]]
"""Id of a thread to what is told of it."""


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
        stood: standing to the number of threads that this outlet alone vouched for as happened.
        ahead: ids of the threads that it told on an earlier day than any other source, sorted.
    """

    outlet: str
    kind: str
    country: str
    owner: Owner | None
    documents: tuple[str, ...]
    first: tuple[str, ...] = ()
    copied: tuple[Copied, ...] = ()
    stood: tuple[tuple[Standing, int], ...] = ()
    ahead: tuple[str, ...] = ()


def describe_sources(
    documents: Iterable[SourceDocument],
    families: Iterable[Family],
    stood: Mapping[str, Mapping[Standing, int]] | None = None,
    ahead: Mapping[str, Sequence[str]] | None = None,
) -> list[SourcePage]:
    """A page for each outlet, most documents first, then by name.

    Args:
        documents: all that are looked at.
        families: of the dossier.
        stood: as `judge_words` gives it.
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
        page = _make_page(name, ids, first.get(name, []), copied.get(name, []), (stood or {}).get(folded, {}))
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
    name: str, documents: Sequence[str], first: Sequence[str], copied: Sequence[Copied], stood: Mapping[Standing, int]
) -> SourcePage:
    known = load_outlets().get(fold_usual(name)) if name else None
    ordered = tuple(sorted(stood.items(), key=lambda item: (-item[1], item[0])))
    return SourcePage(
        name,
        known.kind if known else "",
        known.country if known else "",
        find_owner(name) if name else None,
        tuple(documents),
        tuple(first),
        tuple(sorted(copied, key=lambda each: each.document)),
        ordered,
    )


def find_ahead(
    threads: Iterable[Thread], tellings: Tellings, documents: Iterable[SourceDocument], independence: Independence
) -> dict[str, list[str]]:
    """Which source told a thread first: of several sources the one whose text is of an earlier day than all others.

    Returns:
        Folded name of the source to ids of threads; none where two are of one day, or a day is not known.
    """
    days = {doc.id: bounds_of(doc.published)[0] for doc in documents}
    found: dict[str, list[str]] = {}
    for thread in threads:
        told = {each.document for each in tellings.get(thread.id, ()) if each.voice != "comment"}
        dated = sorted((day.isoformat(), independence.labels.get(id, "")) for id in told if (day := days.get(id)))
        if len({label for _, label in dated}) < 2 or len(dated) < len(told):
            continue
        first, name = dated[0]
        if name and not name.startswith("?") and all(label == name for day, label in dated if day == first):
            found.setdefault(name, []).append(thread.id)
    return found


def judge_words(
    threads: Iterable[Thread], tellings: Tellings, independence: Independence
) -> dict[str, Counter[Standing]]:
    """How often an outlet's word stood.

    Counted are the threads of which exactly one source says in its own voice that it happened, whatever others claim,
    deny or plan. What became of them is the thread's standing.

    Args:
        threads: with their standings.
        tellings: of the threads.
        independence: of the dossier.

    Returns:
        Folded name of the source to the standings of what it alone vouched for; unknown sources are left out.
    """
    found: dict[str, Counter[Standing]] = {}
    for thread in threads:
        vouching = {
            independence.labels.get(each.document, "")
            for each in tellings.get(thread.id, ())
            if each.voice == "author" and each.status == "happened"
        }
        if len(vouching) == 1 and (name := vouching.pop()) and not name.startswith("?"):
            found.setdefault(name, Counter())[thread.standing] += 1
    return found
