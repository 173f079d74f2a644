import Production
import Testing
import Units
import Wording

@Suite struct FindingWordingTests {
  @Test(arguments: FindingCode.allCases) func `every finding is worded`(_ code: FindingCode) {
    var finding = Finding(code, at: Place(file: "f.csv", line: 3), count: 2)
    finding.words = "abc"
    let told = finding.explanation
    for words in [told.what, told.why, told.remedy] {
      #expect(words.french.count > 8)
      #expect(words.french != words.english)
      #expect(words.french.hasSuffix(".") && words.english.hasSuffix("."))
    }
    #expect(told.what.french != code.rawValue)
  }

  @Test func `codes are kebab-case and only acceptance is silent`() {
    for code in FindingCode.allCases {
      #expect(code.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }
    #expect([Finding]().verdict == .accept)
  }
}
