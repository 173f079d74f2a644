/// A number as one row writes it, on the clock of the file; nothing is checked.
struct RawReading {
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
}

/// What the rows of one device say, in the order of the file.
struct RawSeries {
  let device: String
  var rows: [RawReading] = []
  /// The finest decimals written.
  var decimals = 0
  /// A row whose number touches the end of a file without a last line end.
  var cut: RawReading?

  init(device: String) { self.device = device }
}

/// What the rows of a file say; ``Readings`` is what it means.
struct RawReadings {
  var series: [RawSeries]
  var isEmpty: Bool { series.allSatisfy { $0.rows.isEmpty && $0.cut == nil } }
}
