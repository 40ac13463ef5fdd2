"""Rates, and the figures that they come from: "38 hội nghị với 2.660 người, bình quân 70 người/hội nghị".

rates    what is reckoned by what: "65 triệu đồng/lao động", "mỗi lớp 35 học viên", "6,2 tấn/ha"
terms    which figures may be the total and the count of a rate, the likeliest first
"""
