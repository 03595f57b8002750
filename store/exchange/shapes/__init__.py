"""The shapes in which other programs export quotes: one small module each, and what they share."""
