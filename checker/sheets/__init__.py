"""A sheet of displayed cells → paragraphs and tables: what workbooks and separated values have in common."""
