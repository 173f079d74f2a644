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

  /// Describes a meter.
  public init(
    id: String, deviceKey: String, peakWatts: Int64? = nil, registerWrapsAtWh: Int64? = nil
  ) {
    self.id = id
    self.deviceKey = deviceKey
    self.peakWatts = peakWatts
    self.registerWrapsAtWh = registerWrapsAtWh
  }
}

/// Which meters a file may speak of.
public enum MeterRegistry: Hashable, Sendable {
  /// These and no others.
  case known([KnownMeter])
  /// The user says that all data of the file belong to this one, whatever the file names.
  case only(KnownMeter)
  /// There is no book: the devices of the file stand for meters.
  case unchecked

  /// The meter that a device of a file stands for, or nothing.
  ///
  /// - Complexity: O(n) in the number of meters; asked once a device, not once a row.
  func meter(of device: String) -> KnownMeter? {
    switch self {
    case .known(let meters): meters.first { $0.deviceKey == device }
    case .only(let meter): meter
    case .unchecked: KnownMeter(id: device, deviceKey: device)
    }
  }
}
