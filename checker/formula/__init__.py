"""The formula language: what a rule's `must` may say, evaluated on intervals.

parse       text → expression; errors name the column
expression  the tree
values      amounts, truths and lists that an expression evaluates to
functions   the closed list of functions, each with an example: those of `amounts`, and those of what is `written`
evaluate    an expression over the figures of a claim → a value
outcome     holds, rounding, broken or unknown
leeway      which values a figure may take: as written, within its bound, within its step
possible    is there a joint choice of such values that makes a comparison true?
decide      a formula over the figures of a claim → its outcome
explain     the working: "26 + 14 + 3 = 43 ≠ 56"
stated      what plays the roles; formulas that a document brings itself
names       when two names mean the same
"""
