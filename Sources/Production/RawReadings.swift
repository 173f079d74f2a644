/// A number as one row writes it, on the clock of the file; nothing is checked.
struct RawReading: Equatable {
  /// A value or a power that was not written.
  static let missing = Int64.min
  static let noPower = Int32.min

  /// Thousandths of a watt or watt-hour.
  var milli: Int64
  /// Seconds since 1970 on the written clock.
  var local: UInt32
  /// The line of the file.
  var line: UInt32
  /// The mean power beside it, in watts.
  var power: Int32
  /// Minutes the clock is ahead of UTC, where written.
  var offset: Int16
  /// Whether the file calls the value an estimate.
  var isEstimate = false
}

/// What the rows of one device say, in the order of the file.
struct RawSeries {
  let device: String
  let rows = PackedRows()
  /// What measures the rows at once, in place of keeping them.
  let calm: CalmCounter?
  /// A row whose number touches the end of a file without a last line end.
  var cut: RawReading?

  /// The decimals of that number.
  var cutDecimals = 0

  init(device: String, calm: CalmCounter? = nil) {
    self.device = device
    self.calm = calm
  }

  /// The last row of a counter that only lacks a line end: a lost digit would make it fall, or
  /// write fewer decimals than the others.
  func wholeDespiteCut(_ rows: [RawReading], _ nature: Column.Nature) -> RawReading? {
    guard let cut, nature == .counter, cut.milli != RawReading.missing, cutDecimals == decimals,
      let before = rows.last(where: { $0.milli != RawReading.missing })
    else { return nil }
    return cut.milli >= before.milli && cut.local > before.local ? cut : nil
  }

  /// The finest decimals written.
  var decimals: Int { rows.decimals }

  var isEmpty: Bool { rows.count == 0 && cut == nil }
}
