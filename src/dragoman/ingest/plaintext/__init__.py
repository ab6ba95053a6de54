"""Reads a page that was copied as plain text: its lines, the dates written in them, what each announces itself as."""
