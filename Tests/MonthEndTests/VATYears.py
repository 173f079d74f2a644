"""Twenty years of VAT by another hand: invoices drawn by a rule that both sides know, fractions, euros.

Writes a line a month: MONTH COLLECTED DEDUCTIBLE ON-PLANTS CARRIED-IN DUE REFUND CARRIED-OUT
TAXED-20 TAXED-5.5 REVERSE-CHARGED SELF-ASSESSED, in cents; then what the rounding to euros came to.
"""
from fractions import Fraction as F

def half_up(x):
    n, d = abs(F(x)).numerator, abs(F(x)).denominator
    q = (2 * n + d) // (2 * d)
    return q if x >= 0 else -q

def draw(month, kind, below): return ((month * 7919 + kind * 104729) * 31 % 100003) * 97 % below

NORMAL, REDUCED, MIDDLE, PRESS = F(20, 100), F(55, 1000), F(10, 100), F(21, 1000)
carried = rounding = 0
for month in range(240):
    collected, deducted, plants, taxed, reduced, own = 0, 0, 0, 0, 0, 0
    sales = [(draw(month, 2, 90_000), NORMAL)]
    if month % 5 == 2: sales.append((draw(month, 3, 40_000), REDUCED))
    if month % 17 == 9: sales.append((-draw(month, 4, 20_000), NORMAL))
    for net, rate in sales:
        collected += half_up(net * rate)
        if rate == NORMAL: taxed += net
        else: reduced += net
    deducted += half_up(draw(month, 5, 80_000) * NORMAL)
    if month % 31 == 4: plants += half_up((1_000_000 + draw(month, 6, 9_000_000)) * NORMAL)
    if month % 7 == 3:
        own = draw(month, 7, 30_000)
        deducted += half_up(own * NORMAL)
        collected += half_up(own * NORMAL)
    if month % 13 == 6:
        deducted += half_up(draw(month, 8, 50_000) * MIDDLE) + half_up(draw(month, 9, 7_000) * PRESS)
    # The form is filled in whole euros, the accounts keep their cents.
    euros = [100 * half_up(F(x, 100)) for x in (collected, deducted, plants)]
    left = euros[0] - euros[1] - euros[2] - carried
    due, credit = max(left, 0), max(-left, 0)
    is_december = month % 12 == 11
    refund = 0
    if is_december and credit >= 15_000: refund = credit
    elif credit >= 152_000 and month % 4 == 1: refund = credit // 200 * 100
    rounding += (collected - deducted - plants) - (euros[0] - euros[1] - euros[2])
    print(f"{2025 + month // 12}-{month % 12 + 1:02}", collected, deducted, plants, carried, due, refund,
          credit - refund, taxed, reduced, draw(month, 1, 300_000), own)
    carried = credit - refund
print("rounding", rounding)
