"""Pairs of figures that state the same thing, as far as their words and the company they keep can tell.

contexts        the words that say what a figure is
times           when it is true
spoken          the figures of running text, each with its context
lookalikes      figures that are equal or one slip of the hand apart
evidence        how much the words of two of them speak for one thing, in bits
chance          how likely chance alone makes them look alike, in bits
pair            two of them, and how much must speak for a pair
in_tables       a sentence and a table
in_text         two sentences
alone           two sentences with one small number each
between_tables  rows of one name in two tables
in_rows         an item of a table and the lines below it
"""
