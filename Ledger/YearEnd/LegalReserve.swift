public import Units

/// The least that a profit must leave to the legal reserve, step by step.
///
/// A twentieth of the profit less the losses brought forward, to the next cent, until the reserve
/// has reached a tenth of the capital.
/// - Source: C. com. L232-10.
public struct LegalReserve: Hashable, Sendable {
  /// The profit less the losses brought forward; zero when they exceed it.
  public let base: Cents
  /// A twentieth of the base, rounded up to the cent: "at least".
  public let twentieth: Cents
  /// A tenth of the capital, rounded up to the cent.
  public let tenth: Cents
  /// What the reserve lacks of that tenth.
  public let room: Cents
  /// The least that is due: the smaller of the twentieth and the room.
  public let due: Cents

  /// Reckons the least due.
  ///
  /// - Parameter capital: the capital at the end of the fiscal year.
  /// - Parameter reserve: the legal reserve before.
  public init(profit: Cents, losses: Cents, capital: Cents, reserve: Cents) {
    base = max(.zero, profit - losses)
    twentieth = LegalReserve.part(20, of: base)
    tenth = LegalReserve.part(10, of: max(.zero, capital))
    room = max(.zero, tenth - reserve)
    due = min(twentieth, room)
  }

  private static func part(_ divisor: Int128, of amount: Cents) -> Cents {
    Cents(Int64(Rounding.up.quotient(Int128(amount.units), divisor)))
  }
}
