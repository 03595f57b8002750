"""How the tracker is kept: one JSON file that stock TinyDB opens, written so that it stays whole.

`port` touches the disk, `lock` keeps writers apart, `atomic` replaces the file, `storage` is what
TinyDB sees, `tables` is its text, `codec` turns rows into records, `history` makes every change
undoable, and `repository` puts them together.
"""
