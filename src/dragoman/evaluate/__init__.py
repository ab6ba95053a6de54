"""Readers of gold data, scorers and benchmarks."""
