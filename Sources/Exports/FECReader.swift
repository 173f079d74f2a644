/// Reads a tax file piece by piece: holds one piece and stands on one record of it.
///
/// The heading says which separator (tab or bar) and which line end (LF, CR LF or CR) the file has.
/// - Source: LPF, art. A47 A-1, VI and VII.
public struct FECReader: Sendable {
  /// The line of the record, counted from 1.
  public private(set) var line = 0
  /// The number of fields of the record.
  public private(set) var fieldCount = 0
  private var bytes: [UInt8] = []
  private var next = 0
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var separator: UInt8?
  private var lineEnd = UInt8.lineFeed
  /// No honest record is longer; without a bound, a file without line ends would fill the memory.
  private static let longestRecord = 1 << 20

  /// A reader that has been given nothing yet.
  public init() {
    starts = Array(repeating: 0, count: 64)
    ends = starts
  }

  /// Takes the next piece of the file; what is unread is kept.
  public mutating func add(_ piece: [UInt8]) {
    if next == bytes.count {
      bytes = piece
    } else {
      bytes.removeFirst(next)
      bytes += piece
    }
    next = 0
  }

  /// Goes on to the next record; false when what is held does not end one.
  ///
  /// - Parameter isLast: whether nothing more will be added.
  public mutating func advance(isLast: Bool = false) -> Bool {
    if separator == nil, !recogniseLayout(isLast) { return false }
    var index = next
    var field = 0
    starts[0] = next
    while index < bytes.count {
      let byte = bytes[index]
      if byte == lineEnd { return endRecord(field, at: index, resumingAt: index + 1) }
      if byte == separator, field < 63 {
        ends[field] = index
        field += 1
        starts[field] = index + 1
      }
      index += 1
    }
    guard next < index, isLast || index - next > FECReader.longestRecord else { return false }
    return endRecord(field, at: index, resumingAt: index)
  }

  /// The bytes of a field; none when the record lacks it.
  public func field(_ column: FECColumn) -> ArraySlice<UInt8> {
    let index = column.rawValue
    return index < fieldCount ? bytes[starts[index]..<ends[index]] : []
  }

  /// The field as text, what is not UTF-8 made visible.
  public func text(_ column: FECColumn) -> String { String(decoding: field(column), as: UTF8.self) }

  /// Where a field begins, counted in characters from 1; past the end of a record that lacks it.
  func position(_ column: FECColumn) -> Int {
    let index = min(column.rawValue, fieldCount)
    let end = index < fieldCount ? starts[index] : ends[max(0, fieldCount - 1)]
    return String(decoding: bytes[starts[0]..<end], as: UTF8.self).count + 1
  }

  private mutating func endRecord(_ field: Int, at end: Int, resumingAt start: Int) -> Bool {
    let hasReturn = end > starts[field] && bytes[end - 1] == .carriageReturn
    ends[field] = hasReturn ? end - 1 : end
    fieldCount = field + 1
    line += 1
    next = start
    return true
  }

  private mutating func recogniseLayout(_ isLast: Bool) -> Bool {
    let isEnd: (UInt8) -> Bool = { $0 == .lineFeed || $0 == .carriageReturn }
    let end = bytes.firstIndex(where: isEnd) ?? bytes.count
    // A return at the very end of a piece may be the first half of a pair.
    guard end + 1 < bytes.count || isLast else { return false }
    let isPair = end + 1 < bytes.count && bytes[end + 1] == .lineFeed
    if end < bytes.count, bytes[end] == .carriageReturn, !isPair { lineEnd = .carriageReturn }
    let heading = bytes[..<end]
    separator = heading.contains(.tab) || !heading.contains(.bar) ? .tab : .bar
    return !bytes.isEmpty
  }
}

extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let bar: UInt8 = 0x7C
}
