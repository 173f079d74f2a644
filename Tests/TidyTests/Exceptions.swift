/// What the rules excuse, each with its reason.
///
/// The lists only shrink: an entry that is no longer
/// needed fails.
enum Exceptions {
  /// `path name` of functions over 60 lines.
  static let longFunctions: [String: String] = [:]

  /// Files with floating point.
  static let floatingPoint: [String: String] = [:]

  /// Files and folders outside Wording with text in a human language.
  static let homesOfProse: [String: String] = [
    "Sources/Wording/": "the home itself",
    "Ledger/Bookings/Labels.swift": "entry labels are French by law, and part of the book",
    "Ledger/YearEnd/Labels.swift": "entry labels are French by law, and part of the book",
    "Ledger/Invoices/Labels.swift": "entry labels are French by law, and part of the book",
    "Ledger/Payments/Labels.swift": "entry labels are French by law, and part of the book",
    "Contracts/Templates/": "French contracts are drawn up in French",
    "Contracts/Membership/MembershipRefusal.swift": "cites the French statutes by their heading",
    "Sources/Seal/Certificates/Authority.swift": "names in French certificates are French",
    "Tools/Verifier/":
      "the verifier depends on none of our rooms, so it brings its own words",
    "Sources/Production/Profiles/": "headings stand as the portals of Europe write them",
    "Tools/Simulator/": "writes a fictional cooperative's own papers",
  ]

  /// Cases that no test names yet.
  static let notYetProvoked: Set<String> = [
    "AllocationRefusal.collegeIsUnknown",
    "AllocationRefusal.weightIsNegative", "CSVRefusal.fileIsTooLarge",
    "SealRefusal.randomnessIsUnavailable",
  ]

  /// Refusals that nobody has worded yet.
  static let notYetWorded: Set<String> = []
}
