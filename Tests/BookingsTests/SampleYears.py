"""Twenty years of contracts by another hand: Python's own TOML reader and calendar, exact fractions.

Reads files of facts and writes, for every month, what each contract costs or earns in cents, a line each:
MONTH KIND ID CENTS. It knows of the law what cooperatives are told of it, and nothing of the program.
"""
import sys, tomllib
from datetime import date, timedelta
from fractions import Fraction as F

FIRST, YEARS = 2025, 20
DAY = timedelta(days=1)

def half_up(x):
    n, d = abs(F(x)).numerator, abs(F(x)).denominator
    q = (2 * n + d) // (2 * d)
    return q if x >= 0 else -q

def plus_years(day, n):
    try: return day.replace(year=day.year + n)
    except ValueError: return date(day.year + n, 2, 28)

def year_of(first, day):
    """The year of a contract that holds a day: its first day and the one after its last."""
    n = day.year - first.year
    if plus_years(first, n) > day: n -= 1
    return plus_years(first, n), plus_years(first, n + 1)

STARTS = {"convention": "first", "service_contract": "first", "grant": "granted", "novation": "on",
          "purchase_contract": "effective", "index": "published", "plant": "in_service"}

def read(paths):
    versions = []
    for path in paths:
        with open(path, "rb") as file:
            for kind, tables in tomllib.load(file).items():
                for table in tables if isinstance(tables, list) else []:
                    start = table.get("valid_from") or table.get(STARTS.get(kind, ""))
                    if kind == "local_tax" and "valid_from" not in table: start = date(table["year"], 1, 1)
                    versions.append((kind, table["id"] + (table["month"] if kind == "index" else ""),
                                     start or date.min, table))
    return sorted(versions, key=lambda one: one[2])

def in_force(versions, kind, day):
    return {key: table for one, key, start, table in versions if one == kind and start <= day}

def thirty(a, b):
    d1 = min(a.day, 30)
    d2 = 30 if b.day == 31 and d1 == 30 else b.day
    return 360 * (b.year - a.year) + 30 * (b.month - a.month) + d2 - d1

def spread(amount, length, before, after):
    """What of an amount falls between two points of a length, each rounded running sum by itself."""
    clamp = lambda n: min(max(n, 0), length)
    return half_up(F(amount * clamp(after), length)) - half_up(F(amount * clamp(before), length))

class Sales:
    """The energy of sites, drawn by a rule that both sides know, and what contracts pay for it."""
    def __init__(self, contracts, sites):
        self.contracts, self.sites = contracts, sites
        self.order = sorted(sites)
        self.cache = {}

    def energy(self, site, day):
        number = (day - date(1970, 1, 1)).days
        draw = (number * 7919 + self.order.index(site) * 104729) % 4001
        return self.sites[site]["peak_watts"] * (2500 + draw) // 1000

    def within(self, contract, day):
        """Watt-hours below and above the yearly cap, of the year of the contract through a day."""
        key = (contract["id"], day)
        if key not in self.cache:
            start, _ = year_of(contract["effective"], day)
            start = max(start, date(FIRST, 1, 1))
            before = (0, 0) if day <= start else self.within(contract, day - DAY)
            cap = contract["annual_cap_hours"] * self.sites[contract["site"]]["peak_watts"]
            total = before[0] + before[1] + self.energy(contract["site"], day)
            self.cache[key] = (min(total, cap), max(0, total - cap))
        return self.cache[key]

    def amount(self, contract, first, last):
        """The cents of days, energy below the cap and above it each rounded once."""
        below = above = 0
        day = max(first, contract["effective"], date(FIRST, 1, 1))
        price = F(contract["price"][0]["eur_per_kwh"])
        while day <= min(last, contract["ends"]):
            now = self.within(contract, day)
            start, _ = year_of(contract["effective"], day)
            fresh = day == max(start, date(FIRST, 1, 1))
            old = (0, 0) if fresh else self.within(contract, day - DAY)
            below, above = below + now[0] - old[0], above + now[1] - old[1]
            day += DAY
        return half_up(below * price / 10) + half_up(above * F(contract["price_above_cap"]) / 10)

    def of_site(self, site, first, last):
        return sum(self.amount(c, first, last) for c in self.contracts.values() if c["site"] == site)

def yearly_rent(rent, site, day, first, indices):
    """The rent of a year by the terms of a day."""
    kind = rent["kind"]
    sum_ = {"zero": 0, "fixed": rent.get("cents_per_year", 0),
            "per-kwc": half_up(F(rent.get("cents_per_kwc_year", 0) * site["peak_watts"], 1000)),
            "per-m2": rent.get("cents_per_m2_year", 0) * site["area_m2"]}[kind]
    terms = rent.get("indexation")
    if not terms: return sum_
    month, on = map(int, terms["revised_on"].split("-"))
    revised = date(day.year, month, on)
    if revised > day: revised = date(day.year - 1, month, on)
    if revised <= first: return sum_
    known = [i for i in indices if i["id"] == terms["index"] and i["published"] <= revised]
    if not known: return sum_
    value = max(known, key=lambda i: (i["month"], i["published"]))["value"]
    return half_up(sum_ * F(value) / F(terms["base_value"]))

