import Verifier

/// Hands bytes of the engine to the readers of what strangers may hand over.
///
/// A PDF, a JSON text, a signature, a time stamp, a proof, a table: a trap or a leak is a finding; so is
/// a reader that takes two texts for one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzVerifier(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  fuzz(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
