"""Renders a brief as Markdown that reads well as it stands. Of what a document holds, no mark-up survives."""

from collections.abc import Iterator

from dragoman.present.brief.page import Brief, Line, Reference, Run, SourceLine
from dragoman.present.brief.quoting import clip
from dragoman.present.escaping import for_markdown, for_markdown_inside
from dragoman.present.wording import count_words

UNNAMED = "outlet not named"


def render_markdown(brief: Brief) -> str:
    """The page as Markdown, ending in a line end."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {for_markdown(brief.title)}"
    if brief.subtitle:
        yield f"\n*{for_markdown(brief.subtitle)}*"
    if brief.opening:
        yield "\n" + " ".join(_line(line) for line in brief.opening)
    for section in brief.sections:
        yield f"\n## {section.heading}\n"
        yield from (f"- {_line(line)}" for line in section.lines)
        if section.more:
            yield f"\n({for_markdown(section.more)})"
    if brief.sources:
        yield "\n## Sources\n"
        yield from (f"- {_source(source)}" for source in brief.sources)
    if brief.more_sources:
        yield f"\n({for_markdown(brief.more_sources)})"
    if brief.references:
        yield "\n## References\n"
        yield from (_reference(reference) for reference in brief.references)
    yield f"\n---\n{for_markdown(brief.colophon)}"


def _line(line: Line) -> str:
    numbers = ", ".join(map(str, line.refs))
    return "".join(_run(run) for run in line.runs) + (f" [{numbers}]" if numbers else "")


def _run(run: Run) -> str:
    words = for_markdown_inside(run.text)
    return f"**{words}**" if run.kind in ("strong", "trigger") and words.strip() else words


def _source(source: SourceLine) -> str:
    where = ", ".join(for_markdown(clip(item, 80)) for item in (source.author, source.outlet or UNNAMED) if item)
    carried = f", carried by {for_markdown(clip(source.carrier, 80))}" if source.carrier else ""
    basis = f" ({for_markdown(clip(source.basis, 160))})" if source.basis else ""
    title = for_markdown(clip(source.title, 120))
    records = count_words(source.records, "record")
    dated = f"**{for_markdown(source.published)}**{basis}"
    copy = f"; **{for_markdown(clip(source.copy, 200))}**" if source.copy else ""
    return f"{dated}: {title}; {where}{carried}; {source.genre}; {records}{copy}"


def _reference(reference: Reference) -> str:
    where = f"{for_markdown(clip(reference.outlet or UNNAMED, 80))}, {for_markdown(reference.published)}"
    source = f"{for_markdown(reference.title)} ({where}; {reference.record[:12]})"
    return f"{reference.number}. {source}: “{for_markdown_inside(reference.quote)}”"
