"""Readers of event data that others made: ICEWS, POLECAT, GDELT, Phoenix, knowledge graphs of ICEWS, plain tables."""
