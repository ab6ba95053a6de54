"""How any picture is drawn: marks in pixels, letters, days on an axis, placing without overlap, frame and file."""
