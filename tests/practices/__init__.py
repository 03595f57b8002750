"""Every row of PRACTICES, named after its id: its example, and one at the boundary."""
