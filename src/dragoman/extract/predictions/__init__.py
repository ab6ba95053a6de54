"""Predictions: statements that say what will, may or is likely to come about, and when.

In: a document being read. Out: its statements, those that foretell marked as such.
"""

from dragoman.extract.predictions.finding import mark_predictions

__all__ = ["mark_predictions"]
