"""Relations, ties and change points as plain fields for JSON, CSV and tables."""

from dragoman.model.network import Tie
from dragoman.model.relation import QUADS, Change, Pair, Period, Relation, RelationPoint
from dragoman.present.fields import Fields

CANNOT_KNOW = (
    "Levels are intensities of acts as told, -10 to 10, with their 80 % interval; they are not feelings, and they know "
    "nothing that no text of the dossier tells."
)
EVIDENCE_FREE = "Some of it rests on imported events, behind which no text of the dossier stands: {}."


def spell_period(start: str, period: Period) -> str:
    """A period in a table: the year, the month, or the week's first day."""
    return start[: {"year": 4, "month": 7, "week": 10}[period]]


def point_fields(point: RelationPoint, direction: str = "") -> Fields:
    """One period of a relation; `direction` says whose acts towards whom."""
    cover = point.coverage
    return {
        "start": point.start, "end": point.end, "direction": direction,
        "level": _short(point.level), "low": _short(point.low), "high": _short(point.high),
        "trend": _short(point.trend), "trend_low": _short(point.trend_low), "trend_high": _short(point.trend_high),
        "events": point.acts, **{quad.replace(" ", "_"): n for quad, n in zip(QUADS, point.quads, strict=True)},
        "documents": cover.documents, "sources": cover.sources,
        "documents_of_pair": cover.documents_of_pair, "sources_of_pair": cover.sources_of_pair,
        "threads": list(point.threads),
    }  # fmt: skip


def change_fields(change: Change) -> Fields:
    """One change point."""
    return {"start": change.start, "end": change.end, "size": _short(change.size), "low": _short(change.low),
            "high": _short(change.high), "threads": list(change.threads)}  # fmt: skip


def relation_fields(relation: Relation) -> Fields:
    """A relation with all its periods, both directions and change points."""
    return {
        "pair": list(relation.pair), "period": relation.period, "scale": relation.scale,
        "events": relation.threads, "sources": relation.sources, "imported": list(relation.imported),
        "lacks": relation.lacks,
        "points": list(all_points(relation)), "changes": [change_fields(change) for change in relation.changes],
        "note": CANNOT_KNOW,
    }  # fmt: skip


def all_points(relation: Relation) -> list[Fields]:
    """The periods of the pair, then those of each direction."""
    return [
        point_fields(point, direction)
        for direction, points in zip(directions_of(relation.pair), (relation.points, relation.forth, relation.back),
                                     strict=True)
        for point in points
    ]  # fmt: skip


def directions_of(pair: Pair) -> tuple[str, str, str]:
    """How the line and its two halves are named."""
    return "", f"{pair[0]} towards {pair[1]}", f"{pair[1]} towards {pair[0]}"


def tie_fields(tie: Tie) -> Fields:
    """How one pair gets on, on one day."""
    return {"a": tie.a, "b": tie.b, "level": _short(tie.level), "low": _short(tie.low), "high": _short(tie.high),
            "sign": tie.sign, "trend": _short(tie.trend), "trend_low": _short(tie.trend_low),
            "trend_high": _short(tie.trend_high), "events": tie.acts, "assessments": tie.verdicts,
            "supposed": tie.supposed}  # fmt: skip


def spell_level(level: float, low: float, high: float) -> str:
    """A level with its interval: "+2.7 (+1.9 to +3.4)"."""
    return f"{level:+.1f} ({low:+.1f} to {high:+.1f})"


def spell_direction(point: RelationPoint | Tie) -> str:
    """Which way a level moves, where the interval of the trend leaves no doubt."""
    if point.trend_low > 0:
        return "rising"
    return "falling" if point.trend_high < 0 else "no clear direction"


def _short(value: float) -> float:
    return round(value, 3)
