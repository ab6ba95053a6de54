"""Joins records across documents: reprint families, actors, threads, contradictions. Pure functions over iterables."""
