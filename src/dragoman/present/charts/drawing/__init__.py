"""How any picture is drawn: marks in pixels, letters, dates on an axis, placing without overlap, the frame, the file."""
