import Bank
import TestSupport
import Units

/// Matching by looking at everything, in plain words and lists: it shares nothing with the matcher but
/// the table of points.
struct NaiveMatching {
  let items: [MatchItem]
  let lines: [UnmatchedLine]

  struct Guess: Hashable {
    let item: Int
    let points: Int
    let rivals: [Int]
  }

  private struct Pair {
    let line: Int
    let item: Int
    let points: Int
    let days: Int
    let isPosted: Bool
    let isNamed: Bool
  }

  static func words(_ text: String) -> [String] {
    var words = [""]
    for character in text.uppercased().replacing("É", with: "E") {
      if character.isASCII, character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else if words.last != "" {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }
  }

  private static func tells(_ line: BankLine, _ reference: String) -> Bool {
    let wanted = words(reference).joined()
    let told = words("\(line.reference) | \(line.party) | \(line.text)")
    return told.indices.contains { first in
      (first..<min(first + 6, told.count)).contains {
        told[first...$0].joined() == wanted
      }
    }
  }

  private func pair(_ line: Int, _ item: Int) -> Pair? {
    let (told, one) = (lines[line].line, items[item])
    guard told.amount == one.amount else { return nil }
    let days = abs(told.booked.days(until: one.day))
    let isNamed = one.references.contains { Self.tells(told, $0) }
    let all = Set(Self.words("\(told.reference) \(told.party) \(told.text)"))
    let isParty = one.parties.contains {
      !Self.words($0).isEmpty && all.isSuperset(of: Self.words($0))
    }
    var points = 40
    if isNamed { points += 40 }
    if isParty { points += 15 }
    points += days <= 5 ? 15 : days <= 45 ? 5 : 0
    if one.kind != .openItem { points += 10 }
    if items.count(where: { $0.amount == one.amount }) == 1 { points += 5 }
    return Pair(
      line: line, item: item, points: points, days: days,
      isPosted: one.kind == .entry && (days <= 5 || isNamed), isNamed: isNamed)
  }

  /// What each line is thought to be, by its place.
  var guesses: [Int: Guess] {
    let pairs = lines.indices.flatMap { line in
      let all = items.indices.compactMap { pair(line, $0) }
      // A line that names something of its amount looks besides at its two neighbours in time alone.
      guard all.contains(where: \.isNamed) else { return all }
      let inOrder = all.sorted { (items[$0.item].day, $0.item) < (items[$1.item].day, $1.item) }
      let booked = lines[line].line.booked
      let after = inOrder.firstIndex { items[$0.item].day >= booked } ?? inOrder.count
      return inOrder.enumerated().filter { place, pair in
        pair.isNamed || (after - 1...after).contains(place)
      }.map(\.element)
    }
    let inOrder = pairs.sorted { one, other in
      if one.isPosted != other.isPosted { return one.isPosted }
      return (-one.points, one.days, one.line, one.item)
        < (-other.points, other.days, other.line, other.item)
    }
    var taken: [Int: Pair] = [:]
    var used: Set<Int> = []
    for pair in inOrder where taken[pair.line] == nil && !used.contains(pair.item) {
      taken[pair.line] = pair
      used.insert(pair.item)
    }
    return taken.mapValues { found in
      let rivals = pairs.filter { other in
        other.line == found.line && other.points == found.points && !used.contains(other.item)
          && !isAlike(other.item, found.item)
      }
      return Guess(item: found.item, points: found.points, rivals: rivals.map(\.item).sorted())
    }
  }

  private func isAlike(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (items[one], items[other])
    return one.group == other.group && one.kind == other.kind && one.amount == other.amount
  }

  init(items: [MatchItem], lines: [UnmatchedLine]) {
    self.items = items
    self.lines = lines
  }

  /// A small world: few amounts, days that lie close, references written in many ways.
  init(seed: UInt64) {
    var chance = SplitMix(seed: seed)
    func roll(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &chance) }
    let names = ["Alpha Énergie", "Beta Toitures", "Gamma", "Delta Nord"]
    let plain = ["ALPHA ENERGIE", "BETA TOITURES", "GAMMA", "DELTA NORD"]
    let first = Month(year: 2025, monthOfYear: 1).first
    let kinds: [MatchItem.Kind] = [.entry, .openItem, .instalment]
    items = (0..<roll(7)).map { place in
      let party = roll(4)
      // Each is a group of its own: sums of several are tried elsewhere.
      return MatchItem(
        kind: kinds[roll(3)], name: "\(place)", amount: Cents(Int64(100 * (1 + roll(3)))),
        day: first.adding(days: roll(70)), references: ["FA-2025-\(100 + roll(8))"],
        parties: roll(2) == 0 ? [plain[party].lowercased()] : [], group: "\(roll(3)) \(place / 2)")
    }
    lines = (0..<roll(6)).map { place in
      let number = 100 + roll(8)
      let told = [
        "", "FA-2025-\(number)", "fa 2025 \(number)", "FACT FA2025\(number)",
        "N° FA.2025/\(number) SOLDE",
      ][roll(5)]
      let party = roll(5)
      return UnmatchedLine(
        id: Int64(place + 1),
        line: BankLine(
          booked: first.adding(days: roll(70)), amount: Cents(Int64(100 * (1 + roll(3)))),
          reference: roll(2) == 0 ? told : "", party: party < 4 ? names[party] : "",
          text: "VIR SEPA \(told)"))
    }
  }
}
