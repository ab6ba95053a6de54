"""The coding manual's file format: reading it, pairing gold with a record, judging fields."""
