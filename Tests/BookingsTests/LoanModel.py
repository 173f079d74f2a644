"""Amortisation tables by another hand: exact fractions, Python's own calendar, a bisection for annuities.

Reads one loan a line from the file named (space-separated fields), writes one table a line.
Fields: method dayCount rate principal drawn first every count deferral deferred insurance steps repayments
steps: from:sum,…   repayments: date:principal:effect,…   (or -)
"""
import calendar, sys
from datetime import date
from fractions import Fraction as F

def half_up(x):
    n, d = abs(x).numerator, abs(x).denominator
    q = (2 * n + d) // (2 * d)
    return q if x >= 0 else -q

def months(day, n):
    index = day.year * 12 + day.month - 1 + n
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))

def thirty(a, b):
    d1 = min(a.day, 30)
    d2 = 30 if b.day == 31 and d1 == 30 else b.day
    return 360 * (b.year - a.year) + 30 * (b.month - a.month) + d2 - d1

def year_part(count, a, b):
    if count == "30/360": return F(thirty(a, b), 360)
    if count == "ACT/365": return F((b - a).days, 365)
    if count == "ACT/360": return F((b - a).days, 360)
    whole = F(0)
    while a < b:
        end = min(b, date(a.year + 1, 1, 1))
        whole += F((end - a).days, 366 if calendar.isleap(a.year) else 365)
        a = end
    return whole

def annuity(balance, rates):
    """The real sum that leaves nothing, found by halving: what is left falls as the sum rises."""
    low, high = F(0), F(balance) * (1 + max(rates)) + 1
    scale = 10 ** 30
    while high - low > F(1, 10 ** 9):
        middle = (low + high) / 2
        left = balance * scale
        for rate in rates:
            left = left + left * rate.numerator // rate.denominator - int(middle * scale)
        low, high = (middle, high) if left > 0 else (low, middle)
    return half_up((low + high) / 2)

def table(line):
    (method, count, rate, principal, drawn, first, every, n, deferral, deferred, insurance, steps,
     repayments) = line.split()
    rate, owed, every, n, deferred = F(rate), int(principal), int(every), int(n), int(deferred)
    drawn, first = date.fromisoformat(drawn), date.fromisoformat(first)
    due = lambda k: months(first, (k - 1) * every)
    even = lambda k: F(every, 12) if count == "30/360" else year_part(count, due(k - 1), due(k))
    steps = [] if steps == "-" else [tuple(map(int, s.split(":"))) for s in steps.split(",")]
    early = [] if repayments == "-" else [r.split(":") for r in repayments.split(",")]
    rows, level, start = [], None, drawn
    for k in range(1, n + 1):
        if owed == 0: break
        pieces, spent, since, at = [], F(0), start, owed
        for day, amount, effect in early:
            day = date.fromisoformat(day)
            if not (start <= day < due(k)): continue
            part = year_part(count, since, day)
            pieces.append((owed, part)); since = day
            owed -= int(amount)
            if effect == "smaller": level = None
            paid = half_up(sum(b * p for b, p in pieces) * rate) if owed == 0 else 0
            rows.append((0, day, int(amount), paid, owed))
        if owed == 0: break
        last = even(k) - sum(p for _, p in pieces) if count == "30/360" and k > 1 \
            else year_part(count, since, due(k))
        interest = half_up((sum(b * p for b, p in pieces) + owed * last) * rate)
        usual = half_up(owed * even(1) * rate) if k == 1 else interest
        if k <= deferred: back = -interest if deferral == "total" else 0
        elif k == n: back = owed
        elif method == "stepped":
            back = min(owed, [s for f, s in steps if f <= k][-1] - usual)
        else:
            if level is None:
                level = half_up(F(owed, n - k + 1)) if method == "constant-capital" \
                    else annuity(owed, [even(j) * rate for j in range(k, n + 1)])
            back = min(owed, level if method == "constant-capital" else max(0, level - usual))
        owed -= back
        rows.append((k, due(k), back, interest, owed))
        start = due(k)
    return ";".join(f"{k} {day} {back} {interest} {left}" for k, day, back, interest, left in rows)

for line in open(sys.argv[1]):
    print(table(line))
