"""Pairs of figures that state the same thing, as far as their words and the company they keep can tell.

contexts        the words that say what a figure is
spoken          the figures of running text, each with its context
lookalikes      figures that are equal or one slip of the hand apart
pair            two of them, and how much must speak for a pair
in_tables       a sentence and a table
in_text         two sentences
alone           two sentences with one small number each
between_tables  rows of one name in two tables
in_rows         an item of a table and the lines below it
"""
