"""The command line: one file for each family of commands, loaded when one of them is called.

stdout carries results, and only once a change is saved; everything else goes to stderr.
"""
