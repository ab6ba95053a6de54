"""The whole of extraction for one document: its records, in text order.

In: a document, its analysis with mentions, the world. Out: `Records`. Thinking only: no input, no output, no state.
"""

from dragoman.extract.assessments import find_assessments
from dragoman.extract.dates import times_by_sentence
from dragoman.extract.events.building import find_events
from dragoman.extract.grammar.participants import Who
from dragoman.extract.predictions import mark_predictions
from dragoman.extract.reading import Reading
from dragoman.extract.speech.finding import find_attributions
from dragoman.extract.speech.statements import Voices, make_statements
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document
from dragoman.model.records import Records
from dragoman.vocab.world import World


def extract_records(doc: Document, analysis: Analysis, world: World) -> Records:
    """Events, statements and assessments of one document; empty for a text that was not analysed."""
    if not len(analysis):
        return Records(doc.id)
    reading = begin_reading(doc, analysis, world)
    return Records(
        doc.id,
        events=tuple(find_events(reading)),
        statements=mark_predictions(reading),
        assessments=tuple(find_assessments(reading)),
    )


def begin_reading(doc: Document, analysis: Analysis, world: World) -> Reading:
    """The document with all that is found before its events: who speaks, whose words each passage is, times."""
    who = Who.of(analysis, world.speakers)
    attributions = find_attributions(doc, analysis, world.attribution_cues, who)
    statements, passages = make_statements(doc, analysis, who, world.speakers, attributions)
    times = times_by_sentence(doc, analysis)
    return Reading(doc, analysis, world, who, Voices(doc, passages), times, tuple(statements))
