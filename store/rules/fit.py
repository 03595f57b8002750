"""Advice on whether a lead fits (PRACTICES G)."""
