"""What cannot both be true in one thread, and what a record says against a known fact.

In: a thread, its events and their pages. Out: contradictions, sorted by id; the order of the events does not matter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction, SourceDocument, Thread
from dragoman.resolve.contradictions.counts import find_count_clashes
from dragoman.resolve.contradictions.dates import find_date_clashes
from dragoman.resolve.contradictions.existence import find_existence_clashes
from dragoman.resolve.contradictions.first_claims import find_first_claims, group_by_document
from dragoman.resolve.contradictions.firsts import check_first_claims
from dragoman.resolve.contradictions.membership import find_membership_clashes
from dragoman.resolve.contradictions.offices import find_office_clashes
from dragoman.resolve.contradictions.people import find_people_clashes
from dragoman.resolve.contradictions.places import find_place_clashes
from dragoman.resolve.contradictions.sides import find_party_clashes, find_side_clashes
from dragoman.resolve.contradictions.statuses import find_status_clashes, find_vote_clashes
from dragoman.resolve.contradictions.tellings import read_tellings

LEAST_OF_FACTS = 0.1
"""Facts stand against the words of the quote, not against what was read out of them, so a doubtful record will do."""
_FIELDS = (
    find_date_clashes, find_place_clashes, find_side_clashes, find_people_clashes, find_status_clashes,
    find_count_clashes, find_party_clashes, find_vote_clashes,
)  # fmt: skip
_FACTS = (find_office_clashes, find_existence_clashes, find_membership_clashes)


def find_contradictions(
    thread: Thread, events: Sequence[Event], sources: Mapping[str, SourceDocument]
) -> list[Contradiction]:
    """Pairs of records of one thread that cannot both be true.

    Args:
        thread: the thread; only its id is used.
        events: its records.
        sources: the pages of the records by document id; a page that is missing has no date of publication.

    Returns:
        At most one contradiction for two values of one field, by id.
    """
    tellings = read_tellings(events, sources)
    found = {clash.id: clash for find in _FIELDS for clash in find(thread.id, tellings)}
    beside = group_by_document(events)
    claims = [
        claim for event in events
        for claim in find_first_claims(event, sources.get(event.document), beside[event.document])
    ]  # fmt: skip
    for clash in check_first_claims(claims, events) if claims else ():
        found[clash.id] = replace(clash, thread=thread.id)
    return [found[key] for key in sorted(found)]


def check_facts(event: Event, source: SourceDocument | None = None) -> list[Contradiction]:
    """What the words of one record say against a known fact: an office, an existence, a membership.

    Args:
        event: the record.
        source: its page; without it the day of publication is unknown, and no office is judged.

    Returns:
        By id. `Contradiction.source` names the fact's source.
    """
    if event.voice == "comment" or event.confidence < LEAST_OF_FACTS:
        return []
    published = source.published if source else ""
    found = {clash.id: clash for find in _FACTS for clash in find(event, published)}
    return [found[key] for key in sorted(found)]
