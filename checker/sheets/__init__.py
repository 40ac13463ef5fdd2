"""A sheet of displayed cells → paragraphs and tables: what workbooks and separated values have in common; and its formulas.

blocks      where on a sheet the tables stand, and which rows are titles, unit lines and notes
references  the cells that a formula names
formulas    a formula as a tree
copies      formulas copied down a column, read once
workbook    the cells of all sheets by their addresses
room        how much may be looked at for that
named       the numbers of the cells that a formula names
quick       what a simple formula gives
compute     what a formula gives from the stored values of the cells it names
codes       a number format as its sections and tokens
display     what a cell shows under its number format: `digits` of a number, `plain` ones, `days` of a date
"""
