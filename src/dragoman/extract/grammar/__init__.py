"""Grammar: slots and fillers of words in the parse, and who stands behind them."""
