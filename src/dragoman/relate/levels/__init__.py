"""Levels over time: a state-space model of one pair or of thousands, with intervals that know what they do not know."""

from dragoman.relate.levels.cells import Cells, fill_cells
from dragoman.relate.levels.estimating import Levels, estimate_levels
from dragoman.relate.levels.grid import Grid, make_grid

__all__ = ["Cells", "Grid", "Levels", "estimate_levels", "fill_cells", "make_grid"]
