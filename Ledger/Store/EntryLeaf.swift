import Journal
import Text
import Units

/// What the book adds to an entry when it validates it.
struct Validation {
  /// The first day of its fiscal year.
  let year: String
  /// Its number there.
  let number: Int64
  /// Where it came from; no folder is part of it, for folders change with the machine.
  let origin: String
  /// When it was first recorded.
  let recordedAt: Int64
  /// When it was validated.
  let validatedAt: Int64
}

extension DraftEntry {
  /// What was written, as canonical JSON: how a draft is kept, and what the leaf of an entry was
  /// before it told how the entry was validated.
  var content: [UInt8] { json(nil) }

  /// The entry as a leaf of the log: all that the book holds of it, as canonical JSON.
  func leaf(_ validation: Validation) -> [UInt8] { json(validation) }

  /// Canonical JSON, written straight in the order of its keys.
  ///
  /// - Complexity: O(bytes).
  private func json(_ validation: Validation?) -> [UInt8] {
    var writer = JSONWriter(capacity: 400 + 100 * postings.count)
    let day = date.description
    writer.member("{\"date\":", day)
    if let validation { writer.member(",\"fiscalYear\":", validation.year) }
    writer.member(",\"journal\":", journal.rawValue)
    writer.member(",\"key\":", key)
    writer.member(",\"label\":", label)
    writer.raw(",\"lines\":[")
    for (index, posting) in postings.enumerated() {
      if index > 0 { writer.raw(",") }
      posting.write(to: &writer)
    }
    writer.raw("]")
    if let validation { writer.member(",\"number\":", validation.number) }
    if role == .opening { writer.raw(",\"opening\":true") }
    if let validation { writer.member(",\"origin\":", validation.origin) }
    if let reason = role.reason { writer.member(",\"reason\":", reason) }
    if let validation { writer.member(",\"recordedAt\":", validation.recordedAt) }
    switch role {
    case .plain, .opening: break
    case .reversal(let key, _): writer.member(",\"reverses\":", key)
    case .replacement(let key, _): writer.member(",\"replaces\":", key)
    }
    writer.raw(",\"type\":\"entry\"")
    if let validation { writer.member(",\"validatedAt\":", validation.validatedAt) }
    writer.member(",\"voucher\":", voucher)
    writer.member(",\"voucherDate\":", voucherDate == date ? day : voucherDate.description)
    writer.raw("}")
    return writer.bytes
  }

  /// Reads back what ``content`` writes.
  ///
  /// - Throws: ``TextRefusal``, ``UnitRefusal``.
  init(_ json: JSON, origin: String) throws {
    let text = { (key: String) in json[key]?.stringValue ?? "" }
    self.init(
      key: text("key"), date: try Day(text("date")),
      journal: JournalCode(rawValue: text("journal")) ?? .miscellaneous,
      voucher: text("voucher"), voucherDate: try Day(text("voucherDate")), label: text("label"),
      origin: origin, postings: (json["lines"]?.arrayValue ?? []).map(Posting.init),
      role: EntryRole(json))
  }
}

extension EntryRole {
  fileprivate init(_ json: JSON) {
    let reason = json["reason"]?.stringValue ?? ""
    if json["opening"] != nil {
      self = .opening
    } else if let key = json["reverses"]?.stringValue {
      self = .reversal(of: key, reason: reason)
    } else if let key = json["replaces"]?.stringValue {
      self = .replacement(of: key, reason: reason)
    } else {
      self = .plain
    }
  }
}

extension Posting {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("{\"account\":", account)
    if let auxiliary = analysis.auxiliary { writer.member(",\"auxiliary\":", auxiliary) }
    if let contract = analysis.contract { writer.member(",\"contract\":", contract) }
    writer.member(",\"credit\":", credit)
    writer.member(",\"debit\":", debit)
    if let site = analysis.site { writer.member(",\"site\":", site) }
    writer.member(",\"unit\":", unit.rawValue)
    writer.raw("}")
  }

  fileprivate init(_ json: JSON) {
    let credit = json["credit"]?.integerValue ?? 0
    let debit = json["debit"]?.integerValue ?? 0
    self.init(
      credit == 0 ? .debit : .credit, json["account"]?.stringValue ?? "",
      credit == 0 ? debit : credit, Unit(rawValue: json["unit"]?.stringValue ?? "") ?? .cents,
      Analysis(
        auxiliary: json["auxiliary"]?.stringValue, site: json["site"]?.stringValue,
        contract: json["contract"]?.stringValue))
  }
}
