"""Advice on platforms (PRACTICES F)."""
