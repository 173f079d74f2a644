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
}

/// A command: one file, one decision; it reads the world and answers.
protocol SoleilCommand: ParsableCommand {
  var globals: GlobalOptions { get }
  func answer(in world: World) throws -> Answer
}

extension SoleilCommand {
  func run() throws {
    let world = try World(globals)
    let answer = try answer(in: world)
    Terminal.out(world.wantsJSON ? answer.json.text : answer.text[world.language])
    if answer.outcome != .done { throw ExitCode(answer.outcome.rawValue) }
  }
}
