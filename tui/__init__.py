"""Everything a person sees: the app, the command line beside it, and the words of both."""
