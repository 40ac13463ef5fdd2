"""A whole and the list of its parts, in running text: "56 lao động, trong đó: cấp mới 50, cấp lại 05, xác nhận 01".

announced   where a list is announced: by a cue, a footnote, or without either
unworded    lists that no cue announces: brackets, colons, criteria, quarters that follow one another
rows        rows of parts that show by themselves that they are all
scope       how far the list goes: in the sentence, in the bracket, in the lines below or above
wholes      the figures that it may break down
partitions  which of its figures are the parts of a whole
readings    every way to read a passage as a whole and its parts
signs       what speaks for a reading or against it
doubts      how sure a reading is
manner      what the list itself tells: full, open, overlapping
named_sums  sums that name their parts
left_over   what is left of a whole: "12 điểm, đã xử lý 09 điểm, còn 03 điểm"
"""
