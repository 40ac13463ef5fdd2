"""Pictures of pages → words and ruled lines: optical recognition by Debian's tesseract.

picture     the picture: grey, straight, at 300 dots an inch, paper white
ruling      ruled lines, and the cells that they enclose
tesseract   the program, called and bounded
hocr        what it answers
figures     a second look at numbers
page        a page of it all
"""
