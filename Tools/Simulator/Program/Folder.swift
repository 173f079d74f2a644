import ArgumentParser
import Glibc
import Simulation

/// A folder being written; existing files of the same names are replaced.
struct Folder {
  let path: String

  func write(_ file: TextFile) throws {
    let full = "\(path)/\(file.path)"
    for (index, character) in full.enumerated() where character == "/" && index > 0 {
      _ = unsafe mkdir(String(full.prefix(index)), 0o755)
    }
    guard let stream = unsafe fopen(full, "wb") else {
      throw ValidationError("\(full): cannot create (errno \(errno))")
    }
    let bytes = Array(file.text.utf8)
    let written = unsafe bytes.withUnsafeBytes { raw in
      unsafe fwrite(raw.baseAddress, 1, raw.count, stream)
    }
    guard unsafe fclose(stream) == 0, written == bytes.count else {
      throw ValidationError("\(full): write failed (errno \(errno))")
    }
  }
}
