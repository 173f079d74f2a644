import Foundation
import Testing

/// The transcripts in `Tests/Transcripts` are what the program says, word for word.
///
/// `SOLEIL_SNAP_UPDATE=1` writes them anew; read the difference before you commit it.
@Suite struct TranscriptTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let updates = environment["SOLEIL_SNAP_UPDATE"] == "1"

  @Test func `there are transcripts, and nobody rewrites them where no person reads them`() {
    #expect(Transcript.names.count >= 4)
    #expect(!(Self.updates && Self.environment["CI"] == "true"))
  }

  @Test(arguments: Transcript.names) func `the program says what the transcript says`(
    name: String
  ) throws {
    let transcript = try Transcript(reading: name)
    let found = try transcript.run()
    if Self.updates, Self.environment["CI"] != "true" {
      try Data(transcript.text(found).utf8).write(to: URL(filePath: transcript.path))
      return
    }
    #expect(!found.isEmpty)
    for (step, found) in zip(transcript.steps, found) {
      #expect(found.text == step.text, "\(name): $ \(step.command)")
    }
  }
}
