"""What may follow for a pair: probabilities from a small model, with its record against naive baselines."""

from dragoman.relate.outlook.looking import look_ahead

__all__ = ["look_ahead"]
