"""Pure functions on strings: offsets, names, dates, hashes. No input, no output, no vocabulary."""
