"""What each outlet reported, had first, copied, and how its word stood: a page a source.

In: documents, families, and the threads with what each telling says. Out: one `SourcePage` an outlet.
It must not read texts, and it ranks nobody: a state's outlet is named as such and counted like any other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.resolution import Family, SourceDocument, Standing, Step, Thread
from dragoman.resolve.independence import Independence
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
        stood: standing to the number of threads that this outlet alone vouched for as happened.
    """

    outlet: str
    kind: str
    country: str
    owner: Owner | None
    documents: tuple[str, ...]
    first: tuple[str, ...] = ()
    copied: tuple[Copied, ...] = ()
    stood: tuple[tuple[Standing, int], ...] = ()


def describe_sources(
    documents: Iterable[SourceDocument],
    families: Iterable[Family],
    stood: Mapping[str, Mapping[Standing, int]] | None = None,
) -> list[SourcePage]:
    """A page for each outlet, most documents first, then by name.

    Args:
        documents: all that are looked at.
        families: of the dossier.
        stood: as `judge_words` gives it.
    """
    known = {doc.id: doc for doc in documents}
    names = {doc.id: name_outlet(doc) for doc in known.values()}
    first, copied = _share_out(families, names)
    by_outlet: dict[str, list[str]] = {}
    for document, name in sorted(names.items()):
        by_outlet.setdefault(name, []).append(document)
    pages = [
        _make_page(name, ids, first.get(name, []), copied.get(name, []), (stood or {}).get(fold_usual(name), {}))
        for name, ids in by_outlet.items()
    ]
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


def judge_words(
    threads: Iterable[Thread], lives: Mapping[str, Sequence[Step]], independence: Independence
) -> dict[str, Counter[Standing]]:
    """How often an outlet's word stood.

    Counted are the threads of which exactly one source says in its own voice that it happened, whatever others claim,
    deny or plan. What became of them is the thread's standing.

    Args:
        threads: with their standings.
        lives: id of a thread to its steps.
        independence: of the dossier.

    Returns:
        Folded name of the source to the standings of what it alone vouched for; unknown sources are left out.
    """
    found: dict[str, Counter[Standing]] = {}
    for thread in threads:
        vouching = {
            independence.labels.get(step.document, "")
            for step in lives.get(thread.id, ())
            if step.voice == "author" and step.status == "happened"
        }
        if len(vouching) == 1 and (name := vouching.pop()) and not name.startswith("?"):
            found.setdefault(name, Counter())[thread.standing] += 1
    return found
