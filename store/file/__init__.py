"""How the tracker is kept: one JSON file that stock TinyDB opens, written so that it stays whole.

Reading: `port` touches the disk, `tables` is the file's text, `storage` is what TinyDB sees,
`codec` turns rows into records, `reader` keeps the newest snapshot, `repository` is the door.
Writing: `lock` keeps writers apart, `revision` puts the next tables together, `history` makes every
change undoable, `beside` writes a file, `write` puts it in place, `displaced` looks at what was
there, `leftovers` at what a kill left, and `writer` goes through all of that for each command.
"""
