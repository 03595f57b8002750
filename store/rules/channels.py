"""Advice on channels (PRACTICES E)."""
