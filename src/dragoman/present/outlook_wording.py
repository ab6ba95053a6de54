"""What may follow for a pair, in words and fields: probabilities, and the record of such forecasts beside them.

Outlooks in, lines and plain fields out.
"""

from collections.abc import Sequence

from dragoman.model.outlook import Forecast, ForecastScore, Outlook
from dragoman.present.fields import Fields
from dragoman.present.relation_fields import EVIDENCE_FREE
from dragoman.present.wording import count_words, join_words
from dragoman.text.edtf import spell

_QUESTIONS = {
    "relation": "in {} their relation, against now, is",
    "visit": "within {} a high-level visit takes place:",
}


def outlook_fields(found: Outlook) -> Fields:
    """An outlook with the record of its forecasts."""
    return {
        "pair": list(found.pair), "since": found.since, "until": found.until, "lacks": found.lacks,
        "forecasts": [_forecast_fields(forecast) for forecast in found.forecasts],
    }  # fmt: skip


def spell_ground(found: Outlook, imported: Sequence[str]) -> str:
    """What an outlook rests on; `imported` are the data sets that some of it comes from."""
    free = " " + EVIDENCE_FREE.format(join_words(imported)) if imported else ""
    return f"From the months {spell(found.since)} to {spell(found.until)}.{free} A forecast is no knowledge."


def _forecast_fields(one: Forecast) -> Fields:
    return {
        "question": one.question, "horizon": one.horizon, "shown": one.shown,
        "probabilities": dict(zip(one.outcomes, map(_short, one.probabilities), strict=True)),
        "model": dict(zip(one.outcomes, map(_short, one.model), strict=True)),
        "factors": [[words, _short(size)] for words, size in one.factors],
        "scores": [_score_fields(score) for score in one.scores],
    }  # fmt: skip


def _score_fields(score: ForecastScore) -> Fields:
    return {
        "name": score.name, "brier": _short(score.brier), "low": _short(score.low), "high": _short(score.high),
        "months": score.months,
        "calibration": [
            {"low": bin.low, "high": bin.high, "count": bin.count, "forecast": _short(bin.forecast),
             "observed": _short(bin.observed)}
            for bin in score.calibration
        ],
    }  # fmt: skip


def describe_forecast(one: Forecast) -> list[str]:
    """A forecast, and under it how such forecasts did in the past; the first line is the forecast."""
    ahead = _QUESTIONS[one.question].format(count_words(one.horizon, "month"))
    told = ", ".join(f"{what} {share:.0%}" for what, share in zip(one.outcomes, one.probabilities, strict=True))
    record = ", ".join(f"{score.name} {score.brier:.3f}" for score in one.scores)
    by_model = "the model" if one.shown == "model" else f"not the model, which did not beat it, but: {one.shown}"
    tried = count_words(one.scores[0].months, "past month")
    said = f"{ahead[0].upper()}{ahead[1:]} {told} ({by_model})."
    lines = [said, f"  Brier scores over {tried}, 0 is best: {record}."]
    if one.shown == "model" and one.factors:
        lines.append(f"  What moves it: {'; '.join(f'{words} ({size:+.2f})' for words, size in one.factors[:3])}.")
    return [*lines, *_calibration_lines(one)]


def _calibration_lines(one: Forecast) -> list[str]:
    """The record of what is shown: how often it came about, by what was said."""
    score = next((score for score in one.scores if score.name == one.shown), None)
    bins = [bin for bin in score.calibration if bin.count] if score else []
    if not bins:
        return []
    told = ", ".join(f"{bin.forecast:.0%} said, {bin.observed:.0%} came ({bin.count})" for bin in bins)
    return [f"  How often what was said came about: {told}."]


def _short(value: float) -> float:
    return round(value, 4)
