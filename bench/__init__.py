"""How fast the real program is, measured from outside in a pseudo-terminal: `make bench`."""
