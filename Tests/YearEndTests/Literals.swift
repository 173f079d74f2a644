public import Membership
public import Units

extension MemberNumber: ExpressibleByStringLiteral {
  /// A member of a test's table.
  public init(stringLiteral text: String) {
    do { try self.init(text) } catch { preconditionFailure("\(text): \(error)") }
  }
}

extension Cents: ExpressibleByIntegerLiteral {
  /// An amount of a test's table.
  public init(integerLiteral units: Int64) { self.init(units) }
}
