"""Facts into sentences: what the rules, changes and errors say, in the person's language."""
