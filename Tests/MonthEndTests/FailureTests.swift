import Allocation
import Closing
import Foundation
import Intake
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Text
import Units

/// A closing that fails at any stage leaves the book and the disk as they were.
@Suite struct FailureTests {
  private struct BrokenSigner: Signer {
    var algorithm: SigningAlgorithm { .p256 }
    let certificate: Certificate
    let chain: [Certificate]
    func signature(over message: [UInt8]) throws(SealRefusal) -> [UInt8] {
      throw .libraryFailed(operation: "test")
    }
  }

  private let january = Month(year: 2025, monthOfYear: 1)
  private let open: OpenBook
  private let signer: SigningKey

  init() throws {
    open = try OpenBook.tiny(months: 1)
    signer = try TestSigner.shared.get()
  }

  private func expectUntouched(_ expected: String, _ body: () throws -> Void) throws {
    let (before, names) = (try open.folder.contents(), try open.folder.names())
    do {
      try body()
      Issue.record("closed all the same")
    } catch { #expect((error as? any Refusal)?.code == expected, "\(error)") }
    #expect(try open.folder.contents() == before)
    #expect(try open.folder.names() == names)
  }

  @Test func `a signer that fails`() throws {
    let broken = BrokenSigner(certificate: signer.certificate, chain: signer.chain)
    try expectUntouched("library-failed") { _ = try open.monthEnd.close(january, signer: broken) }
    #expect(try open.book.read { try $0.closings() }.isEmpty)
  }

  @Test func `a certificate that is not valid yet`() throws {
    let late = try TestSigner.signer(from: OpenBook.now.adding(seconds: 86_400))
    try expectUntouched("certificate-is-not-yet-valid") {
      _ = try open.monthEnd.close(january, signer: late)
    }
  }

  @Test func `a folder of closings that cannot be written`() throws {
    try open.folder.write("closings", "a file where the folder should be")
    try expectUntouched("file-cannot-be-created") {
      _ = try open.monthEnd.close(january, signer: signer)
    }
  }

  @Test func `a folder of the same month that the book does not know`() throws {
    try open.folder.write("closings/2025-01/manifest.json", "{}")
    try expectUntouched("folder-is-foreign") {
      _ = try open.monthEnd.close(january, signer: signer)
    }
  }

  @Test(arguments: [
    ("2024-12", "month-is-before-the-book"), ("2025-02", "earlier-month-is-open"),
    ("2025-12", "month-has-not-ended"), ("2030-01", "month-has-not-ended"),
  ]) func `a month that is not its turn`(month: String, expected: String) throws {
    let month = try Month(month)
    try expectUntouched(expected) { _ = try open.monthEnd.close(month, signer: signer) }
    try expectUntouched(expected) { _ = try open.monthEnd.rehearse(month) }
    try expectUntouched(expected) { _ = try open.monthEnd.checklist(month) }
  }

  @Test func `a month without its readings, until a person waives them with a reason`() throws {
    _ = try open.monthEnd.close(january, signer: signer)
    let february = january.next
    try expectUntouched("checklist-stands-in-the-way") {
      _ = try open.monthEnd.close(february, signer: signer)
    }
    let waiver = "production-complete"
    for (waivers, expected) in [
      (Waivers(codes: [waiver]), "waiver-has-no-reason"),
      (Waivers(codes: ["price-known"], reason: "x"), "waiver-is-unknown"),
    ] {
      try expectUntouched(expected) {
        _ = try open.monthEnd.close(february, signer: signer, waivers: waivers)
      }
    }
    _ = try open.monthEnd.close(
      february, signer: signer, waivers: Waivers(codes: [waiver], reason: "Onduleurs en panne"))
    let checks = try JSON(reading: open.folder.bytes("closings/2025-02/checklist.json"))["checks"]
    let waived = (checks?.arrayValue ?? []).filter { $0["result"]?.stringValue == "waived" }
    #expect(waived.map { $0["subject"]?.stringValue } == ["nord-1", "sud-1"])
    #expect(waived.allSatisfy { $0["reason"]?.stringValue == "Onduleurs en panne" })
    #expect(waived.allSatisfy { $0["days"]?.arrayValue?.count == 28 })
  }

  @Test func `a rehearsal says what closing will say, and changes nothing`() throws {
    let before = try open.folder.contents()
    let rehearsed = try open.monthEnd.rehearse(january)
    #expect(try open.folder.contents() == before)
    let closed = try open.monthEnd.close(january, signer: signer).reckoning
    #expect(rehearsed.result == closed.result && rehearsed.sales == closed.sales)
    #expect(rehearsed.shared == closed.shared)
  }

  @Test func `what a crash before the commit left is cleared by the next closing`() throws {
    try open.folder.write(".unrelated", "x")
    try open.folder.write("closings/.2025-01.partial/manifest.json", "half")
    try open.folder.write("closings/.2025-01.partial/extra.csv", "half")
    try open.monthEnd.finishFolders()
    _ = try open.monthEnd.close(january, signer: signer)
    let found = try open.folder.contents("closings").keys
    #expect(found.allSatisfy { $0.hasPrefix("2025-01/") } && found.count == 10)
  }

  @Test func `what a crash after the commit left is put in place, and never cleared`() throws {
    _ = try open.monthEnd.close(january, signer: signer)
    let whole = try open.folder.contents("closings/2025-01")
    let (path, partial) = ("closings/2025-01", "closings/.2025-01.partial")
    try Disk.rename(open.folder.path(path), to: open.folder.path(partial))
    try expectUntouched("month-is-already-closed") {
      _ = try open.monthEnd.close(january, signer: signer)
    }
    #expect(try open.folder.contents(partial) == whole)
    try open.monthEnd.finishFolders()
    #expect(try open.folder.contents("closings").count == whole.count)
    #expect(try open.folder.contents(path) == whole)
    try open.monthEnd.finishFolders()
    #expect(try open.folder.contents(path) == whole)
  }

  @Test func `a provisional folder that is not the book's is not put in place`() throws {
    _ = try open.monthEnd.close(january, signer: signer)
    Disk.remove(open.folder.path("closings/2025-01"))
    try open.folder.write("closings/.2025-01.partial/manifest.json", "{}")
    try open.monthEnd.finishFolders()
    #expect(!Disk.exists(open.folder.path("closings/2025-01")))
  }

  @Test func `a closed month takes nothing more in, and is not closed again`() throws {
    _ = try open.monthEnd.close(january, signer: signer)
    try expectUntouched("month-is-already-closed") {
      _ = try open.monthEnd.close(january, signer: signer)
    }
    let late = Tiny.entries.replacing("PRET-1", with: "PRET-2")
    try expectUntouched("month-is-closed") {
      _ = try post(
        [InputFile(path: "late.toml", bytes: Array(late.utf8))], to: open.book, now: OpenBook.now)
    }
    let share =
      "date,kind,member,counterparty,shares,amount_cents,reference\n"
      + "2025-01-20,subscription,M0002,,1,5000,BS-9\n"
    try expectUntouched("movement-is-in-a-closed-month") {
      _ = try importShares(
        InputFile(path: "late.csv", bytes: Array(share.utf8)), to: open.book, now: OpenBook.now)
    }
  }
}
