"""The stage from records to relations: pairs over time, the signed network, camps, what may follow.

Rows in, derived values out: no database, no files.
"""
