import Foundation

/// The files of the repository as the rules read them.
enum SourceTree {
  /// A file: its path from the root of the repository, its text, and for Swift its code.
  struct File: Sendable {
    let path: String
    let text: String
    let swift: SwiftText

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var isTest: Bool { path.hasPrefix("Tests/") }
    var isSwift: Bool { path.hasSuffix(".swift") }
    var name: Substring {
      path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    }

    func isUnder(_ folders: [String]) -> Bool { folders.contains { path.hasPrefix($0) } }
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every text file that is ours; build products and what `.gitignore` names are left out.
  static let files: [File] = {
    let folders = [
      "Sources", "Ledger", "Contracts", "Tools", "Tests", ".ci", "Documentation", "docs",
    ]
    let inFolders = folders.flatMap { folder in
      (FileManager.default.subpaths(atPath: root.appending(path: folder).path) ?? [])
        .map { "\(folder)/\($0)" }
    }
    let atRoot = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let own = atRoot.filter { $0.hasSuffix(".md") || $0.hasSuffix(".swift") || $0 == "LICENSE" }
    return (own + inFolders).sorted().compactMap { path in
      guard let data = FileManager.default.contents(atPath: root.appending(path: path).path),
        let text = String(data: data, encoding: .utf8)
      else { return nil }
      let isSwift = path.hasSuffix(".swift") && !path.hasSuffix("Embedded.swift")
      return File(path: path, text: text, swift: SwiftText(isSwift ? text : ""))
    }
  }()

  /// The Swift we ship, the written tables left out.
  static let sources = files.filter {
    $0.isSwift && !$0.isTest && $0.path != "Package.swift" && $0.name != "Embedded.swift"
  }
  static let tests = files.filter { $0.isSwift && $0.isTest }

  static func text(_ path: String) -> String? { files.first { $0.path == path }?.text }
}
