import Units

/// Turns the clock of a file into instants, remembering the last day it looked up.
struct LocalClock {
  /// What a reading of the clock means.
  enum Meaning {
    case instant(Int64)
    /// One of the two hours of the October change, told apart by order.
    case repeated(Int64)
    /// An hour that March skips.
    case skipped
  }

  /// Whether rows come oldest first, which tells the two hours of October apart.
  let isAscending: Bool
  /// Whether a clock without the mark of summer shows winter time.
  let unmarkedIsWinter: Bool
  private var day: UInt32 = .max
  private var start: Int64 = 0
  private var isPlain = false
  private var seen: [UInt32: Int] = [:]

  init(isAscending: Bool, unmarkedIsWinter: Bool) {
    self.isAscending = isAscending
    self.unmarkedIsWinter = unmarkedIsWinter
  }

  /// The instant a row was written at.
  mutating func read(_ local: UInt32, offset: Int16) -> Meaning {
    if offset != StampPattern.noOffset { return .instant(Int64(local) - Int64(offset) * 60) }
    turn(to: local / 86_400)
    let second = Int64(local % 86_400)
    if isPlain { return .instant(start + second) }
    switch ParisTime.read(Day(number: Int32(day)), secondOfDay: Int(second)) {
    case .once(let instant): return .instant(instant.seconds)
    case .never: return .skipped
    case .twice(_, let second) where unmarkedIsWinter: return .instant(second.seconds)
    case .twice(let first, let second):
      let times = seen[local, default: 0]
      seen[local] = times + 1
      return .repeated((times == 0) == isAscending ? first.seconds : second.seconds)
    }
  }

  /// The midnight that begins the written date, whatever clock stands beside it.
  mutating func midnight(_ local: UInt32) -> Int64 {
    turn(to: local / 86_400)
    return start
  }

  /// How far the clock is ahead of UTC all through the written day; nothing when it changes.
  mutating func ahead(_ local: UInt32, offset: Int16) -> Int64? {
    if offset != StampPattern.noOffset { return Int64(offset) * 60 }
    turn(to: local / 86_400)
    return isPlain ? Int64(day) * 86_400 - start : nil
  }

  private mutating func turn(to number: UInt32) {
    guard number != day else { return }
    day = number
    let civil = Day(number: Int32(number))
    start = ParisTime.start(of: civil).seconds
    isPlain = ParisTime.length(of: civil) == 86_400
  }
}
