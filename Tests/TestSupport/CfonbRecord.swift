/// A record of a CFONB 120 statement: kind, day, amount with its overpunched sign, and texts at their place.
public func cfonbRecord(
  _ kind: String, _ day: String, _ amount: String = "", currency: String = "EUR",
  decimals: String = "2", account: String = "12345678901", texts: [Int: String] = [:]
) -> String {
  var signs = [Character](repeating: " ", count: 120)
  func put(_ text: String, at position: Int) {
    for (offset, character) in text.enumerated() { signs[position - 1 + offset] = character }
  }
  put(kind, at: 1)
  put("30004", at: 3)
  put("00003", at: 12)
  put(currency, at: 17)
  put(decimals, at: 20)
  put(account, at: 22)
  put(day, at: 35)
  put(String(repeating: "0", count: 14 - amount.count) + amount, at: 91)
  if kind == "05" { put(String(repeating: " ", count: 14), at: 91) }
  for (position, text) in texts { put(text, at: position) }
  return String(signs)
}
