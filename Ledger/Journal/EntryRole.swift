/// How an entry stands to other entries.
public enum EntryRole: Hashable, Sendable {
  /// By itself.
  case plain
  /// It opens a fiscal year with the balances that the one before left: it says them again for the
  /// year's own books and moves nothing.
  case opening
  /// It is the exact inverse of the entry with this key.
  case reversal(of: String, reason: String)
  /// It stands in the place of the entry with this key, which is reversed.
  case replacement(of: String, reason: String)

  /// The key of the entry it corrects.
  public var corrected: String? {
    switch self {
    case .plain, .opening: nil
    case .reversal(let key, _), .replacement(let key, _): key
    }
  }

  /// Why it corrects it.
  public var reason: String? {
    switch self {
    case .plain, .opening: nil
    case .reversal(_, let reason), .replacement(_, let reason): reason
    }
  }
}
