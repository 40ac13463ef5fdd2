"""A percentage of a whole in running text: "355 lao động, đạt 118% (kế hoạch 300)", "170/100 … đạt 170%", "45 người, chiếm 23,5%".

said    is a percentage a share, and by which word
shown   the part and the whole that give it exactly
reasons what speaks for and against a figure as the whole, and how likely it makes it
chance  whether a slip would explain a misreading by chance
wholes  the part and the whole that it may be the share of
"""
