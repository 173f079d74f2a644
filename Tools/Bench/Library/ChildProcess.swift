import Glibc

/// What a run cost.
public struct Usage: Hashable, Sendable {
  /// User and system time of the processor, in microseconds.
  public var cpu: Int64
  /// Time on the clock, in microseconds.
  public var wall: Int64
  /// The peak of resident memory, in KiB.
  public var peak: Int64
}

/// A program run as a child process and measured.
struct ChildProcess {
  let program: String
  let arguments: [String]
  /// The file that takes what it prints.
  let output: String

  /// Runs it to its end.
  ///
  /// - Throws: ``BenchFault/programFailed(_:status:)`` when it does not end with 0.
  func run() throws(BenchFault) -> Usage {
    let start = now()
    let child = try spawn()
    var status: Int32 = 0
    var usage = rusage()
    guard unsafe wait4(child, &status, 0, &usage) == child else { throw .system("wait4", errno) }
    let wall = now() - start
    guard status == 0 else { throw .programFailed(program, status: status >> 8 & 255) }
    return Usage(cpu: cpu(of: usage), wall: wall, peak: Int64(usage.ru_maxrss))
  }

  private func spawn() throws(BenchFault) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(
      &actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let code = unsafe posix_spawnp(&child, program, &actions, nil, words, environ)
    guard code == 0 else { throw .system(program, code) }
    return child
  }
}

/// Microseconds on a clock that only runs forward.
func now() -> Int64 {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
}

/// User and system time of this process, in microseconds.
func ownCPU() -> Int64 {
  var usage = rusage()
  _ = unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
  return cpu(of: usage)
}

private func cpu(of usage: rusage) -> Int64 {
  [usage.ru_utime, usage.ru_stime].reduce(0) {
    $0 + Int64($1.tv_sec) * 1_000_000 + Int64($1.tv_usec)
  }
}
