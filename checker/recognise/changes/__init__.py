"""An increase or decrease in running text and the two figures that it lies between: "giảm 460 người so với năm 2021 (1.257 người)".

amounts     by how much something increased or decreased
comparable  which figures can be one of the two
before      what it changed from
now         what it changed to
told        both, in a bracket beside the change: "giảm 10 vụ (15/25)"
"""
