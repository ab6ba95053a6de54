"""Takes from a dossier what the brief of one pair needs. The only module of the brief that reads the dossier."""

from collections.abc import Callable, Iterable

from dragoman.model.document import Document
from dragoman.model.records import Assessment, Event, Statement
from dragoman.present.brief.context import find_passage
from dragoman.present.brief.material import Material, SourceFacts
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.text.edtf import overlaps

_OPEN = ".."


def gather_material(
    dossier: Dossier, pair: tuple[str, str], *, names: Callable[[str], str], since: str = "", until: str = ""
) -> Material:
    """The records of the pair whose own date, or for an undated record whose text's date, lies in the period."""
    period = f"{since.partition('/')[0] or _OPEN}/{until.rpartition('/')[2] or _OPEN}" if since or until else ""
    wanted = Filters(pair=pair)
    docs: dict[str, Document] = {}

    def in_period(record: Event | Assessment) -> bool:
        if record.document not in docs:
            docs[record.document] = dossier.document(record.document)
        return not period or overlaps(record.date or docs[record.document].published, period)

    found = [event for event in dossier.events(wanted) if in_period(event)]
    said = [assessment for assessment in dossier.assessments(wanted) if in_period(assessment)]
    events = tuple(event for event in found if not _from_comment(event, docs[event.document]))
    assessments = tuple(item for item in said if not _from_comment(item, docs[item.document]))
    shown: tuple[Event | Assessment, ...] = (*events, *assessments)
    cited = {event.document for event in events} | {item.document for item in assessments}
    return Material(
        pair=pair,
        names=names,
        events=events,
        assessments=assessments,
        statements=_statements(dossier, wanted, events, assessments),
        sources={id: _facts(doc) for id, doc in docs.items() if id in cited},
        documents=dossier.count("documents"),
        passages={item.id: find_passage(docs[item.document], item.span) for item in shown},
        comments=len(found) + len(said) - len(events) - len(assessments),
        since=since,
        until=until,
        program=_program(dossier),
    )


def _from_comment(record: Event | Assessment, doc: Document) -> bool:
    return record.voice == "comment" or doc.part_at(record.span[0]) == "comment"


def _statements(
    dossier: Dossier, wanted: Filters, events: Iterable[Event], assessments: Iterable[Assessment]
) -> tuple[Statement, ...]:
    """Statements by officials of either side whose words hold one of the pair's events or assessments."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for event in events:
        spans.setdefault(event.document, []).append(event.trigger_span)
    for assessment in assessments:
        spans.setdefault(assessment.document, []).append(assessment.span)
    return tuple(
        said
        for said in dossier.statements(wanted)
        if said.role == "official"
        and any(said.span[0] <= start and end <= said.span[1] for start, end in spans.get(said.document, ()))
    )


def _facts(doc: Document) -> SourceFacts:
    carrier = doc.carriers[-1] if doc.carriers else ""
    return SourceFacts(
        id=doc.id,
        title=doc.title or doc.name,
        outlet=doc.outlet or carrier,
        carrier=carrier if doc.outlet else "",
        author=doc.author,
        genre=doc.genre,
        published=doc.published,
        basis=doc.published_basis,
        reason=doc.published_reason,
        url=doc.url,
    )


def _program(dossier: Dossier) -> str:
    runs = [run for run in dossier.runs() if run.model]
    return f"Dragoman {runs[-1].program}, language model {runs[-1].model}" if runs else "Dragoman"
