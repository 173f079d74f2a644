import Glibc
import Store

/// Where benchmarks work, and where the programs are.
public enum Workplace {
  /// A new folder under the system's temporary one.
  ///
  /// - Throws: ``BenchFault``.
  public static func make() throws(BenchFault) -> String {
    var name = Array("/tmp/soleil-bench-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else { throw .system("mkdtemp", errno) }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes a folder with what is in it.
  public static func remove(_ folder: String) { Disk.remove(folder) }

  /// The Python that `SOLEIL_DUCKDB_PYTHON` names, when it is there.
  public static var duckDB: String? {
    guard let value = unsafe getenv("SOLEIL_DUCKDB_PYTHON") else { return nil }
    let path = unsafe String(cString: value)
    return Disk.exists(path) ? path : nil
  }

  /// The path of a program in the folder of this one.
  public static func beside(_ name: String) -> String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = unsafe readlink("/proc/self/exe", &path, path.count)
    let own = String(
      decoding: path.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return "\(Disk.folder(of: own))/\(name)"
  }
}
