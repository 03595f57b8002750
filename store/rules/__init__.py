"""What follows from the records on a day: pure functions that know no clock, file or language."""
