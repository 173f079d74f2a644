import Foundation

/// A program that reads PDF files, if it is installed here.
struct Tool: CustomStringConvertible {
  let description: String

  static let qpdf = Tool(description: "qpdf")
  static let pdftotext = Tool(description: "pdftotext")
  static let pdfdetach = Tool(description: "pdfdetach")
  static let pdfsig = Tool(description: "pdfsig")
  static let openssl = Tool(description: "openssl")
  static let pdffonts = Tool(description: "pdffonts")
  static let pdfinfo = Tool(description: "pdfinfo")
  static let mutool = Tool(description: "mutool")
  static let shell = Tool(description: "bash")
  static let xmllint = Tool(description: "xmllint")
  static let java = Tool(description: "java")

  private var path: String? {
    ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(description)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  var isInstalled: Bool { path != nil }

  /// Where PDFBox's judge of archives lies, with all it needs, when it does.
  static let preflight: String? = {
    let jars = [
      "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation",
      "jaxb-api",
    ].map { "/usr/share/java/\($0).jar" }
    return jars.allSatisfy(FileManager.default.fileExists) ? jars.joined(separator: ":") : nil
  }()

  /// Runs the program; its answer is what it printed and how it ended.
  func run(_ arguments: [String], in folder: URL) throws -> (status: Int32, text: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: path ?? "/nonexistent")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}

/// A new folder for the files of one test, removed with it.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "soleil-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
