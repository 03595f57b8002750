"""The tracker without a screen: records, rules, changes, the file, and what comes and goes.

Knows nothing of the terminal and speaks no language: rules return facts and errors carry codes,
which `tui.wording` turns into sentences.
"""
