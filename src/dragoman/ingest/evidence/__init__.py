"""Collects what a page says about its date, authors, genre and language; `dating` and `provenance` decide."""
