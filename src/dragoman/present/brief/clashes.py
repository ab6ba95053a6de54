"""Lines about what cannot both be true: two records side by side, or a record beside a known fact with its source."""

from dragoman.model.records import Event
from dragoman.model.resolution import Clash, Contradiction
from dragoman.present.brief.lines import LineMaker
from dragoman.present.brief.lives import spell_text
from dragoman.present.brief.page import Line, Run
from dragoman.present.brief.quoting import clip
from dragoman.present.wording import spell_status

_HEADINGS: dict[Clash, str] = {
    "date": "When",
    "place": "Where",
    "sides": "Between whom",
    "people": "Who took part",
    "status": "Whether it happened",
    "count": "How many",
    "first": "The first since when",
    "office": "Who held the office",
    "existence": "Whether it existed then",
    "membership": "Who was a member",
}
MOST_VALUE = 100
"""Characters of what one side says, and of a reason."""


def clash_line(one: Contradiction, make: LineMaker) -> Line:
    """Both sides of a contradiction, each with who says it, when and in which words, and why both cannot be."""
    events = [make.material.clashing[id] for id in one.records]
    runs = [Run(f"{_HEADINGS[one.clash]}:", "strong"), Run(" ")]
    shown: set[str] = set()
    for place, value in enumerate(one.values):
        runs.append(Run(f"{' — against ' if place else ''}{clip(value, MOST_VALUE)}"))
        if place < len(events):
            runs += _voice(events[place], make, shown)
        else:
            runs.append(Run(f", a known fact from {clip(one.source, MOST_VALUE)}"))
    runs.append(Run(f" — {clip(one.reason, MOST_VALUE)}."))
    return Line(tuple(runs), make.numbering.cite(events))


def _voice(event: Event, make: LineMaker, shown: set[str]) -> list[Run]:
    """Who says so, in which words; a sentence that holds both sides is quoted once."""
    source = make.material.sources[event.document]
    said = "" if event.voice == "author" else f"{spell_status(event.status, clip(event.voice, 60))}; "
    words = make.material.passage(event).text
    quoted = [Run(": "), *make.quote(event)] if words not in shown else []
    shown.add(words)
    return [Run(f" ({said}{spell_text(source)})"), *quoted]
