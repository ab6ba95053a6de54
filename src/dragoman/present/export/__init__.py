"""Files for other programs: the coding manual's records, CSV, JSON lines, Markdown."""
