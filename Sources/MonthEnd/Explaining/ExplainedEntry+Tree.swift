import Agreements
import Bookings
public import Journal
public import Store
public import Text
import Units
import Wording

extension ExplainedEntry {
  /// The entry, then what its amount was reckoned from.
  var node: ExplainedNode {
    ExplainedNode(
      ExplainWords.entry(reference.description, label, euros(amount), from: origin), grounds)
  }

  /// The facts, prices and terms that the amount follows from.
  var grounds: [ExplainedNode] {
    facts.map { ExplainedNode(ExplainWords.fact($0.kind.rawValue, $0.id, from: $0.origin)) }
      + prices.map { ExplainedNode($0.words) }
      + (terms.isEmpty
        ? [] : [ExplainedNode(ExplainWords.terms(terms.map { (euros($0.whole), $0.part) }))])
  }
}

extension ExplainedPrice {
  fileprivate var words: Words {
    guard kind != .fixed else { return ExplainWords.fixedTerm(contract, price, euros(amount)) }
    return ExplainWords.price(
      contract, kilowattHours(energy), price, euros(amount), isAboveCap: kind == .aboveCap)
  }
}

/// An entry asked for by its name: its lines, and what they follow from.
public struct EntryExplanation: Sendable {
  /// The entry.
  public let entry: StoredEntry
  /// What its amount was reckoned from, where a closing reckoned it.
  let grounds: [ExplainedNode]

  /// The figure of a closed month that a line of the entry says again.
  public func figure(_ line: Int) -> String? {
    let words = entry.content.key.split(separator: ":").map(String.init)
    guard words.count > 3, words[0] == "close" else { return nil }
    let (month, who) = (words[1], beneficiary(of: entry.content.postings[line - 1]))
    switch words[2] {
    case "allocation": return "\(month)/\(who ?? "result")"
    case "energy":
      return words[3] == "members" ? who.map { "\(month)/\($0)/energy" } : "\(month)/energy"
    case "allocation-correction":
      guard let who, let corrected = words.dropFirst(4).first else { return nil }
      return "\(month)/\(corrected)/\(who)" + (words[3] == "energy" ? "/energy" : "")
    case "sales": return "\(month)/sales"
    default: return nil
    }
  }

  /// Whom a line is for, as figures are called.
  private func beneficiary(of posting: Posting) -> String? {
    posting.analysis.auxiliary.map { name in
      if name.hasPrefix("member:") { return String(name.dropFirst("member:".count)) }
      return name.hasPrefix("supplier:") ? "party:\(name.dropFirst("supplier:".count))" : name
    }
  }

  /// The entry, some of its lines, and where they come from.
  public func tree(_ lines: [Int]) -> ExplainedNode {
    let content = entry.content
    return ExplainedNode(
      ExplainWords.entry(
        entry.reference.description, content.label, Words(both: content.date.description),
        from: content.origin),
      grounds
        + lines.map { number in
          let posting = content.postings[number - 1]
          let next = figure(number).map { ExplainedNode(ExplainWords.sharedIn($0)) }
          return ExplainedNode(
            ExplainWords.line(
              number, posting.account, posting.analysis.auxiliary ?? posting.analysis.site ?? "",
              amount(posting.amount, posting.unit)), [next].compactMap(\.self))
        })
  }

  /// The same for programs.
  public func json(_ reference: String, _ lines: [Int]) -> JSON {
    [
      "format": .string(Explanation.format), "ref": .string(reference),
      "entry": .string(entry.reference.description), "key": .string(entry.content.key),
      "origin": .string(entry.content.origin), "voucher": .string(entry.content.voucher),
      "lines": .array(
        lines.map { number in
          let posting = entry.content.postings[number - 1]
          return [
            "line": .integer(Int64(number)), "account": .string(posting.account),
            "unit": .string(posting.unit.rawValue), "debit": .integer(posting.debit),
            "credit": .integer(posting.credit),
          ]
        }),
    ]
  }
}

extension BookReader {
  /// What an entry and its amount follow from.
  ///
  /// - Throws: ``JournalRefusal/entryIsUnknown(_:)``.
  public func explanation(of reference: EntryReference) throws -> EntryExplanation {
    let entry = try entry(reference)
    guard entry.content.key.hasPrefix("close:") else {
      return EntryExplanation(entry: entry, grounds: [])
    }
    let grounds = try EntryGrounds(SharingDesk(self), entry.content.date.month)
    return EntryExplanation(entry: entry, grounds: try ExplainedEntry(entry, grounds).grounds)
  }
}
