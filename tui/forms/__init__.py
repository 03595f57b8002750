"""The forms of the app: which fields each asks for, and the command that its answers make."""
