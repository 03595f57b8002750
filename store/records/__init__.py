"""What is kept: leads, quotes and follow-ups, immutable and validated, and how they are read."""
