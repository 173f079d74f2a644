/// A set of whole numbers, small where they follow one another: the numbers of a year's entries.
struct NumberSet {
  private var words: [Int: UInt64] = [:]
  private(set) var count = 0
  private(set) var largest = 0

  /// Adds a number from 1; false when it was there.
  mutating func insert(_ number: Int) -> Bool {
    let bit = UInt64(1) << UInt64(number & 63)
    let word = words[number >> 6, default: 0]
    guard word & bit == 0 else { return false }
    words[number >> 6] = word | bit
    count += 1
    largest = max(largest, number)
    return true
  }

  func contains(_ number: Int) -> Bool {
    words[number >> 6].map { $0 & UInt64(1) << UInt64(number & 63) != 0 } ?? false
  }

  /// The runs of numbers missing from 1 to the largest, at most so many.
  func gaps(atMost most: Int) -> [ClosedRange<Int>] {
    var gaps: [ClosedRange<Int>] = []
    var expected = 1
    for key in words.keys.sorted() {
      for number in key << 6..<(key + 1) << 6 where contains(number) {
        if number > expected { gaps.append(expected...number - 1) }
        expected = number + 1
        if gaps.count == most { return gaps }
      }
    }
    return gaps
  }
}
