public import Units

/// An amount of money as people write it: `1 234,56 €`, `€1,234.56`.
public func euros(_ amount: Cents) -> Words {
  Words(euros(amount, .french), euros(amount, .english))
}

/// An amount of money in one language, for lists of a hundred thousand.
public func euros(_ amount: Cents, _ language: Language) -> String {
  let sign = amount.isNegative ? "-" : ""
  let whole = String(amount.units.magnitude / 100)
  let cents = String(amount.units.magnitude % 100 + 100).dropFirst()
  return language == .french
    ? "\(sign)\(grouped(whole, by: "\u{202F}")),\(cents)\u{00A0}€"
    : "\(sign)€\(grouped(whole, by: ",")).\(cents)"
}

/// A whole number in one language, for lists of a hundred thousand.
public func number(_ value: Int64, _ language: Language) -> String {
  let digits = String(value.magnitude)
  let text =
    digits.utf8.count < 4 ? digits : grouped(digits, by: language == .french ? "\u{202F}" : ",")
  return value < 0 ? "-" + text : text
}

/// An energy as people write it, to the watt-hour: `1 234,567 kWh`, `1,234.567 kWh`.
public func kilowattHours(_ energy: WattHours) -> Words {
  let sign = energy.isNegative ? "-" : ""
  let whole = String(energy.units.magnitude / 1000)
  let rest = String(energy.units.magnitude % 1000 + 1000).dropFirst()
  return Words(
    "\(sign)\(grouped(whole, by: "\u{202F}")),\(rest)\u{00A0}kWh",
    "\(sign)\(grouped(whole, by: ",")).\(rest)\u{00A0}kWh")
}

/// A whole number as people write it: `1 234`, `1,234`.
public func number(_ value: some BinaryInteger) -> Words {
  let sign = value < 0 ? "-" : ""
  let digits = String(value.magnitude)
  return Words(sign + grouped(digits, by: "\u{202F}"), sign + grouped(digits, by: ","))
}

/// An exact number as people write it: `0,1207`, `0.1207`.
func decimal(_ ratio: Ratio) -> Words {
  let text = ratio.decimalDescription
  return Words(text.replacing(".", with: ","), text)
}

/// A day as people write it: `2 janvier 2025`, `2 January 2025`.
public func longDay(_ day: Day) -> Words {
  let (year, month, dayOfMonth) = day.calendar
  let first = dayOfMonth == 1 ? "1er" : String(dayOfMonth)
  return Words(
    "\(first) \(frenchMonths[month - 1]) \(year)",
    "\(dayOfMonth) \(englishMonths[month - 1]) \(year)")
}

/// A month as people write it: `octobre 2026`, `October 2026`.
public func longMonth(_ month: Month) -> Words {
  Words(
    "\(frenchMonths[month.monthOfYear - 1]) \(month.year)",
    "\(englishMonths[month.monthOfYear - 1]) \(month.year)")
}

let frenchMonths = [
  "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
  "novembre", "décembre",
]
let englishMonths = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

/// Digits in groups of three.
private func grouped(_ digits: String, by separator: String) -> String {
  var groups: [Substring] = []
  var rest = digits[...]
  while rest.count > 3 {
    groups.append(rest.suffix(3))
    rest = rest.dropLast(3)
  }
  groups.append(rest)
  return groups.reversed().joined(separator: separator)
}
