public import Allocation
public import Journal
import Membership
public import Units

/// What a figure is asked for by: a month and a beneficiary, a step, a total; or an entry.
public enum FigureReference: Hashable, Sendable {
  /// What of a closed month is asked for.
  public enum Subject: Hashable, Sendable {
    /// Everything.
    case whole
    /// The result.
    case result
    /// The energy.
    case energy
    /// The sales.
    case sales
    /// A step of the rules.
    case step(String)
    /// What somebody received.
    case beneficiary(Beneficiary, Part)
    /// What a member held on its last day.
    case shares(Beneficiary)
  }

  /// What of a beneficiary's is asked for.
  public enum Part: Hashable, Sendable {
    /// Money, of every step.
    case money
    /// Energy.
    case energy
    /// Money, of one step.
    case step(String)
  }

  /// A figure of a closed month.
  case month(Month, Subject)
  /// What the closing of a month corrected of an earlier one for somebody.
  case correction(in: Month, of: Month, Beneficiary, Part)
  /// What somebody has since the fiscal year began, in money or in energy.
  case year(Month, Beneficiary, Part)
  /// An entry, or a line of it.
  case entry(EntryReference, line: Int?)

  /// Reads `2025-03`, `2025-03/result`, `2025-03/STEP`, `2025-03/M0042`, `2025-03/M0042/energy`,
  /// `2025-03/M0042/year`, `2025-06/2025-03/M0042`, `2025/57` or `2025/EX57:3`; nothing for other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, !parts.contains("") else { return nil }
    guard let month = try? Month(first) else {
      guard let entry = FigureReference(entry: text) else { return nil }
      self = entry
      return
    }
    guard let figure = FigureReference(month, parts.dropFirst()) else { return nil }
    self = figure
  }

  private init?(entry text: String) {
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    let line = halves.count == 2 ? Int(halves[1]) : nil
    guard halves.count <= 2, let entry = try? EntryReference(String(halves[0])),
      halves.count == 1 || (line ?? 0) > 0
    else { return nil }
    self = .entry(entry, line: line)
  }

  /// Reads what follows the month.
  private init?(_ month: Month, _ words: ArraySlice<String>) {
    guard let first = words.first else {
      self = .month(month, .whole)
      return
    }
    let rest = words.dropFirst()
    if let corrected = try? Month(first) {
      guard corrected < month, rest.count <= 2,
        let who = rest.first.flatMap(Beneficiary.init(called:)),
        let part = Part(rest.dropFirst().first), part.isWhole
      else { return nil }
      self = .correction(in: month, of: corrected, who, part)
    } else if let who = Beneficiary(called: first) {
      guard rest.count <= 1 else { return nil }
      switch rest.first {
      case "year": self = .year(month, who, .money)
      case "year-energy": self = .year(month, who, .energy)
      case "shares": self = .month(month, .shares(who))
      case let word:
        guard let part = Part(word) else { return nil }
        self = .month(month, .beneficiary(who, part))
      }
    } else {
      guard rest.isEmpty else { return nil }
      self = .month(month, Subject(first))
    }
  }
}

extension FigureReference.Subject {
  fileprivate init(_ word: String) {
    switch word {
    case "result": self = .result
    case "energy": self = .energy
    case "sales": self = .sales
    default: self = .step(word)
    }
  }
}

extension FigureReference.Part {
  fileprivate init?(_ word: String?) {
    switch word {
    case nil, "entitlement": self = .money
    case "energy": self = .energy
    case .some(let step): self = .step(step)
    }
  }

  fileprivate var isWhole: Bool {
    if case .step = self { false } else { true }
  }
}

extension Beneficiary {
  /// Reads `M0042`, or a beneficiary as an allocation writes it.
  fileprivate init?(called text: String) {
    if let number = try? MemberNumber(text) {
      self = .member(number.description)
    } else {
      guard text.contains(":"), let one = try? Beneficiary(text) else { return nil }
      self = one
    }
  }
}
