<<<<<<< HEAD
"""A sheet of displayed cells → paragraphs and tables: what workbooks and separated values have in common.

blocks  where on a sheet the tables stand, and which rows are titles, unit lines and notes
rows    rows of a table that are made when they are asked for
"""
=======
"""A sheet of displayed cells → paragraphs and tables: what workbooks and separated values have in common."""
>>>>>>> s4-files
