"""Bytes to documents: readers, main text, dating, provenance."""
