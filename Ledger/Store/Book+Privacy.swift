import GRDB
import Membership
public import Seal
import Text
import Units

extension BookWriter {
  /// Keeps the public part of the privacy key; the first one given stays.
  ///
  /// - Throws: ``PersonRefusal/privacyKeyIsAnother`` when the book has another.
  public func keep(_ key: PrivacyPublicKey) throws {
    if let known = try reader.privacyKey() {
      guard known == key else { throw PersonRefusal.privacyKeyIsAnother }
      return
    }
    // What is random has no place in the log of a book that is to be made again to the byte.
    guard try !reader.derivesSalts() else {
      return try db.execute(
        sql: "INSERT INTO setting (name, value) VALUES ('privacy-key', ?)",
        arguments: [hex(key.bytes)])
    }
    try record(event: "privacy-key", ["publicKey": .string(hex(key.bytes))])
  }

  /// A sealer for the book's privacy key.
  ///
  /// - Throws: ``PersonRefusal/bookHasNoPrivacyKey``.
  public func privacySealer() throws -> PrivacySealer {
    guard let key = try reader.privacyKey() else { throw PersonRefusal.bookHasNoPrivacyKey }
    return try PrivacySealer(for: key)
  }
}

extension BookReader {
  /// The public part of the privacy key, or nothing before one was created.
  public func privacyKey() throws -> PrivacyPublicKey? {
    let logged = try events(kind: "privacy-key").first?.body["publicKey"]?.stringValue
    let known =
      try logged
      ?? String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'privacy-key'")
    return known.flatMap { bytes(fromHex: $0) }.flatMap { PrivacyPublicKey($0) }
  }

  /// Checks that a key is the one the book closes boxes for.
  ///
  /// - Throws: ``PersonRefusal/bookHasNoPrivacyKey``, ``PersonRefusal/privacyKeyIsAnother``.
  public func check(_ key: PrivacyKey) throws {
    guard let known = try privacyKey() else { throw PersonRefusal.bookHasNoPrivacyKey }
    guard known == key.publicKey else { throw PersonRefusal.privacyKeyIsAnother }
  }
}
