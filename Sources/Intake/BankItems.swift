import Agreements
import Bank
import Bookings
import Journal
import Membership
import Store
import Units

/// Something of the book that a movement of the bank may be, and what confirming it does.
struct BankItem {
  /// What confirming does.
  enum Effect {
    /// Nothing is written: the line stands on the bank's account already.
    case points(LineReference)
    /// An entry settles the open line.
    indirect case settles(JournalLine)
    /// The entry that the closing would write is written now.
    indirect case pays(DraftEntry)
  }

  let item: MatchItem
  let effect: Effect
}

/// What the movements of an account may be, as the book stands.
struct BankItems {
  let items: [BankItem]
  let rules: [LearnedRule]

  /// Accounts of others whose open lines a bank may settle; capital follows from the share register.
  private static let openAccounts = [
    "401", "403", "404", "408", "411", "413", "416", "418", "419", "42", "43", "44", "455", "457",
    "462", "464", "465", "467", "468",
  ]

  init(_ account: BankAccount, _ page: BookReader, through day: Day) throws {
    let dossier = try Cooperative(page, on: day).dossier
    let names = PartyNames(dossier)
    var items = try page.unmatchedPostings(on: account.account, through: day).map {
      BankItems.pointing($0, account.account, names)
    }
    for prefix in BankItems.openAccounts {
      items += try page.unletteredLines(ofAccounts: prefix, through: day)
        .filter { $0.posting.unit == .cents }.map { BankItems.settling($0, names) }
    }
    items += try BankItems.instalments(dossier, account, names, page, through: day)
    self.items = items
    rules = try BankItems.rules(page)
  }

  private static func pointing(
    _ line: BankPosting, _ account: String, _ names: PartyNames
  ) -> BankItem {
    BankItem(
      item: MatchItem(
        kind: .entry, name: "\(line.reference.entry):\(line.reference.line)", amount: line.amount,
        day: line.date, references: [line.voucher], parties: names.of(auxiliary: line.auxiliary),
        group: account), effect: .points(line.reference))
  }

  private static func settling(_ line: JournalLine, _ names: PartyNames) -> BankItem {
    BankItem(
      item: MatchItem(
        kind: .openItem, name: name(line),
        amount: Cents(line.posting.debit - line.posting.credit), day: line.voucherDate,
        references: [line.voucher] + (line.posting.analysis.contract.map { [$0] } ?? []),
        parties: names.of(line),
        group: "\(line.posting.account) \(line.posting.analysis.auxiliary ?? "")"),
      effect: .settles(line))
  }

  private static func name(_ line: JournalLine) -> String { "\(line.entry.reference):\(line.line)" }

  /// The instalments that fall due within the month around and that no closing has posted yet.
  private static func instalments(
    _ dossier: Dossier, _ account: BankAccount, _ names: PartyNames, _ page: BookReader,
    through day: Day
  ) throws -> [BankItem] {
    let first = try page.closedThrough()?.next.month ?? page.firstFiscalYear()?.first.month
    guard let first, first <= day.month.next else { return [] }
    var items: [BankItem] = []
    let paid = dossier.loans.values.filter { dossier.payingAccount(of: $0) == account.account }
    for loan in paid.sorted(by: { $0.id < $1.id }) {
      var month = first
      while month <= day.month.next {
        for draft in try Accrual.instalments(of: loan, from: account.account, in: month)
        where try draft.journal == .bank && page.entry(key: draft.key) == nil {
          items.append(instalment(draft, loan, account, names))
        }
        month = month.next
      }
    }
    return items
  }

  private static func instalment(
    _ draft: DraftEntry, _ loan: Loan, _ account: BankAccount, _ names: PartyNames
  ) -> BankItem {
    let moved = draft.postings.filter { $0.account == account.account }
      .reduce(Int64(0)) { $0 + $1.debit - $1.credit }
    return BankItem(
      item: MatchItem(
        kind: .instalment, name: draft.voucher, amount: Cents(moved), day: draft.date,
        references: [loan.id],
        parties: names.of(loan.lender) + ["echeance pret", "echeance emprunt"],
        group: "loan:\(loan.id)"), effect: .pays(draft))
  }

  /// What treasurers said before of movements whose words are alike; what they said last holds.
  static func rules(_ page: BookReader) throws -> [LearnedRule] {
    struct Key: Hashable {
      let words: String
      let isIncome: Bool
    }
    var rules: [Key: LearnedRule] = [:]
    for stored in try page.bankMatches() {
      guard let number = stored.match.counterpartAccount, let id = stored.match.lines.first,
        let line = try? page.bankLine(id).line
      else { continue }
      let key = Key(words: rememberedWords(line), isIncome: line.amount > .zero)
      guard !key.words.isEmpty else { continue }
      let told = stored.match.counterpart ?? .none
      let before = rules[key]
      let isSame =
        before?.account == number && before?.auxiliary == told.auxiliary
        && before?.site == told.site && before?.contract == told.contract
      rules[key] = LearnedRule(
        words: key.words, isIncome: key.isIncome, account: number, auxiliary: told.auxiliary,
        site: told.site, contract: told.contract, times: isSame ? (before?.times ?? 0) + 1 : 1)
    }
    return rules.values.sorted { ($0.words, $0.account) < ($1.words, $1.account) }
  }
}

/// What the other side of a line is called: parties by their name, members by their number.
///
/// The names of members stay out of it: the bank's words are matched by reference there.
struct PartyNames {
  private let parties: [String: String]

  init(_ dossier: Dossier) { parties = dossier.parties.mapValues(\.name) }

  func of(_ line: JournalLine) -> [String] { of(auxiliary: line.posting.analysis.auxiliary) }

  func of(auxiliary: String?) -> [String] {
    guard let auxiliary, let colon = auxiliary.firstIndex(of: ":") else { return [] }
    return of(String(auxiliary[auxiliary.index(after: colon)...]))
  }

  func of(_ id: String) -> [String] { [id] + (parties[id].map { [$0] } ?? []) }
}
