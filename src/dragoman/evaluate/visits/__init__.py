"""Visits and travels of US and foreign leaders: which of those that the press mentions stand in the record."""
