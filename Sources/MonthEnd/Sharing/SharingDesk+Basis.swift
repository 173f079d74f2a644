import Agreements
import Allocation
import Intake
import Membership
import Production
import Seal
import Store
import Text
import Units

/// What a month has to share, as known at a closing.
struct SharingBasis {
  /// The result, before what the rules charge.
  var result = Cents.zero
  /// Sales and result by site.
  var sites: [String: SiteMeasures] = [:]
  /// The energy, at its day.
  var days: [(site: String, day: Day, energy: WattHours)] = []
}

extension SharingDesk {
  /// What a month has to share.
  func basis(of month: Month, knowing known: Month) throws -> SharingBasis {
    var basis = SharingBasis()
    for offset in 0...max(0, month.months(until: known)) {
      let counted = month.adding(offset)
      for line in try lines(of: counted) where home(of: line, in: counted) == month {
        basis.result = try Cents.sum([basis.result, line.amount])
        guard let site = line.site else { continue }
        basis.sites[site, default: SiteMeasures()].result += line.amount
        if line.isSales { basis.sites[site, default: SiteMeasures()].sales += line.amount }
      }
    }
    basis.days = try days(of: month, knowing: known)
    return basis
  }

  /// The energy of each site and day: what was measured first, and what is known of it since.
  private func days(
    of month: Month, knowing known: Month
  ) throws -> [(site: String, day: Day, energy: WattHours)] {
    let meters = try cooperative(month).dossier.meters
    func site(_ meter: String, _ day: Day) -> String? {
      guard let meter = meters[meter], meter.counts, meter.service.contains(day) else {
        return nil
      }
      return meter.site
    }
    let ofMonth = adjustments.filter { $0.day.month == month }
    let later = Dictionary(grouping: ofMonth) { "\($0.meter) \($0.day)" }
    var days: [(site: String, day: Day, energy: WattHours)] = []
    for stored in try page.meterDays(in: month.period) {
      let reading = stored.reading
      guard let site = site(reading.meter, reading.day) else { continue }
      let unknown = later["\(reading.meter) \(reading.day)"] ?? []
      let energy = reading.energy - (try WattHours.sum(unknown.map(\.difference)))
      days.append((site, reading.day, energy))
    }
    for adjustment in adjustments {
      let home = home(of: adjustment.day.month, countedIn: adjustment.month)
      guard home == month, adjustment.month <= known,
        let site = site(adjustment.meter, adjustment.day)
      else { continue }
      let day = adjustment.day.month == month ? adjustment.day : month.first
      days.append((site, day, adjustment.difference))
    }
    return days
  }

  /// The stretches of a month under one set of rules each; nothing when none are in force.
  func stretches(
    of month: Month, knowing known: Month, _ basis: SharingBasis
  ) throws -> [Stretch]? {
    let changes = rulings.map(\.rules.validFrom).filter {
      month.first < $0 && $0 <= month.last
    }
    let starts = Set([month.first] + changes).sorted()
    let ends = starts.dropFirst().map(\.previous) + [month.last]
    var stretches: [Stretch] = []
    for (first, last) in zip(starts, ends) {
      guard let ruling = ruling(on: first) else { return nil }
      let period = Period(first: first, last: last)
      let groups = try groups(period, knowing: known)
      let held = groups.flatMap(\.holdings).reduce(Int64(0)) { $0 + $1.shareDays }
      let measures = try measures(period, month, basis)
      stretches.append(
        Stretch(
          period: period, rules: ruling.rules, groups: groups, measures: measures,
          energy: try WattHours.sum(measures.sites.values.map(\.energy)),
          unsold: try ruling.rules.unsold(days: Int64(period.length ?? 0), held: held)))
    }
    return stretches
  }

  private func measures(
    _ period: Period, _ month: Month, _ basis: SharingBasis
  ) throws -> Measures {
    var measures = Measures()
    let before = Int64(month.first.days(until: period.first))
    measures.days = (before + 1, before + Int64(period.length ?? 0), Int64(month.length))
    let year = month.first.calendar.year
    let january = Month(year: year, monthOfYear: 1)
    measures.daysOfYear = Int64(january.first.days(until: january.adding(12).first))
    let dossier = try cooperative(month).dossier
    for site in dossier.sites.values {
      let days = Int64(daysInService(of: site, dossier, period))
      var here = SiteMeasures()
      here.wattDays = site.peakWatts * days
      here.areaDays = site.areaSquareMetres * 10_000 * days
      measures.sites[site.id] = here
    }
    for (site, booked) in basis.sites {
      measures.sites[site, default: SiteMeasures()].sales = measures.prorated(booked.sales)
      measures.sites[site, default: SiteMeasures()].result = measures.prorated(booked.result)
    }
    for day in basis.days where period.contains(day.day) {
      measures.sites[day.site, default: SiteMeasures()].energy += day.energy
    }
    return measures
  }

  /// The days on which a site's own meters serve.
  private func daysInService(of site: Site, _ dossier: Dossier, _ period: Period) -> Int {
    let meters = dossier.meters.values.filter { $0.site == site.id && $0.counts }
    return period.days.count { day in
      site.commissioned <= day && (meters.isEmpty || meters.contains { $0.service.contains(day) })
    }
  }

  /// The colleges with what each member weighs on some days.
  func groups(_ period: Period, knowing known: Month) throws -> [Group] {
    var held: [CollegeID: [MemberNumber: Int64]] = [:]
    for (college, member, weight) in register.shareDays(in: period) {
      held[college, default: [:]][member, default: 0] += weight
    }
    for late in lateMovements where late.counted <= known {
      guard let days = late.days(in: period, self) else { continue }
      for (member, shares) in late.changes {
        guard let college = register.member(member)?.college(onOrAfter: days.first) else {
          continue
        }
        held[college, default: [:]][member, default: 0] += shares * Int64(days.length ?? 0)
      }
    }
    return register.statutes.revenueWeights(in: period).map { id, weight in
      Group(
        college: id.description, revenueWeight: weight,
        holdings: (held[id] ?? [:]).map {
          Group.Holding(member: $0.key.description, shareDays: $0.value)
        }.sorted { $0.member < $1.member })
    }
  }
}

extension Member {
  /// The college on a day; for a member that joined later, the first.
  fileprivate func college(onOrAfter day: Day) -> CollegeID? {
    college(on: day) ?? affiliations.first?.college
  }
}

/// The digest by which a closing names a fact.
func digest(of fact: Fact) -> Digest { sha256(fact.body.canonical) }
