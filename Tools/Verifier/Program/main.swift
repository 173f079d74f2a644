import Glibc
import Verifier

// soleil-verify: the verifier alone, for those who do not have, or do not trust, the whole program.

exit(run(Array(CommandLine.arguments.dropFirst())))

/// Verifies, prints, and answers with the exit code.
private func run(_ arguments: [String]) -> Int32 {
  guard let options = Options(arguments) else {
    complain(Options.usage)
    return 64
  }
  do {
    let report = try verify(
      paths: options.paths, trust: options.trust, head: options.head,
      requireTimestamp: options.requireTimestamp, now: options.now)
    print(options.json ? report.json + "\n" : report.text(options.language), terminator: "")
    return report.verdict.exitCode
  } catch {
    complain("soleil-verify: \(error.words(options.language))")
    return error.exitCode
  }
}

private func complain(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = unsafe write(2, bytes, bytes.count)
}
