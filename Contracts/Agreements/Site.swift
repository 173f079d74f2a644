public import Text
public import Units

/// A party of whatever role: town, bank, buyer, supplier.
public struct Party: Hashable, Sendable {
  /// The identifier, as other facts name it.
  public let id: String
  /// The name.
  public let name: String
  /// The SIREN, when it is a company or a public body.
  public let siren: String?
  /// The commune.
  public let commune: String?
  /// What it is to us besides what contracts tell.
  public let roles: [PartyRole]

  /// Reads `[[party]]`.
  public init(_ table: TableReader) {
    table.allow(["id", "name", "kind", "siren", "commune", "roles", "valid_from", "note"])
    id = table.identifier()
    name = table.text("name")
    commune = table.optionalText("commune")
    roles = table.tables("roles").compactMap { PartyRole($0) }
    siren = table.optionalText("siren")
    if let siren, !Organisation.isSIREN(siren) {
      table.refuse(AgreementRefusal.sirenIsWrong(siren), at: "siren")
    }
  }
}

/// A production site: a roof with photovoltaic panels, or another source of energy.
public struct Site: Hashable, Sendable {
  /// What carries the energy.
  public enum Vector: String, Sendable, CaseIterable {
    /// Electricity from the sun.
    case photovoltaic
    /// Heat from wood.
    case wood
    /// Heat of another source.
    case heat
    /// Electricity from the wind.
    case wind
    /// Electricity from water.
    case hydro
  }

  /// The identifier.
  public let id: String
  /// The name people use.
  public let name: String
  /// The commune.
  public let commune: String
  /// The agglomeration, when it is said.
  public let agglomeration: String?
  /// The party that owns the building.
  public let owner: String
  /// The party that runs the plant, when it is another than the company.
  public let runner: String?
  /// What carries the energy.
  public let vector: Vector
  /// The parcel it stands on: sites of one land unit are one plant for IFER.
  public let landUnit: String?
  /// The power of its inverters in watts, or nothing when only the peak power is known.
  public let inverterWatts: Int64?
  /// Peak power in watts.
  public let peakWatts: Int64
  /// Area of the panels in square metres.
  public let areaSquareMetres: Int64
  /// The day it first produced.
  public let commissioned: Day
  /// What the yield study expects of a year, or nothing without a study.
  public let yieldStudy: YieldStudy?

  /// Reads `[[site]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "name", "commune", "owner", "operator", "peak_watts", "area_m2", "vector",
      "land_unit", "commissioned", "yield_study", "valid_from", "note", "agglomeration",
      "inverter_watts",
    ])
    id = table.identifier()
    name = table.text("name")
    commune = table.text("commune")
    agglomeration = table.optionalText("agglomeration")
    owner = table.text("owner")
    runner = table.optionalText("operator")
    vector = (table.has("vector") ? table.choice("vector", Vector.self) : nil) ?? .photovoltaic
    landUnit = table.optionalText("land_unit")
    inverterWatts = table.optionalInteger("inverter_watts", in: 1...1_000_000_000)
    peakWatts = table.integer("peak_watts", in: 1...1_000_000_000)
    areaSquareMetres = table.integer("area_m2", in: 0...10_000_000)
    commissioned = table.day("commissioned")
    yieldStudy = table.has("yield_study") ? YieldStudy(table.table("yield_study")) : nil
  }
}

/// A meter of a site, named as its files name it.
public struct Meter: Hashable, Sendable {
  /// What kind of meter it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The inverter's own count.
    case inverter
    /// The grid operator's meter.
    case grid
  }

  /// The identifier.
  public let id: String
  /// The site it measures.
  public let site: String
  /// The device key in files: serial number, PRM, or managed object.
  public let serial: String
  /// Inverter or grid.
  public let kind: Kind
  /// Whether its energy counts: of two meters of the same energy only one does.
  public let counts: Bool
  /// The days it serves.
  public let service: Period
  /// The value at which its register begins anew at zero, in watt-hours, if told.
  public let registerWrapsAtWh: Int64?

  /// Reads `[[meter]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "site", "serial", "kind", "counts", "register_wraps_at_wh", "valid_from", "removed",
      "note",
    ])
    id = table.identifier()
    site = table.text("site")
    serial = table.text("serial")
    kind = table.choice("kind", Kind.self) ?? .inverter
    counts = table.flag("counts")
    service = table.period("valid_from", "removed")
    registerWrapsAtWh = table.optionalInteger(
      "register_wraps_at_wh", in: 1_000...1_000_000_000_000_000)
  }
}

extension TableReader {
  /// The `id`: lower-case letters, digits and hyphens, so that it is safe in any file name.
  func identifier() -> String {
    let id = text("id")
    let isPlain = id.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == 45
    }
    if has("id"), id.isEmpty || !isPlain {
      refuse(AgreementRefusal.identifierIsMalformed(id), at: "id")
    }
    return id
  }

  /// The days from one key to another; the last may be missing.
  func period(_ firstKey: String, _ lastKey: String) -> Period {
    let first = day(firstKey)
    guard let last = optionalDay(lastKey) else { return Period(first: first, last: nil) }
    guard first <= last else {
      refuse(AgreementRefusal.endsBeforeItStarts(first: first, last: last), at: lastKey)
      return Period(first: first, last: first)
    }
    return Period(first: first, last: last)
  }
}
