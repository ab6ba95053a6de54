"""What people and other programs see: the command line, the brief, exports, the Python interface."""
