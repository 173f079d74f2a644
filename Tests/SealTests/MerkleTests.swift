import Seal
import Testing
import Units

/// The recursive definition of RFC 6962 § 2.1, written as the standard does: slow and plain.
private enum Naive {
  static func root(_ leaves: ArraySlice<Digest>) -> Digest {
    guard leaves.count > 1 else { return leaves.first ?? sha256([]) }
    let middle = leaves.startIndex + split(leaves.count)
    return sha256([1] + root(leaves[..<middle]).bytes + root(leaves[middle...]).bytes)
  }

  static func path(_ index: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
    guard leaves.count > 1 else { return [] }
    let k = split(leaves.count)
    let middle = leaves.startIndex + k
    return index < k
      ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
      : path(index - k, leaves[middle...]) + [root(leaves[..<middle])]
  }

  static func proof(_ old: Int, _ leaves: ArraySlice<Digest>, _ whole: Bool = true) -> [Digest] {
    guard old < leaves.count else { return whole ? [] : [root(leaves)] }
    let k = split(leaves.count)
    let middle = leaves.startIndex + k
    return old <= k
      ? proof(old, leaves[..<middle], whole) + [root(leaves[middle...])]
      : proof(old - k, leaves[middle...], false) + [root(leaves[..<middle])]
  }

  private static func split(_ count: Int) -> Int {
    var k = 1
    while k * 2 < count { k *= 2 }
    return k
  }
}

/// The leaves of the certificate-transparency reference tests.
private let publishedLeaves = [
  "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map { bytes(fromHex: $0) ?? [] }

@Suite struct MerkleTests {
  /// A tree kept by the roots of its blocks proves what the whole tree proves.
  @Test(arguments: [0, 1, 2, 3, 511, 512, 513, 1_023, 1_024, 1_025, 1_536, 2_049])
  func blocksProveAsTheWholeTreeDoes(size: Int) {
    let leaves = (0..<size).map { leafHash([UInt8($0 & 255), UInt8($0 >> 8)]) }
    let whole = MerkleTree(leaves)
    let blocks = MerkleBlocks { each in leaves.forEach(each) }
    #expect(blocks.root == whole.root && blocks.size == size)
    for index in stride(from: 0, to: size, by: 37).map(\.self) + (size > 0 ? [size - 1] : []) {
      let range = blocks.block(of: index)
      #expect(range.contains(index) && range.count <= MerkleBlocks.leavesPerBlock)
      let proof = blocks.inclusionProof(of: index, block: MerkleTree(Array(leaves[range])))
      #expect(proof == whole.inclusionProof(of: index))
      #expect(
        isIncluded(
          leafHash: leaves[index], at: index, inTreeOf: size, root: blocks.root, by: proof))
    }
  }

  /// The roots for 1 to 8 of those leaves, as the reference implementation publishes them.
  @Test(
    arguments: [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ].enumerated().map { ($0 + 1, $1) }) func rootsAgreeWithThePublishedOnes(
      size: Int, root: String
    )
  {
    var log = MerkleLog()
    for leaf in publishedLeaves.prefix(size) { log.append(leaf) }
    #expect(log.root.hex == root)
    #expect(MerkleTree(publishedLeaves.prefix(size).map { leafHash($0) }).root.hex == root)
  }

  @Test func anEmptyLogHasTheDigestOfNothing() {
    #expect(MerkleLog().root == sha256([]))
    #expect(MerkleTree([]).root == sha256([]))
  }

  private static let leaves = (0..<129).map { leafHash([UInt8($0), 7]) }

  @Test(arguments: 1...129) func treeLogAndProofsFollowTheRecursiveDefinition(size: Int) {
    let leaves = Self.leaves.prefix(size)
    let root = Naive.root(leaves)
    let tree = MerkleTree(Array(leaves))
    var log = MerkleLog()
    for leaf in leaves { log.append(leafHash: leaf) }
    #expect(log.root == root && tree.root == root && log.size == size)
    for index in 0..<size {
      let proof = tree.inclusionProof(of: index)
      #expect(proof == Naive.path(index, leaves))
      #expect(
        isIncluded(
          leafHash: leaves[index], at: index, inTreeOf: size, root: root, by: proof))
    }
    for old in 1...size {
      let proof = tree.consistencyProof(from: old)
      #expect(proof == Naive.proof(old, leaves))
      #expect(
        isConsistent(
          oldSize: old, oldRoot: Naive.root(leaves.prefix(old)), newSize: size, newRoot: root,
          by: proof))
    }
  }

  @Test(arguments: 1...17) func aProofHoldsForItsOwnLeafPlaceAndSizeAlone(size: Int) {
    let leaves = Array(Self.leaves.prefix(size))
    let tree = MerkleTree(leaves)
    for index in 0..<size {
      let proof = tree.inclusionProof(of: index)
      func holds(_ leaf: Digest, _ place: Int, _ proof: [Digest]) -> Bool {
        isIncluded(leafHash: leaf, at: place, inTreeOf: size, root: tree.root, by: proof)
      }
      for other in 0..<size where other != index {
        #expect(!holds(leaves[other], index, proof))
        #expect(!holds(leaves[index], other, proof))
      }
      #expect(!holds(leaves[index], index, proof + [tree.root]))
      #expect(!holds(leaves[index], -1, proof))
      #expect(!holds(leaves[index], size, proof))
      if !proof.isEmpty { #expect(!holds(leaves[index], index, Array(proof.dropLast()))) }
    }
  }

  @Test(arguments: 2...17) func aRewrittenPastIsNotConsistent(size: Int) {
    let leaves = Array(Self.leaves.prefix(size))
    for old in 1..<size {
      var rewritten = leaves
      rewritten[old - 1] = Self.leaves[128]
      let other = MerkleTree(rewritten)
      let oldRoot = MerkleTree(Array(leaves.prefix(old))).root
      #expect(
        !isConsistent(
          oldSize: old, oldRoot: oldRoot, newSize: size, newRoot: other.root,
          by: other.consistencyProof(from: old)))
    }
  }

  @Test func aKeptLogGoesOnWhereItStopped() throws {
    var whole = MerkleLog()
    var kept = MerkleLog()
    for leaf in Self.leaves {
      whole.append(leafHash: leaf)
      kept = try MerkleLog(size: kept.size, frontier: kept.frontier)
      kept.append(leafHash: leaf)
      #expect(kept == whole)
    }
    #expect(throws: SealRefusal.frontierDoesNotFitSize(size: 3, hashes: 1)) {
      try MerkleLog(size: 3, frontier: [sha256([])])
    }
  }

  @Test func aProofFileIsLaidOutAsTheSpecificationSays() {
    let tree = MerkleTree(publishedLeaves.map { leafHash($0) })
    let origin = InclusionProof.statementsOrigin(
      siren: "123456782", month: Month(year: 2026, monthOfYear: 10))
    let lines = InclusionProof(of: 5, in: tree, origin: origin).text
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "c2sp.org/tlog-proof@v1")
    #expect(lines[1] == "index 5")
    // The published path of this leaf, in base64.
    #expect(
      lines[2...4] == [
        "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
        "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
        "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
      ])
    #expect(lines[5].isEmpty)
    #expect(lines[6] == "123456782/statements/2026-10")
    #expect(lines[7] == "8")
    #expect(lines[8] == "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=")
    #expect(lines[9].isEmpty && lines.count == 10)
  }
}
