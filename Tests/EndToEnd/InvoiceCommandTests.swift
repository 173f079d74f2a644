import TestSupport
import Testing

/// What `invoice` answers to scripts.
@Suite struct InvoiceCommandTests {
  @Test func `an invoice that was never taken in is told by its code`() throws {
    let folder = try Prepared.copy(.tiny, .closed)
    let run = try Program.soleil.run(["invoice", "show", "F-0", "--json"], in: folder.path)
    #expect(run.code == 1 && run.out.contains("\"invoice-is-unknown\""))
  }

  @Test func `taking an invoice in twice answers the same entry`() throws {
    let folder = try Prepared.copy(.tiny, .closed)
    let command = ["invoice", "import", "coop/factures/achat-1.toml", "--json"]
    let first = try Program.soleil.run(command, in: folder.path)
    let second = try Program.soleil.run(command, in: folder.path)
    #expect(first.code == 0 && second.code == 0)
    #expect(first.out.contains("\"new\":true") && second.out.contains("\"new\":false"))
    #expect(
      first.out.replacing("true", with: "false") == second.out.replacing("true", with: "false"))
  }

  @Test func `the XML of a Factur-X invoice finds its contract and trues it up`() throws {
    let folder = try Prepared.copy(.tiny, .closed)
    let run = try Program.soleil.run(
      ["invoice", "import", "coop/factures/factur-x.xml", "--json"], in: folder.path)
    #expect(run.code == 0, "\(run.err)")
    #expect(
      run.out.contains("\"contract\":\"oa-sud\"") && run.out.contains("\"invoicedCents\":2414"))
  }
}
