import ArgumentParser
import Intake
import Journal
import Seal
import Store
import Text
import Units
import Wording

/// `attach`: keeps the vouchers of an entry in the book.
struct AttachCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: HelpWords.attach[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.entryReference[Spoken.language])) var entry: String
  @Argument(help: .init(HelpWords.voucherFiles[Spoken.language], valueName: "file"))
  var files: [String]

  func answer(in world: World) throws -> Answer {
    // File by file: a folder may hold what must never stand in a book, such as a passphrase.
    let inputs = try files.map { try InputFile(reading: $0) }
    let isNew = try attach(inputs, to: Read.entry(entry), in: world.book(), now: world.now)
    let json = zip(inputs, isNew).map { input, isNew -> JSON in
      [
        "path": .string(input.path), "sha256": .string(sha256(input.bytes).hex),
        "new": .boolean(isNew),
      ]
    }
    return Answer(
      json: ["entry": .string(entry), "vouchers": .array(json)],
      text: Outcomes.attached(isNew.count { $0 }, known: isNew.count { !$0 }, to: entry))
  }
}

/// `vouchers`: lists what is attached, and writes it out again.
struct Vouchers: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "vouchers", abstract: HelpWords.vouchers[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.entryReference[Spoken.language])) var entry: String?
  @Option(help: .init(HelpWords.vouchersOut[Spoken.language], valueName: "folder"))
  var out: String?

  func answer(in world: World) throws -> Answer {
    let reference = try entry.map(Read.entry)
    let attachments = try world.book().read { page in
      let attachments = try page.attachments(of: reference)
      if let out { try write(attachments, to: out, page) }
      return attachments
    }
    var table = TextTable([
      .text(ViewWords.entry), .text(ViewWords.file), .number(ViewWords.bytes),
      .text(Words(both: "SHA-256")),
    ])
    for attachment in attachments {
      table.add(
        Words(both: attachment.entry.description), Words(both: attachment.name),
        number(Int64(attachment.bytes)), Words(both: attachment.digest.hex))
    }
    return Answer(json: ["vouchers": .array(attachments.map(json))], text: table.words)
  }

  /// Each under its digest and name: two vouchers may share a name.
  private func write(_ attachments: [Attachment], to folder: String, _ page: BookReader) throws {
    try Disk.makeFolder(folder)
    for attachment in attachments {
      guard let bytes = try page.voucher(attachment.digest) else { continue }
      let path = "\(folder)/\(attachment.digest.hex.prefix(12))-\(attachment.name)"
      try Disk.replace(path, bytes)
    }
  }

  private func json(_ attachment: Attachment) -> JSON {
    [
      "entry": .string(attachment.entry.description), "name": .string(attachment.name),
      "bytes": .integer(Int64(attachment.bytes)), "sha256": .string(attachment.digest.hex),
      "attachedAt": .integer(attachment.attachedAt.seconds),
    ]
  }
}
