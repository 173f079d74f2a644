import Membership
public import Text
import Units

extension MemberStatement {
  /// Reads back what ``json`` wrote; nothing when it is something else.
  ///
  /// - Throws: ``UnitRefusal`` and ``MembershipRefusal`` for words that are malformed.
  public init?(_ json: JSON) throws {
    guard json["format"]?.stringValue == MemberStatement.format,
      let holdings = json["holdings"], let energy = json["energy"],
      let entitlement = json["entitlement"],
      let salt = json["salt"]?.stringValue.flatMap(bytes(fromHex:))
    else { return nil }
    self.init(
      organisationName: json["organisation"]?["name"]?.stringValue ?? "",
      siren: json["organisation"]?["siren"]?.stringValue ?? "",
      member: try MemberNumber(json["member"]?.stringValue ?? ""),
      college: json["college"]?.stringValue ?? "",
      month: try Month(json["month"]?.stringValue ?? ""),
      sequence: Int(json["closing"]?["sequence"]?.integerValue ?? 0),
      openingShares: Shares(holdings["openingShares"]?.integerValue ?? 0),
      closingShares: Shares(holdings["closingShares"]?.integerValue ?? 0),
      capital: Cents(holdings["capitalCents"]?.integerValue ?? 0),
      movements: try (holdings["movements"]?.arrayValue ?? []).compactMap(MovementLine.init),
      shareDays: holdings["shareDays"]?.integerValue ?? 0,
      totalShareDays: holdings["totalShareDays"]?.integerValue ?? 0,
      energy: WattHours(energy["wh"]?.integerValue ?? 0),
      totalEnergy: WattHours(energy["totalWh"]?.integerValue ?? 0),
      yearStart: try Day(json["yearStart"]?.stringValue ?? ""),
      energyOfYear: WattHours(energy["yearWh"]?.integerValue ?? 0),
      parts: (entitlement["parts"]?.arrayValue ?? []).map(Part.init),
      result: Cents(entitlement["resultCents"]?.integerValue ?? 0),
      entitlementOfYear: Cents(entitlement["yearCents"]?.integerValue ?? 0),
      production: try (json["production"]?.arrayValue ?? []).map(MonthEnergy.init), salt: salt)
    account = try Account(json["account"])
    taxes = try (json["taxes"]?.arrayValue ?? []).compactMap(TaxedPayment.init)
    corrections = try (json["supersedes"]?.arrayValue ?? []).map(Correction.init)
  }
}

extension MemberStatement.MovementLine {
  fileprivate init?(_ json: JSON) throws {
    guard let kind = json["kind"]?.stringValue.flatMap(Movement.Kind.init) else { return nil }
    self.init(
      order: Int(json["order"]?.integerValue ?? 0),
      date: try Day(json["date"]?.stringValue ?? ""), kind: kind,
      reference: json["reference"]?.stringValue ?? "",
      shares: Shares(json["shares"]?.integerValue ?? 0),
      amount: Cents(json["amountCents"]?.integerValue ?? 0))
  }
}

extension MemberStatement.Part {
  fileprivate init(_ json: JSON) {
    self.init(
      step: json["step"]?.stringValue ?? "", frenchLabel: json["label"]?.stringValue ?? "",
      englishLabel: json["labelEn"]?.stringValue ?? "",
      taken: Cents(json["takenCents"]?.integerValue ?? 0),
      amount: json["cents"]?.integerValue.map(Cents.init))
  }
}

extension MemberStatement.MonthEnergy {
  fileprivate init(_ json: JSON) throws {
    self.init(
      month: try Month(json["month"]?.stringValue ?? ""),
      energy: WattHours(json["wh"]?.integerValue ?? 0))
  }
}

extension MemberStatement.Correction {
  fileprivate init(_ json: JSON) throws {
    let number = { (key: String) in json[key]?.integerValue ?? 0 }
    self.init(
      month: try Month(json["month"]?.stringValue ?? ""), sequence: Int(number("sequence")),
      signed: json["statementSha256"]?.stringValue.flatMap { Digest(hex: $0) },
      energy: (WattHours(number("whBefore")), WattHours(number("wh"))),
      entitlement: (Cents(number("centsBefore")), Cents(number("cents"))))
  }
}
