"""Timelines by editors: whether the days of the heaviest threads are the days that editors chose."""
