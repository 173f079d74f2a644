import Journal
public import Store
public import Units

/// Letters lines that settle one another.
///
/// - Throws: as `BookWriter.letter`.
public func letter(
  _ lines: [LineReference], in book: Book, now: Instant, rehearsing: Bool = false
) throws -> Lettering {
  try book.write(at: now, rehearsing: rehearsing) { page in
    try page.letter(lines, on: ParisTime.day(of: now))
  }
}

/// Letters what is plain by itself on accounts that begin so, auxiliary by auxiliary: all lines of
/// one voucher that balance, then a debit and a credit of one amount that nothing else has.
///
/// Two payments of one amount are left to a person: which is which is a decision.
///
/// - Complexity: O(n log n) in the lines that are not lettered yet.
public func letterWhatIsPlain(
  ofAccounts prefix: String, in book: Book, now: Instant, rehearsing: Bool = false
) throws -> [Lettering] {
  try book.write(at: now, rehearsing: rehearsing) { page in
    let day = ParisTime.day(of: now)
    let lines = try page.reader.unletteredLines(ofAccounts: prefix, through: day)
    return try groups(lines).map { group in
      try page.letter(
        group.map { LineReference(entry: $0.entry.reference, line: $0.line) }, on: day)
    }
  }
}

private func groups(_ lines: [JournalLine]) -> [[JournalLine]] {
  accounts(lines).flatMap { account -> [[JournalLine]] in
    let vouchers = grouped(account) { $0.voucher }
      .filter { $0.count > 1 && balance($0) == 0 }
    let taken = Set(vouchers.joined().map(place))
    let rest = account.filter { !taken.contains(place($0)) }
    let pairs = grouped(rest) { $0.posting.amount }
      .filter { $0.count == 2 && balance($0) == 0 }
    return vouchers + pairs
  }
}

private func accounts(_ lines: [JournalLine]) -> [[JournalLine]] {
  grouped(lines) { [$0.posting.account, $0.posting.analysis.auxiliary ?? ""] }
}

/// The groups in the order in which their first lines come.
private func grouped<Key: Hashable>(
  _ lines: [JournalLine], by key: (JournalLine) -> Key
) -> [[JournalLine]] {
  var places: [Key: Int] = [:]
  var groups: [[JournalLine]] = []
  for line in lines {
    let place = places[key(line), default: groups.count]
    if place == groups.count { groups.append([]) }
    places[key(line)] = place
    groups[place].append(line)
  }
  return groups
}

private func balance(_ lines: [JournalLine]) -> Int128 {
  lines.reduce(0) { $0 + Int128($1.posting.debit) - Int128($1.posting.credit) }
}

private func place(_ line: JournalLine) -> LineReference {
  LineReference(entry: line.entry.reference, line: line.line)
}
