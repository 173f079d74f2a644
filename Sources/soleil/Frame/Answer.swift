import ArgumentParser
import Text
import Units
import Wording

/// What a command has to say: to programs and to people, and how it ended.
struct Answer {
  /// For programs.
  var json: JSON { get throws { try makeJSON() } }
  /// For people.
  var text: Words { get throws { try makeText() } }
  /// How the command ended.
  let outcome: Outcome
  /// Why it ended so, when the answer alone does not say it.
  let refusal: (any Refusal)?

  // Only what is asked for is made: a register of a hundred thousand holders is long to write.
  private let makeJSON: () throws -> JSON
  private let makeText: () throws -> Words

  init(
    json: @autoclosure @escaping () throws -> JSON,
    text: @autoclosure @escaping () throws -> Words, outcome: Outcome = .done,
    refusal: (any Refusal)? = nil
  ) {
    makeJSON = json
    makeText = text
    self.outcome = outcome
    self.refusal = refusal
  }
}

/// A refusal whose particulars are on standard output already: only its sentences are left to say.
struct Told: Error {
  let refusal: any Refusal

  init(_ refusal: any Refusal) { self.refusal = refusal }
}

/// A command: one file, one decision; it reads the world and answers.
///
/// Each names itself: the library would otherwise describe its type, which takes a quarter of the time
/// in which `--help` starts.
protocol SoleilCommand: ParsableCommand {
  var globals: GlobalOptions { get }
  func answer(in world: World) throws -> Answer
}

extension SoleilCommand {
  func run() throws {
    let world = try World(globals)
    let answer = try answer(in: world)
    try Terminal.out(world.wantsJSON ? answer.json.text : answer.text[world.language])
    if let refusal = answer.refusal { throw Told(refusal) }
    if answer.outcome != .done { throw ExitCode(answer.outcome.rawValue) }
  }
}
