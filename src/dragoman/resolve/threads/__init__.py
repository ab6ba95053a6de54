"""Threads: the records of one real-world event, their life, and what the record as a whole says became of it."""

from dragoman.resolve.threads.keys import keys_of
from dragoman.resolve.threads.life import tell_life
from dragoman.resolve.threads.linking import Link, link_pairs, link_tellings
from dragoman.resolve.threads.parting import part_all, part_threads
from dragoman.resolve.threads.standing import judge_standing
from dragoman.resolve.threads.summary import make_thread
from dragoman.resolve.threads.told import Telling, tell

__all__ = [
    "Link",
    "Telling",
    "judge_standing",
    "keys_of",
    "link_pairs",
    "link_tellings",
    "make_thread",
    "part_all",
    "part_threads",
    "tell",
    "tell_life",
]
