"""One test file for each row of the table of faults that the file must survive."""
