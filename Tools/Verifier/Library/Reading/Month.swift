/// A calendar month, as the chain of closings counts it.
struct Month: Equatable {
  /// Months since January of year 0.
  let number: Int

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let year = digits(bytes[0..<4]),
      let month = digits(bytes[5..<7]), year > 0, (1...12).contains(month)
    else { return nil }
    number = year * 12 + month - 1
  }

  /// The earliest second, in France, at which the month is over.
  ///
  /// France is at most two hours ahead of UTC.
  var end: Int64 {
    days(year: (number + 1) / 12, month: (number + 1) % 12 + 1, day: 1) * 86_400 - 7_200
  }
}

/// The second that `YYYY-MM-DDTHH:MM:SSZ` tells, or nothing.
func instant(_ text: String) -> Int64? {
  let bytes = Array(text.utf8)
  let marks = Array("    -  -  T  :  :  Z".utf8)
  guard bytes.count == marks.count,
    zip(bytes, marks).allSatisfy({ $1 == 32 || $0 == $1 }),
    let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]), (1...12).contains(month),
    let day = digits(bytes[8..<10]), (1...31).contains(day), let hour = digits(bytes[11..<13]),
    hour < 24, let minute = digits(bytes[14..<16]), minute < 60,
    let second = digits(bytes[17..<19]), second < 60
  else { return nil }
  return days(year: year, month: month, day: day) * 86_400
    + Int64(hour * 3600 + minute * 60 + second)
}

/// The second that `YYYYMMDDHHMMSS[.f…]Z` tells, or nothing; a fraction is dropped.
///
/// - Source: ITU-T X.690 § 11.7.
func generalizedTime(_ bytes: [UInt8]) -> Int64? {
  guard bytes.count >= 15, bytes.last == UInt8(ascii: "Z") else { return nil }
  let fraction = bytes[14..<bytes.count - 1]
  guard fraction.isEmpty || fraction.first == UInt8(ascii: ".") && fraction.count > 1,
    digits(fraction.dropFirst()) != nil, fraction.count < 10,
    let clock = String(validating: bytes.prefix(14), as: UTF8.self).map(Array.init)
  else { return nil }
  return instant(
    "\(String(clock[0..<4]))-\(String(clock[4..<6]))-\(String(clock[6..<8]))"
      + "T\(String(clock[8..<10])):\(String(clock[10..<12])):\(String(clock[12...]))Z")
}

/// `YYYY-MM-DD HH:MM UTC`.
func clock(_ seconds: Int64) -> String {
  func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
  var (day, year) = (seconds / 86_400, 1970)
  while day >= days(year: year + 1, month: 1, day: 1) { year += 1 }
  var month = 12
  while day < days(year: year, month: month, day: 1) { month -= 1 }
  day -= days(year: year, month: month, day: 1)
  let minute = seconds % 86_400 / 60
  return "\(year)-\(two(Int64(month)))-\(two(day + 1)) \(two(minute / 60)):\(two(minute % 60)) UTC"
}

private func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return bytes.reduce(0) { $0 * 10 + Int($1) - 48 }
}

/// Days since 1970-01-01, counting leap years one rule at a time.
private func days(year: Int, month: Int, day: Int) -> Int64 {
  let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1]
  let past = year - 1
  let leaps = past / 4 - past / 100 + past / 400 - 477
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  return Int64((year - 1970) * 365 + leaps + before + (isLeap && month > 2 ? 1 : 0) + day - 1)
}
