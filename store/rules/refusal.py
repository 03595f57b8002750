"""Advice on saying no (PRACTICES H)."""
