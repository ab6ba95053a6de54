"""Time expressions: what a sentence says of when, resolved to EDTF."""

from dragoman.extract.times.finding import Tense, Time, TimeKind, TimeRole, find_times

__all__ = ["Tense", "Time", "TimeKind", "TimeRole", "find_times"]
