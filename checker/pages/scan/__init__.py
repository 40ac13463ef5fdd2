"""Pictures of pages → words and ruled lines: optical recognition by Debian's tesseract.

scans        the pages of a document, several at a time
images       files that are pictures
recognition  what is known afterwards: how sure it is, what a place looks like
page         one page of it all
grey         a picture as rows of numbers
picture      the picture of a page: grey, straight, at 300 dots an inch, paper white
ruling       ruled lines, and the cells that they enclose
cells        the words in cells
prose        the words outside of them
doubts       words that are looked at again
figures      the second look at numbers
ink          a short line of ink by itself
signs        what numbers are written with
mending      phrases with a wrong mark
tesseract    the program, called and bounded
hocr         what it answers
"""
