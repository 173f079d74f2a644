import ArgumentParser
import Text
import Units
import Wording

/// What a command has to say: to programs and to people, and how it ended.
struct Answer {
  /// For programs.
  let json: JSON
  /// For people.
  let text: Words
  /// How the command ended.
  var outcome = Outcome.done
  /// Why it ended so, when the answer alone does not say it.
  var refusal: (any Refusal)?
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
