public import Text
public import Units

extension Invoice {
  /// What `format` says.
  public static let format = "soleil-invoice/1"

  /// The invoices of a document: `[[invoice]]`, each with its place.
  public static func read(
    _ document: TOMLDocument, _ faults: Faults
  ) -> [(invoice: Invoice, place: Place)] {
    let root = TableReader(document, faults: faults)
    root.allow(["format", "invoice"])
    if let told = root.optionalText("format"), told != format {
      root.refuse(
        TextRefusal.valueIsNotAllowed(key: "format", value: told, allowed: [format]), at: "format")
    }
    return root.tables("invoice").map { (Invoice($0), $0.place()) }
  }

  /// Reads `[[invoice]]`.
  init(_ table: TableReader) {
    table.allow([
      "kind", "number", "date", "party", "contract", "first", "last", "corrects", "mandate",
      "lines", "vat", "reverse_charge", "total_cents", "note",
    ])
    self.init(
      kind: table.has("kind") ? table.choice("kind", Kind.self) ?? .sale : .sale,
      number: table.text("number"), issued: table.day("date"),
      party: table.optionalText("party") ?? "", contract: table.optionalText("contract"),
      period: table.days(), corrects: table.optionalText("corrects"),
      mandate: table.optionalText("mandate"), lines: table.tables("lines").map(Line.init),
      taxes: table.tables("vat").map(Tax.init),
      selfAssessed: table.tables("reverse_charge").map(Tax.init),
      total: table.cents("total_cents", in: -mostCents...mostCents))
  }
}

private let mostCents: Int64 = 1_000_000_000_000

extension Invoice.Line {
  fileprivate init(_ row: TableReader) {
    row.allow(["kind", "kwh", "eur_per_kwh", "cents", "account", "site", "label"])
    self.init(amount: row.cents("cents", in: -mostCents...mostCents))
    if row.has("kwh") {
      let energy = row.ratio("kwh")
      self.energy = (try? energy.of(1000, .towardZero)).map(WattHours.init)
    }
    if row.has("eur_per_kwh") { price = row.ratio("eur_per_kwh") }
    account = row.optionalText("account")
    site = row.optionalText("site")
    kind =
      row.has("kind")
      ? row.choice("kind", Invoice.LineKind.self) ?? .other : energy == nil ? .other : .energy
  }
}

extension Invoice.Tax {
  fileprivate init(_ row: TableReader) {
    row.allow(["percent", "base_cents", "cents"])
    let percent = row.ratio("percent")
    let isRate = percent >= .zero && percent <= Ratio(100, 1) && percent.denominator <= 1000
    if !isRate {
      row.refuse(
        TextRefusal.numberIsOutOfRange(key: "percent", value: percent.numerator, 0...100),
        at: "percent")
    }
    self.init(
      rate: isRate ? Ratio(percent.numerator, percent.denominator * 100) : .zero,
      base: row.cents("base_cents", in: -mostCents...mostCents),
      amount: row.cents("cents", in: -mostCents...mostCents))
  }
}

extension TableReader {
  /// The days from `first` through `last`, when both are told.
  fileprivate func days() -> Period? {
    guard has("first") || has("last") else { return nil }
    let (first, last) = (day("first"), day("last"))
    guard first <= last else {
      refuse(UnitRefusal.periodEndsBeforeItStarts(first, last), at: "last")
      return nil
    }
    return Period(first: first, last: last)
  }
}
