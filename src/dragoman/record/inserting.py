"""Writes one row of the schema; which row, and in which transaction, is the caller's business."""

import sqlite3

from dragoman.record.rows import Row


def insert_row(db: sqlite3.Connection, table: str, row: Row, *, verb: str = "INSERT", tail: str = "") -> None:
    """Insert a row by the names of its columns; `tail` may say what happens where it stands there already."""
    marks = ", ".join("?" * len(row))
    db.execute(f"{verb} INTO {table} ({', '.join(row)}) VALUES ({marks}) {tail}", tuple(row.values()))