def rent_due(convention, versions, sites, start, last, length, indices, sales):
    """What is due of a year of a convention from its first day through another."""
    cent_days, day, part = 0, start, None
    while day <= last:
        known = [t for k, key, since, t in versions if k == "convention" and key == convention["id"] and since <= day]
        rent = (known[-1] if known else convention)["rent"]
        if rent["kind"] == "percentage": part = rent
        else: cent_days += yearly_rent(rent, sites[convention["site"]], day, convention["first"], indices)
        day += DAY
    if part is None: return half_up(F(cent_days, length))
    days = (last - start).days + 1
    share = half_up(sales.of_site(convention["site"], start, last) * F(part["percent"]) / 100)
    share = max(share, half_up(F(part["floor_cents_per_year"] * days, length)))
    return min(share, half_up(F(part["cap_cents_per_year"] * days, length)))

def rent(convention, versions, sites, first, last, indices, sales):
    total, day = 0, first
    while day <= last:
        start, end = year_of(convention["first"], day)
        stop, length = min(last, end - DAY), (end - start).days
        due = lambda through: rent_due(convention, versions, sites, start, through, length, indices, sales)
        total += due(stop) - (due(day - DAY) if day > start else 0)
        day = stop + DAY
    return total

def service(one, first, last):
    total, day, last = 0, max(first, one["first"]), min(last, one.get("last", last))
    while day <= last:
        start, end = year_of(one["first"], day)
        stop = min(last, end - DAY)
        total += spread(one["cents_per_year"], (end - start).days, (day - start).days, (stop - start).days + 1)
        day = stop + DAY
    return total

# Euros a kilowatt from 2025 on, of plants in service before 2021 and after: CGI art. 1519 F.
def network_tax(sites, year):
    units = {}
    for key in sorted(sites):
        if sites[key]["commissioned"].year < year:
            units.setdefault((sites[key]["commune"], sites[key]["land_unit"], sites[key].get("operator")), []).append(key)
    for members in units.values():
        watts = {key: sites[key].get("inverter_watts", sites[key]["peak_watts"]) for key in members}
        if sum(watts.values()) < 100_000: continue
        for key, own in watts.items():
            since = sites[key]["commissioned"]
            low = since > date(2021, 1, 1) and year - since.year <= 20
            yield key, half_up(own * F("3.542" if low else "8.51") / 10)

def set_aside(convention, through):
    if "dismantling_cents" not in convention or through < convention["first"]: return 0
    length = (convention["last"] - convention["first"]).days + 1
    return spread(convention["dismantling_cents"], length, 0, (through - convention["first"]).days + 1)

def month_lines(versions, sales, first, last):
    number, before = first.month, first - DAY
    now = lambda kind: in_force(versions, kind, last)
    then = lambda kind: in_force(versions, kind, before)
    sites, plants = now("site"), now("plant")
    indices = list(now("index").values())
    for key, one in plants.items():
        life = one["life_months"] * 30
        yield "depreciation", key, spread(one["cost_cents"], life, thirty(one["in_service"], first), thirty(one["in_service"], last + DAY))
    for key, one in now("grant").items():
        plant = plants[one["plant"]]
        late = max(0, thirty(plant["in_service"], one["granted"]))
        at = lambda day: thirty(plant["in_service"], day) - late
        yield "grant", key, spread(one["cents"], plant["life_months"] * 30 - late, at(first), at(last + DAY))
    for key, yearly in network_tax(sites, first.year):
        yield "ifer", key, spread(yearly, 12, number - 1, number)
    for key, one in now("local_tax").items():
        if one["year"] != first.year: continue
        known = then("local_tax").get(key)
        due = half_up(F(one["cents"] * number, 12))
        yield "local-tax", key, due - (half_up(F(known["cents"] * (number - 1), 12)) if known else 0)
    for key, one in now("service_contract").items():
        yield "service", key, service(one, first, last)
    for key, one in now("convention").items():
        yield "dismantling", key, set_aside(one, last) - set_aside(then("convention").get(key, one), before)
        yield "rent", key, rent(one, versions, sites, first, last, indices, sales)
    for key, one in now("purchase_contract").items():
        yield "sales", key, sales.amount(one, first, last)

def main():
    versions = read(sys.argv[1:])
    end = date(FIRST + YEARS, 1, 1)
    sales = Sales(in_force(versions, "purchase_contract", end), in_force(versions, "site", date(FIRST, 1, 1)))
    first = date(FIRST, 1, 1)
    while first < end:
        following = (first + 31 * DAY).replace(day=1)
        for kind, key, cents in month_lines(versions, sales, first, following - DAY):
            if cents: print(f"{first:%Y-%m} {kind} {key} {cents}")
        first = following

sys.setrecursionlimit(10_000)
main()
