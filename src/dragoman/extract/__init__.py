"""The thinking code: documents and their analyses in, events, statements and assessments out. No input or output."""
