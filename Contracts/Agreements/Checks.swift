import Text
import Units

extension TableReader {
  /// An exact number that must be given, within bounds; the placeholder of one outside is zero.
  func ratio(
    _ key: String, from least: Ratio, through most: Ratio? = nil,
    else refusal: (Ratio) -> AgreementRefusal
  ) -> Ratio {
    let value = ratio(key)
    guard value < least || most.map({ $0 < value }) == true else { return value }
    refuse(refusal(value), at: key)
    return .zero
  }

  /// An account that must be given: six digits under a heading of the PCG.
  func account(
    _ key: String, under heading: String, but excluded: [String] = [],
    else refusal: (String) -> AgreementRefusal
  ) -> String {
    let number = text(key)
    let isSound =
      number.utf8.count == 6 && number.utf8.allSatisfy { (48...57).contains($0) }
      && number.hasPrefix(heading) && !excluded.contains { number.hasPrefix($0) }
    if json[key]?.stringValue != nil, !isSound { refuse(refusal(number), at: key) }
    return number
  }
}
