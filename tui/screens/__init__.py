"""One screen or dialog a file; a dialog returns data and never saves."""
