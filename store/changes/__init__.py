"""What a person does to the tracker: commands that make an edit of a snapshot, without a file.

A command holds plain values and the ids of what it adds, so that applying it once more to a newer
snapshot adds nothing twice.
"""
