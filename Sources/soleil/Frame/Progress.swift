import Glibc
import Wording

/// How far long work has come: on standard error, and only when a person watches a terminal.
enum Progress {
  /// So many files of so many.
  static func files(_ done: Int, of all: Int, _ world: World) {
    guard all > 1, !world.wantsJSON, isatty(STDERR_FILENO) == 1 else { return }
    Terminal.status("\(ReadingWords.filesRead(done, of: all)[world.language])", isLast: done == all)
  }
}
