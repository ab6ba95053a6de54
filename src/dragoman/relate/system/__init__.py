"""The system: the signed network of all pairs on a day, its camps, its triangles, and which way these press."""

from dragoman.relate.system.building import build_system
from dragoman.relate.system.camps import SECONDS, find_camps
from dragoman.relate.system.comparing import compare_systems
from dragoman.relate.system.pressure import find_pressures
from dragoman.relate.system.supposing import judge_sign, suppose
from dragoman.relate.system.triangles import find_triangles

__all__ = [
    "SECONDS",
    "build_system",
    "compare_systems",
    "find_camps",
    "find_pressures",
    "find_triangles",
    "judge_sign",
    "suppose",
]
