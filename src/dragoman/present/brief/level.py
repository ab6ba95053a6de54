"""The section on the level of a pair: the figure with its interval, which way it moves, what changed it.

In: the relation of the pair, the line maker for references. Out: a section; it judges nothing that `relate` has not.
"""

from dragoman.model.relation import Change, Relation
from dragoman.present.brief.lines import LineMaker
from dragoman.present.brief.page import Line, Run, Section
from dragoman.present.relation_fields import spell_direction, spell_level, spell_period
from dragoman.present.wording import count_words
from dragoman.text.edtf import spell

HEADING = "How the two get on, as a figure"
MOST_CHANGES = 3


def level_section(relation: Relation | None, make: LineMaker) -> Section:
    """The section; without lines where nobody asked for a figure or nothing at all is told."""
    if relation is None or not (relation.threads or relation.points):
        return Section("level", HEADING, ())
    if not relation.points:
        return Section("level", HEADING, (Line((Run(f"No line: {relation.lacks}."),)),))
    changes = sorted(relation.changes, key=lambda change: -abs(change.size))[:MOST_CHANGES]
    return Section(
        "level", HEADING,
        (_now(relation), *(_changed(change, relation, make) for change in sorted(changes, key=lambda one: one.start))),
    )  # fmt: skip


def _now(relation: Relation) -> Line:
    last = relation.points[-1]
    when = spell(spell_period(last.start, relation.period))
    told = f"{count_words(relation.threads, 'event')} of {count_words(relation.sources, 'independent source')}"
    return Line((
        Run(spell_level(last.level, last.low, last.high), "strong"),
        Run(f" in {when}, between -10 (war) and +10 (help), with an 80 % interval; "),
        Run(spell_direction(last), "strong"),
        Run(f" ({last.trend:+.2f} a {relation.period}, {last.trend_low:+.2f} to {last.trend_high:+.2f}). From {told}. "
            "It measures the intensity of acts that texts tell, not feelings."),
    ))  # fmt: skip


def _changed(change: Change, relation: Relation, make: LineMaker) -> Line:
    made = set(change.threads)
    cited = [event for event in make.material.events if event.thread in made]
    size = f"{change.size:+.1f} ({change.low:+.1f} to {change.high:+.1f}) points"
    when = spell(spell_period(change.start, relation.period))
    by = f", with {count_words(len(made), 'event')} of that {relation.period}" if not cited else ""
    return Line((Run(f"{when[:1].upper()}{when[1:]}: ", "strong"), Run(f"a change of {size}{by}")),
                make.numbering.cite(cited))  # fmt: skip
