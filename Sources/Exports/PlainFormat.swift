/// The programs for accounts in plain text that a book can be handed to.
public enum PlainFormat: String, Hashable, Sendable, CaseIterable {
  case hledger, ledger, beancount
}
