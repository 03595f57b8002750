"""The promises about the file tried at length: `make stress` prints the figures."""
