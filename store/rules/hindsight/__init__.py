"""Looking back: what came of the quotes, and which warnings were right (PRACTICES I).

One idea a module, each a pure function over cases; `statistics` puts them together.
"""
