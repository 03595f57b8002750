"""Tests of the benchmark's own reckoning; how fast anything is, they do not ask."""
