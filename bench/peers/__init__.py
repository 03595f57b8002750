"""Other programs with as many entries, where they are installed; each in a home of its own."""
