"""Events: words that name acts, their sides, what the context lends, and the records made of them."""
