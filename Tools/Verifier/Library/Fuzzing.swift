/// Reads bytes in every way in which the verifier reads what strangers hand over.
///
/// Nothing is found out here but that no reader traps, and that what is read strictly is written back
/// as it was: `Tools/fuzz` calls this with bytes made up.
public func fuzz(_ bytes: [UInt8]) {
  if let json = try? JSON(canonical: bytes) {
    precondition(json.canonical == bytes, "a canonical text that is written otherwise")
  }
  _ = try? Manifest(bytes)
  _ = try? StatementPDF(bytes)
  if let proof = InclusionProof(bytes) { _ = proof.leads(from: bytes) }
  _ = StatementsList(bytes)
  _ = Figures([
    "journal.csv": bytes, "trial-balance.csv": bytes, "allocation.csv": bytes,
    "register.csv": bytes, "production.csv": bytes,
  ])
  let shelf = Shelf()
  _ = try? SignedMessage(bytes, over: [1, 2, 3], shelf)
  _ = try? SignedMessage(bytes, shelf)
  _ = Certificate(bytes)
}
