"""The picture in a brief: how the pair gets on over time. Material in, SVG out."""

from dragoman.present.brief.material import Material
from dragoman.present.charts import SourceCount, draw_relation, render_chart, spell_source_line


def draw_level(material: Material) -> bytes:
    """The relation of the pair as SVG; empty where there is no line.

    Raises:
        UsageError: the extra that draws is not installed.
    """
    found = material.relation
    if found is None or not found.points:
        return b""
    days = sorted(source.published for source in material.sources.values() if source.published)
    counted = SourceCount(
        len(material.sources), len(material.independent), days[0] if days else "", days[-1] if days else "",
        imported=found.imported, events=found.threads if found.imported else 0,
    )  # fmt: skip
    return render_chart(draw_relation(found, material.names, spell_source_line(counted)))
