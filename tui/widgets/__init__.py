"""The pieces a screen is made of; none of them knows what a quote is unless its name says so."""
