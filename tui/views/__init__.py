"""The views of the main screen: what each lists, in which columns, and what its rows stand for."""
