import Units

@testable import Production

/// A digest that names nothing: the reader only carries it.
let noDigest = Digest(Array(repeating: 0, count: 32))
let today = Day(number: 20_778)

func file(_ text: String, _ path: String = "file.csv") -> SourceFile {
  SourceFile(path: path, bytes: Array(text.utf8), digest: noDigest)
}
