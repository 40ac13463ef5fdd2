"""The formula language: what a rule's `must` may say, evaluated on intervals.

parse       text → expression; errors name the column
expression  the tree
values      amounts, truths and lists that an expression evaluates to
functions   the closed list of functions, each with an example
evaluate    an expression over the figures of a claim → a value
decide      holds, rounding, broken or unknown
explain     the working: "26 + 14 + 3 = 43 ≠ 56"
stated      formulas that a document brings itself
names       when two names mean the same
"""
