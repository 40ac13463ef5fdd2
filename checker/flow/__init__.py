"""Running text, as word processors and browsers keep it: what the readers of .docx, .odt and .html have in common.

noted      a text with its note references
lines      the characters of one paragraph element → paragraphs, or the text of a cell
raised     digits that are raised
numerals   a number as 1, 01, i, I, a, A
counting   automatic numbers of lists
grid       cells that span columns and rows → a grid
tables     tables, with those inside their cells
context    what the parts of one document share while they are read
"""
