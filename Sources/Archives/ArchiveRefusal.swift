public import Units

/// What is refused of a zip archive.
public enum ArchiveRefusal: Refusal, Equatable {
  /// The archive is cut, or its parts contradict each other.
  case archiveIsDamaged
  /// A file in it needs a password.
  case memberIsEncrypted(String)
  /// A file in it is packed in a way that is not read, or the archive lies in several parts.
  case packingIsUnknown(String, method: Int)
  /// Unpacked it would be larger than what is believed of readings.
  case archiveIsTooLarge(bytes: Int64, most: Int64)
  /// It holds more files than is believed of readings.
  case archiveHasTooManyFiles(Int, most: Int)
  /// A file in it is not what its check sum says.
  case memberIsDamaged(String)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .archiveIsDamaged: "archive-is-damaged"
    case .memberIsEncrypted: "archive-member-is-encrypted"
    case .packingIsUnknown: "archive-packing-is-unknown"
    case .archiveIsTooLarge: "archive-is-too-large"
    case .archiveHasTooManyFiles: "archive-has-too-many-files"
    case .memberIsDamaged: "archive-member-is-damaged"
    }
  }

  /// Always bad data.
  public var outcome: Outcome { .badData }
}
