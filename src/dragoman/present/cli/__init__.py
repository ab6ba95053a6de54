"""The command line. Data goes to standard output, everything said about it to standard error."""
