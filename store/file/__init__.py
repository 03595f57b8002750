"""How the tracker is kept: one JSON file that stock TinyDB opens, written so that it stays whole.

The door: `repository`; a commit gives back what `saved` says.
The disk: `port` touches it, `exchange_names` has what Python lacks, `lock` keeps writers apart and
`holder` says who has it, `hindrance` why nothing can be written, `atomic` replaces other files.
The file: `tables` is its text, `nesting` bounds it, `reading` reads it; what is not as we would
write it (`ours`) may hold what stands twice (`duplicates`, over `json_text`) and git's marks
(`conflict_markers`); an `edition` is one version, whose `text` may be in `pages`, of which a change
takes over those that it leaves alone, and by which `pages_reading` reads what we wrote.
The rows: `codec` turns them into records, `meta` counts, `schema` says how old they are and
`migrations` brings them on, `subject` names one, `row_value` compares them, `given_id` gives ids.
Reading: `storage` holds the tables, `database` shows them to TinyDB, `reader` keeps the newest
snapshot; `snapshot_reading` makes it, over a `lazy_table` of each kind. In the cache folder an
`index` vouches for a version of the file and holds an `excerpt` of it, for the first screen, and a
`briefing`, for `relance today`; `indexing` keeps it current.
Writing: `writer` goes through it for each command, `revision` puts the next tables together,
`beside` writes them, `write` puts them in place, `displaced` looks at what was there, `leftovers`
at what a kill left, `unconfirmed` knows what may not be safe yet.
The history: `history` makes changes undoable, `travel` goes back and forth, `history_limit` bounds
it, `about` says which quote a change was about.
Merging: `side` is another version, `conflict_copies` finds some, `level` brings them to one schema,
`merge` joins them by way of `merge_table`, `merge_row`, `merge_history`, `merge_meta`, `references`
and `ancestor`; `lost` is what gave way, `remarks` tells it in the history, `review` lists it,
`take_back` puts it back.
Rescue: `state` is the folder for that, `keeper` sees to `backups`, `salvage` saves what it can of a
damaged text, `mending` and `rescue` bring it back, `doctor` examines and `treatment` mends,
`git_merge` tells whether git waits.
Forgetting: `traces` finds all that a lead is known by, `erasing` takes it out of tables and
`mentions` out of what an import wrote, `copies` lists what else may hold it, `forgetting` does it
everywhere.
"""
