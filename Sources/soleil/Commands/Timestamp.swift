import ArgumentParser
import Keys
import MonthEnd
import Seal
import Store
import Text
import Units
import Wording

/// `timestamp`: dates that others vouch for, by way of files.
struct TimestampCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timestamp", abstract: TimestampWords.timestamp[Spoken.language],
    subcommands: [Request.self, Attach.self, Revocations.self])

  /// What is stamped, and the file of its query.
  struct Subject: ParsableArguments {
    @Argument(help: .init(TimestampWords.subject[Spoken.language])) var path: String
    @Option(help: .init(TimestampWords.query[Spoken.language], valueName: "file"))
    var query: String?

    func found(in world: World) throws -> (subject: StampSubject, query: String) {
      let subject = try StampSubject(path, closings: world.besideBook("closings"))
      return (subject, query ?? world.besideBook("timestamps/\(subject.name).tsq"))
    }
  }

  /// `timestamp request`: writes the query.
  struct Request: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "request", abstract: TimestampWords.request[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var subject: Subject
    @Option(help: .init(TimestampWords.policy[Spoken.language], valueName: "oid"))
    var policy: String?

    func answer(in world: World) throws -> Answer {
      let (subject, path) = try subject.found(in: world)
      let request = try Stamping(subject).request(at: path, policy: policy)
      return Answer(
        json: [
          "document": .string(subject.name), "query": .string(path),
          "imprintSha256": .string(request.query.imprint.hex), "new": .boolean(request.isNew),
        ],
        text: TimestampWords.requested(
          path, isNew: request.isNew, digest: request.query.imprint))
    }
  }

  /// `timestamp attach`: checks and keeps the reply.
  struct Attach: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "attach", abstract: TimestampWords.attach[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var subject: Subject
    @Argument(help: .init(TimestampWords.reply[Spoken.language])) var reply: String
    @Option(help: .init(TimestampWords.authority[Spoken.language], valueName: "file"))
    var authority: String?

    func answer(in world: World) throws -> Answer {
      let (subject, query) = try subject.found(in: world)
      let book = try world.book()
      let keyring = Keyring(world)
      let named = try authority.map(keyring.certificates(at:)) ?? []
      let stamp = try Stamping(subject).attach(
        Disk.read(reply), query: query, trusting: keyring.stampingAuthorities() + named, to: book,
        now: world.now)
      return Answer(
        json: [
          "document": .string(subject.name), "stored": .string(subject.target),
          "time": .string(stamp.time.description), "policy": .string(stamp.policy),
          "authoritySha256": .string(stamp.authority.fingerprint.hex),
        ],
        text: TimestampWords.attached(
          subject.target, time: stamp.time, authority: stamp.authority.fingerprint.grouped))
    }
  }

  /// `timestamp revocations`: keeps what stamps are judged by years later.
  struct Revocations: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "revocations", abstract: TimestampWords.revocations[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(TimestampWords.lists[Spoken.language])) var lists: [String]

    func answer(in world: World) throws -> Answer {
      let issuers = try Keyring(world).keepRevocations(lists.map { try Disk.read($0) })
      return Answer(
        json: ["authoritiesSha256": .array(issuers.map { .string($0.fingerprint.hex) })],
        text: TimestampWords.keptRevocations(issuers.map(\.fingerprint.grouped)))
    }
  }
}
