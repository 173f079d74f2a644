/// The organisation that signs: its name and its SIREN.
public struct OrganisationName: Hashable, Sendable {
  /// The legal name.
  public let name: String
  /// The nine digits of the register of companies.
  public let siren: String

  /// Names an organisation as a certificate can.
  ///
  /// - Throws: ``SealRefusal/sirenIsNotNineDigits(_:)``, ``SealRefusal/nameIsEmpty``,
  ///   ``SealRefusal/nameIsTooLong(characters:most:)``.
  /// - Source: RFC 5280 appendix A.1, ub-organization-name.
  public init(name: String, siren: String) throws(SealRefusal) {
    guard siren.utf8.count == 9, siren.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw .sirenIsNotNineDigits(siren)
    }
    guard !name.isEmpty else { throw .nameIsEmpty }
    let length = name.unicodeScalars.count
    guard length <= 64 else { throw .nameIsTooLong(characters: length, most: 64) }
    self.name = name
    self.siren = siren
  }

  /// How a certificate refers to an entry of the national register.
  ///
  /// - Source: ETSI EN 319 412-1 § 5.1.4.
  var identifier: String { "NTRFR-\(siren)" }
}
