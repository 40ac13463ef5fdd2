"""A document as a page shows it: headings, paragraphs, items, tables and notes in reading order, with every figure marked.

shape    what a view is made of
marks    where in a text figures, and what findings speak of, stand
depths   how deep a heading or an item of a list stands
tables   a table with its merged cells, and of a very long one the rows around findings
making   reading + findings → view

What a mark says of its figure (right, wrong, in no check) is not here: a writer finds that in the report, by the spot.
"""
