import Agreements
import ArgumentParser
import Intake
import Seal
import Store
import Text
import Units
import Wording

/// `log`: the sealed log of all facts.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: KeyHelp.log[Spoken.language],
    subcommands: [HeadCommand.self, Prove.self, Extends.self])

  /// `log head`: its state, as others may keep it.
  struct HeadCommand: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "head", abstract: KeyHelp.logHead[Spoken.language])

    @OptionGroup var globals: GlobalOptions

    func answer(in world: World) throws -> Answer {
      let (origin, head) = try world.book().read { (try Self.origin($0), try $0.logHead()) }
      return Answer(
        json: Self.json(origin, head),
        text: Words(
          both: InclusionProof.checkpoint(origin: origin, size: head.size, root: head.root)))
    }

    /// The name of the book's log.
    static func origin(_ page: BookReader) throws -> String {
      "\(try Cooperative(page, on: Day.endOfTime).organisation.siren)/log"
    }

    static func json(_ origin: String, _ head: (size: Int, root: Digest)) -> JSON {
      [
        "origin": .string(origin), "size": .integer(Int64(head.size)),
        "root": .string(head.root.hex),
      ]
    }
  }

  /// `log prove`: that a fact is in it.
  struct Prove: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "prove", abstract: KeyHelp.logProve[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(KeyHelp.position[Spoken.language])) var position: Int

    func answer(in world: World) throws -> Answer {
      let (proof, leaf) = try world.book().read { page in
        guard let leaf = try page.leaf(at: position) else {
          throw UsageRefusal.optionIsMalformed(option: "position", value: "\(position)")
        }
        return (
          try page.inclusionProof(of: position, origin: try HeadCommand.origin(page)), leaf
        )
      }
      return Answer(
        json: [
          "log": HeadCommand.json(proof.origin, (proof.size, proof.root)),
          "position": .integer(Int64(position)), "kind": .string(leaf.kind),
          "leaf": .string(leaf.hash.hex), "hashes": .array(proof.hashes.map { .string($0.hex) }),
        ], text: Words(both: proof.text))
    }
  }

  /// `log extends`: that it goes on from an earlier state.
  struct Extends: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "extends", abstract: KeyHelp.logExtends[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(KeyHelp.oldSize[Spoken.language])) var size: Int

    func answer(in world: World) throws -> Answer {
      let (origin, old, head, hashes) = try world.book().read { page in
        let head = try page.logHead()
        guard (1...max(1, head.size)).contains(size), let old = try page.logRoot(at: size) else {
          throw UsageRefusal.optionIsMalformed(option: "size", value: "\(size)")
        }
        return (
          try HeadCommand.origin(page), old, head,
          try page.consistencyProof(from: size, to: head.size)
        )
      }
      let states = [(size, old), head].map {
        InclusionProof.checkpoint(origin: origin, size: $0.0, root: $0.1)
      }
      let lines = hashes.map { $0.hex + "\n" }.joined()
      return Answer(
        json: [
          "old": HeadCommand.json(origin, (size, old)), "log": HeadCommand.json(origin, head),
          "hashes": .array(hashes.map { .string($0.hex) }),
        ],
        text: Words(both: "\(states[0])\n\(lines)\n\(states[1])"))
    }
  }
}
