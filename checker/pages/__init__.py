"""Pages that know only where marks stand on paper: what a PDF file and a scan have in common.

shape       words, ruled lines and pages, as the extractors give them
blocks      the one way in: pages → blocks of a document
rows        words that stand side by side; what a place calls a line
lines       the parts of a row that are read as one
sheets      a page by itself: rows and tables
grids       ruled lines → cells, merged ones too
tables      cells → tables, over page breaks
aligned     rows whose numbers stand in columns → tables without ruled lines
columns     blocks that stand side by side
furniture   running heads and page numbers
footnotes   notes at the foot of a page
paragraphs  lines → paragraphs
flow        lines → text
boxes       a place → where its characters stand on the page
pdf/        the text layer of a PDF file
"""
