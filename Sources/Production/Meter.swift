public import Units

/// A meter of the book, and how files name it.
public struct KnownMeter: Hashable, Sendable {
  /// The meter's name in the book.
  public let id: String
  /// How files name the device: an inverter's serial number, a PRM, a managed object.
  public let deviceKey: String
  /// The peak power of the modules behind it, in watts.
  public let peakWatts: Int64?
  /// The reading at which its counter starts again from zero, in watt-hours.
  public let registerWrapsAtWh: Int64?
  /// When the device was replaced by another of the same name, and what the two read.
  public let changes: [MeterChange]

  /// Describes a meter.
  public init(
    id: String, deviceKey: String, peakWatts: Int64? = nil, registerWrapsAtWh: Int64? = nil,
    changes: [MeterChange] = []
  ) {
    self.id = id
    self.deviceKey = deviceKey
    self.peakWatts = peakWatts
    self.registerWrapsAtWh = registerWrapsAtWh
    self.changes = changes
  }
}

/// A device put in the place of another, with both readings.
public struct MeterChange: Hashable, Sendable {
  /// The civil day of the change in France.
  public let day: Day
  /// The last reading of the old device, in watt-hours.
  public let lastOldWh: Int64
  /// The first reading of the new one.
  public let firstNewWh: Int64

  /// States a change.
  public init(day: Day, lastOldWh: Int64, firstNewWh: Int64) {
    self.day = day
    self.lastOldWh = lastOldWh
    self.firstNewWh = firstNewWh
  }
}

/// Which meters a file may speak of.
public enum MeterRegistry: Hashable, Sendable {
  /// These and no others.
  case known([KnownMeter])
  /// The user says that all data of the file belong to this one, whatever the file names, unless
  /// it names another meter that is known.
  case only(KnownMeter, others: [KnownMeter] = [])
  /// There is no book: the devices of the file stand for meters.
  case unchecked

  /// The meter that a device of a file stands for, or nothing.
  ///
  /// - Complexity: O(n) in the number of meters; asked once a device, not once a row.
  func meter(of device: String) -> KnownMeter? {
    switch self {
    case .known(let meters): meters.first { $0.deviceKey == device }
    case .only(let meter, let others):
      meter.deviceKey != device && others.contains { $0.deviceKey == device } ? nil : meter
    case .unchecked: KnownMeter(id: device, deviceKey: device)
    }
  }
}
