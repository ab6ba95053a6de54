"""Pictures of the record: a pair's relation, the network of a day, a pair's timeline, a calendar of visits.

Each maker is pure: frozen records in, a `Chart` of plain marks out, the same for the same input. `write_chart` makes it
SVG or PNG, for which the extra `[report]` is needed.
"""

from dragoman.present.charts.calendar import draw_calendar
from dragoman.present.charts.drawing.marks import Chart
from dragoman.present.charts.drawing.rendering import render_chart, write_chart
from dragoman.present.charts.network import draw_network
from dragoman.present.charts.relation import draw_relation
from dragoman.present.charts.source_line import SourceCount, spell_source_line
from dragoman.present.charts.timeline import draw_timeline

__all__ = [
    "Chart",
    "SourceCount",
    "draw_calendar",
    "draw_network",
    "draw_relation",
    "draw_timeline",
    "render_chart",
    "spell_source_line",
    "write_chart",
]
