"""How a network is divided: its blocks, good divisions found by search, bounds that hold, the proof.

Nothing is listed here: `camps` puts the modules together.
"""
