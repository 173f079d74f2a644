import Dispatch
import Production
import Seal
import Store
import Synchronization
import Units

/// A file on the disk, read block by block while its digest is taken.
///
/// A long one is read and digested by a thread of its own, some blocks ahead of whoever takes them.
final class BytesOnDisk: ByteSource {
  /// What is shorter is read before a thread has begun.
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
    case ahead(ReadAhead)
  }

  /// - Throws: ``StoreRefusal``.
  init(_ path: String) throws {
    self.path = path
    reading = try BytesOnDisk.open(path)
  }

  private static func open(_ path: String) throws -> Reading {
    let pieces = try Pieces(path)
    return pieces.blocks.bytes < long ? .now(pieces) : .ahead(ReadAhead(pieces))
  }

  func fill(_ block: inout [UInt8]) throws -> Int {
    let size =
      switch reading {
      case .now(let pieces): try pieces.fill(&block)
      case .ahead(let ahead): try ahead.fill(&block)
      }
    count += size
    isAtEnd = size == 0
    return size
  }

  func rewind() throws {
    if isAtEnd { before = try digest() }
    if case .ahead(let ahead) = reading { ahead.stop() }
    reading = try BytesOnDisk.open(path)
    (count, isAtEnd) = (0, false)
  }

  /// - Throws: ``IntakeRefusal/fileChanged(_:)`` when two readings differ.
  func digest() throws -> Digest {
    let digest =
      switch reading {
      case .now(let pieces): pieces.digest()
      case .ahead(let ahead): ahead.digest()
      }
    guard before == nil || before == digest else { throw IntakeRefusal.fileChanged(path) }
    return digest
  }

  deinit { if case .ahead(let ahead) = reading { ahead.stop() } }
}

/// The blocks of a file with the digest of those read; used by one thread at a time.
private final class Pieces: @unchecked Sendable {
  let blocks: Disk.Blocks
  private var hasher: Hasher256? = Hasher256()
  private var known: Digest?

  init(_ path: String) throws(StoreRefusal) { blocks = try Disk.Blocks(of: path) }

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

/// A thread that reads blocks before they are asked for.
final class ReadAhead: Sendable {
  private enum Piece {
    case bytes([UInt8], Int)
    case failure(StoreRefusal)
  }
  private struct State {
    var ready: [Piece] = []
    var free: [[UInt8]] = []
    var isUnwanted = false
    var isAtEnd = false
  }
  /// Blocks read ahead at most: few and large, as each wakes a thread; all fit into a cache.
  private static let depth = 2
  static let size = 1 << 19

  private let pieces: Pieces
  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  fileprivate init(_ pieces: Pieces) {
    self.pieces = pieces
    // Counted up, not created so: a semaphore may not end lower than it began.
    for _ in 0..<ReadAhead.depth { room.signal() }
    let thread = DispatchQueue(label: "readings", qos: .userInitiated)
    thread.async { [self] in run() }
  }

  private func run() {
    var isGoing = true
    while isGoing {
      room.wait()
      var block = state.withLock { $0.isUnwanted ? nil : $0.free.popLast() ?? [] }
      guard block != nil else { break }
      let piece = next(&block)
      if case .bytes(_, let size) = piece, size > 0 {} else { isGoing = false }
      state.withLock { $0.ready.append(piece) }
      filled.signal()
    }
    ended.signal()
  }

  private func next(_ block: inout [UInt8]?) -> Piece {
    var bytes = block.take() ?? []
    if bytes.isEmpty { bytes = Array(repeating: 0, count: ReadAhead.size) }
    do {
      let size = try pieces.fill(&bytes)
      return .bytes(bytes, size)
    } catch { return .failure(error) }
  }

  /// Puts the next block in the place of this one.
  func fill(_ block: inout [UInt8]) throws -> Int {
    if state.withLock({ $0.isAtEnd }) { return 0 }
    filled.wait()
    let piece = state.withLock { $0.ready.removeFirst() }
    switch piece {
    case .bytes(let bytes, let size):
      let old = block
      block = bytes
      state.withLock {
        if old.count == ReadAhead.size { $0.free.append(old) }
        $0.isAtEnd = size == 0
      }
      room.signal()
      return size
    case .failure(let refusal):
      state.withLock { $0.isAtEnd = true }
      throw refusal
    }
  }

  /// The digest of what was read; asked after the end was seen.
  func digest() -> Digest {
    stop()
    return pieces.digest()
  }

  /// Lets the thread end and waits until it did.
  func stop() {
    let wasUnwanted = state.withLock { state in
      defer { state.isUnwanted = true }
      return state.isUnwanted
    }
    guard !wasUnwanted else { return }
    room.signal()
    ended.wait()
  }
}
