import Testing
import Units

@Suite struct ApportionmentTests {
  @Test func stub() throws { var a = try Apportionment(weights: [30, 20, 40]); #expect(a.divide(10000) == [3333, 2222, 4445]) }
}
