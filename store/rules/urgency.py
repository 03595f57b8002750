"""Advice on urgency (PRACTICES C)."""
