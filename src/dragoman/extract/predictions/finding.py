"""Which statements of a document foretell, with what certainty and for when.

In: a document being read, its statements found. Out: the same statements, in the same order, predictions marked. Only
what somebody is made to say counts: the author's own forecast is no statement.
"""

from bisect import bisect_left
from dataclasses import replace

from dragoman.extract.grammar.arguments import subjects
from dragoman.extract.grammar.tree import is_verbal
from dragoman.extract.predictions.certainty import oppose, weaken
from dragoman.extract.predictions.clauses import top_clauses
from dragoman.extract.predictions.horizon import find_horizon
from dragoman.extract.predictions.judging import judge_clause
from dragoman.extract.predictions.own_side import OwnSide
from dragoman.extract.predictions.words import Forecast, Reported, find_cue
from dragoman.extract.reading import Reading
from dragoman.model.analysis import Analysis
from dragoman.model.records import Reason, Statement
from dragoman.vocab.word_groups import word_group

_FEW = frozenset({"few", "no"})


def mark_predictions(reading: Reading) -> tuple[Statement, ...]:
    """The statements of a document, those that foretell with certainty, horizon and reason."""
    return tuple(_mark(reading, statement) for statement in reading.statements)


def _mark(reading: Reading, statement: Statement) -> Statement:
    first, last = _tokens_of(reading, *statement.span)
    forecast = _find_forecast(reading, statement, first, last)
    if forecast is None:
        return statement
    return replace(
        statement,
        foretells=True,
        certainty=forecast.certainty,
        horizon=find_horizon(reading, statement, forecast.verb),
        reasons=(*statement.reasons, Reason("certainty", forecast.certainty, forecast.why)),
    )


def _find_forecast(reading: Reading, statement: Statement, first: int, last: int) -> Forecast | None:
    """The first forecast of a statement, or what its attributing word alone makes one ("predicted a war")."""
    an = reading.an
    cue = _tokens_of(reading, *statement.cue_span)[0] if statement.cue_span[0] >= 0 else -1
    said = find_cue(an, "said", cue) if cue >= 0 else None
    if said is not None and said.certainty == "none":
        return None
    doubted = said is not None and said.certainty == "unlikely"
    side = OwnSide(an, reading.who, statement, cue)
    words = Reported(an, side, (first, last), _is_shifted(reading, statement, cue), doubted, _is_weighed(an, cue))
    for clause in top_clauses(an, first, last):
        found = judge_clause(words, clause)
        if found is not None:
            certainty = weaken(found.certainty, said.certainty) if said else found.certainty
            return replace(found, certainty=oppose(certainty) if _is_denied(reading, cue) else certainty)
    return _by_content(reading, statement, cue, first, last)


def _is_weighed(an: Analysis, cue: int) -> bool:
    """Whether the attributing word tells of thinking ("believes", "warned"): then what follows is no announcement."""
    return cue >= 0 and an.lemma[cue] in word_group("weighing")


def _is_denied(reading: Reading, cue: int) -> bool:
    """"Does not think that it will", "few believe that it will": the word that attributes is negated."""
    an = reading.an
    if cue < 0:
        return False
    named = (kid for subject in subjects(an, cue) for kid in an.children[subject])
    return any(an.dep[kid] == "neg" for kid in an.children[cue]) or any(an.lemma[kid] in _FEW for kid in named)


def _by_content(reading: Reading, statement: Statement, cue: int, first: int, last: int) -> Forecast | None:
    """"Predicted a long war": a content without a verb at its top, after a word of foretelling."""
    an = reading.an
    word = find_cue(an, "content", cue) if cue >= 0 else None
    tops = [token for token in range(first, last) if not first <= an.head[token] < last]
    present = any(find_cue(an, "noun", token) for token in tops)
    if word is None or statement.mode == "direct" or not tops or present or any(is_verbal(an, token) for token in tops):
        return None
    return Forecast(tops[0], weaken(word.certainty, "will"), f"{word.cue} ({word.where})")


def _is_shifted(reading: Reading, statement: Statement, cue: int) -> bool:
    """Whether the words are reported in the past, so that "would" stands for "will"."""
    return statement.mode != "direct" and cue >= 0 and reading.an.tag[cue] in ("VBD", "VBN", "NN", "NNS")


def _tokens_of(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """First token and the token after the last of a span of characters."""
    return bisect_left(reading.an.start, start), bisect_left(reading.an.start, end)
