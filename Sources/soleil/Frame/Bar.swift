import Glibc
import Wording

/// A bar as long as its part of a whole: blocks in a terminal, plain signs elsewhere.
struct Bar {
  private let isPlain: Bool
  private static let width: Int64 = 20

  /// Plain when asked for, with `NO_COLOR`, and where no terminal shows the answer.
  init(plain: Bool) {
    isPlain = plain || World.variable("NO_COLOR") != nil || isatty(STDOUT_FILENO) != 1
  }

  /// The bar of a part; nothing for nothing.
  func words(_ part: Int64, of whole: Int64) -> Words {
    guard part > 0, whole > 0 else { return Words(both: "") }
    let eighths = Int(min(part, whole) * Bar.width * 8 / whole)
    let full = eighths / 8
    if isPlain { return Words(both: String(repeating: "#", count: max(1, full))) }
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return Words(both: String(repeating: "█", count: full) + rest)
  }
}
