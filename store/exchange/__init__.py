"""How the tracker's records come and go: CSV, JSON and Markdown out, spreadsheets in.

Out: `selection` chooses, `log` makes the lines, `csv_export`, `json_export` and `markdown_export`
write them as text, `output` puts the text into a file. In: `decoding` makes text of bytes, `table`
rows of text, a shape such as `french_spreadsheet` quotes of rows, `importing` puts these together,
and `import_quotes` is the command that adds them.
"""
