"""How the records come and go: CSV, JSON, Markdown and iCalendar out, spreadsheets in.

Out: `selection` chooses, `log` makes the lines, `csv_export`, `json_export` and `markdown_export`
write them as text, `ics_export` the days ahead, `output` puts the text into a file. In: `decoding`
makes text of bytes, `table` rows of text, a shape such as `french_spreadsheet` quotes of rows,
`importing` puts these together, and `import_quotes` is the command that adds them.
"""
