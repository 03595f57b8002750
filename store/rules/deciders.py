"""Advice on who decides (PRACTICES D)."""
