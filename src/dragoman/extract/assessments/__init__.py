"""Assessments: phrases that say how two sides get on, or which way that moves."""

from dragoman.extract.assessments.finding import find_assessments

__all__ = ["find_assessments"]
