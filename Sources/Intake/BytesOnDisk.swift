import Dispatch
import Production
import Seal
import Store
import Synchronization
import Units

/// A file on the disk, read block by block while its digest is taken.
///
/// The digest of a long one is taken by a thread of its own.
final class BytesOnDisk: ByteSource {
  /// What is shorter is digested before a thread has begun.
  private static let long = 4_000_000

  private let path: String
  private var reading: Reading
  /// Whether all was read, and what it was when all had been read before.
  private var isAtEnd = false
  private var before: Digest?
  /// How many bytes were read.
  private(set) var count = 0

  private enum Reading {
    case now(Pieces)
    case beside(DigestBeside)
  }

  /// - Throws: ``StoreRefusal``.
  init(_ path: String) throws {
    self.path = path
    reading = try BytesOnDisk.open(path)
  }

  private static func open(_ path: String) throws -> Reading {
    let blocks = try Disk.Blocks(of: path)
    return blocks.bytes < long ? .now(Pieces(blocks)) : .beside(DigestBeside(blocks))
  }

  func fill(_ block: inout [UInt8]) throws -> Int {
    let size =
      switch reading {
      case .now(let pieces): try pieces.fill(&block)
      case .beside(let beside): try beside.fill(&block)
      }
    count += size
    isAtEnd = size == 0
    return size
  }

  func rewind() throws {
    if isAtEnd { before = try digest() }
    if case .beside(let beside) = reading { beside.end() }
    reading = try BytesOnDisk.open(path)
    (count, isAtEnd) = (0, false)
  }

  /// - Throws: ``IntakeRefusal/fileChanged(_:)`` when two readings differ.
  func digest() throws -> Digest {
    let digest =
      switch reading {
      case .now(let pieces): pieces.digest()
      case .beside(let beside): beside.digest()
      }
    guard before == nil || before == digest else { throw IntakeRefusal.fileChanged(path) }
    return digest
  }

  deinit { if case .beside(let beside) = reading { beside.end() } }
}

/// The blocks of a file with the digest of those read.
private final class Pieces {
  let blocks: Disk.Blocks
  private var hasher: Hasher256? = Hasher256()
  private var known: Digest?

  init(_ blocks: Disk.Blocks) { self.blocks = blocks }

  func fill(_ block: inout [UInt8]) throws(StoreRefusal) -> Int {
    let size = try blocks.fill(&block)
    hasher?.update(block[..<size])
    return size
  }

  func digest() -> Digest {
    if let known { return known }
    let digest = hasher.take()?.finish() ?? sha256([])
    known = digest
    return digest
  }
}

/// The blocks of a file, digested by a thread of its own while whoever asked for them reads them.
///
/// Only whoever asks touches the file: the other thread is given blocks that were read.
final class DigestBeside: @unchecked Sendable {
  private struct State {
    /// What is to be digested, and nothing when no more comes.
    var waiting: [(bytes: [UInt8], count: Int)?] = []
    /// The blocks handed out, the oldest first: that one is taken again once it was digested.
    var lent: [[UInt8]] = []
    var isEnded = false
    var digest: Digest?
  }
  /// How many blocks there are: few and large, as each wakes a thread; all fit into a cache.
  private static let depth = 3
  static let size = 1 << 19

  private let blocks: Disk.Blocks
  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let digested = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  init(_ blocks: Disk.Blocks) {
    self.blocks = blocks
    DispatchQueue(label: "digest", qos: .userInitiated).async { [self] in run() }
  }

  private func run() {
    var hasher = Hasher256()
    filled.wait()
    while let piece = state.withLock({ $0.waiting.removeFirst() }) {
      hasher.update(piece.bytes[..<piece.count])
      digested.signal()
      filled.wait()
    }
    let digest = hasher.finish()
    state.withLock { $0.digest = digest }
    ended.signal()
  }

  /// Puts the next block in the place of this one.
  ///
  /// - Throws: ``StoreRefusal/diskFailed(_:reason:)``.
  func fill(_ block: inout [UInt8]) throws(StoreRefusal) -> Int {
    if state.withLock({ $0.isEnded }) { return 0 }
    let isFirstRound = state.withLock { $0.lent.count < DigestBeside.depth }
    if !isFirstRound { digested.wait() }
    var next: [UInt8] =
      isFirstRound
      ? Array(repeating: 0, count: DigestBeside.size) : state.withLock { $0.lent.removeFirst() }
    let count = try blocks.fill(&next)
    guard count > 0 else {
      end()
      return 0
    }
    block = next
    state.withLock { [next] state in
      state.lent.append(next)
      state.waiting.append((next, count))
    }
    filled.signal()
    return count
  }

  /// The digest of what was read.
  func digest() -> Digest {
    end()
    if state.withLock({ $0.digest == nil }) { ended.wait() }
    return state.withLock { $0.digest } ?? sha256([])
  }

  /// Lets the thread end.
  func end() {
    let wasEnded = state.withLock { state in
      defer { state.isEnded = true }
      if !state.isEnded { state.waiting.append(nil) }
      return state.isEnded
    }
    if !wasEnded { filled.signal() }
  }
}
