"""Formulas and stored values of a workbook, as claims need them.

cells     the cells that hold a formula, each with its table and how to name it
figures   a stored number as a figure that shows what its cell shows
working   a formula bound to the figures that it names
blocks    the rows of numbers that stand together with a sum
"""
