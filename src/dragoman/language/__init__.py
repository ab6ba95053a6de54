"""Documents to analyses: sentences, tokens, parse, names and who stands behind them."""
