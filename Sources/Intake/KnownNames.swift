import Agreements
import Journal
import Membership
import Store
import Units

/// The names that a line may carry beside its account: what the book knows, ever.
struct KnownNames {
  private let names: [JournalRefusal.Dimension: Set<String>]

  init(_ reader: BookReader) throws {
    let dossier = try Cooperative(reader, on: Day.endOfTime).dossier
    names = [
      .site: Set(dossier.sites.keys),
      .contract: Set(dossier.contracts.keys).union(dossier.conventions.keys)
        .union(dossier.loans.keys).union(dossier.advances.keys).union(dossier.services.keys),
      .member: Set(try reader.members().map(\.number.description)),
      .loan: Set(dossier.loans.keys),
    ]
  }

  /// What the lines of an entry name that the book does not know, each once.
  func unknown(in postings: [Posting]) -> [JournalRefusal] {
    var refusals: [JournalRefusal] = []
    for posting in postings {
      for (dimension, name) in named(posting.analysis)
      where !names[dimension, default: []].contains(name) {
        let refusal = JournalRefusal.nameIsUnknown(dimension, name)
        if !refusals.contains(refusal) { refusals.append(refusal) }
      }
    }
    return refusals
  }

  private func named(_ analysis: Analysis) -> [(JournalRefusal.Dimension, String)] {
    var named: [(JournalRefusal.Dimension, String)] = []
    if let site = analysis.site { named.append((.site, site)) }
    if let contract = analysis.contract { named.append((.contract, contract)) }
    if let auxiliary = analysis.auxiliary, let colon = auxiliary.firstIndex(of: ":"),
      let dimension = JournalRefusal.Dimension(rawValue: String(auxiliary[..<colon]))
    {
      named.append((dimension, String(auxiliary[auxiliary.index(after: colon)...])))
    }
    return named
  }
}
