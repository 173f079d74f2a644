import Glibc

extension Disk {
  /// The paths that a shell's pattern stands for, sorted by byte; the path itself when it is no pattern,
  /// is there, or matches nothing.
  public static func matching(_ pattern: String) -> [String] {
    guard !exists(pattern), pattern.contains(where: { "*?[".contains($0) }) else {
      return [pattern]
    }
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [pattern] }
    let paths = (0..<Int(unsafe found.gl_pathc)).compactMap { index in
      unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
