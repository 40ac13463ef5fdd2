"""Rates, and the figures that they come from: "38 hội nghị với 2.660 người, bình quân 70 người/hội nghị".

rates         what is reckoned by what: "65 triệu đồng/lao động", "mỗi lớp 35 học viên", "6,2 tấn/ha"
terms         which figures may be the total and the count of a rate, the likeliest first
chains        products that are written out: "1.420 suất x 200.000 đồng = 284.000.000 đồng"
summed        several rates with one total
coefficients  multiples of a base: "hệ số 1,5 tương ứng 540.000 đồng"
worked        all of them as a total and its factors, in text and in tables
"""
