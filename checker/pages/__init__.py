"""Pages that know only where marks stand on paper: what a PDF file and a scan have in common.

shape    words, ruled lines and pages, as the extractors give them
"""
