"""One module a file format: each turns the bytes of a source into pages."""
