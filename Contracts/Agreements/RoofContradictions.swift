public import Units

extension Dossier {
  /// What of roofs, novations and grants cannot hold together.
  ///
  /// - Parameter members: the numbers of members, who may be parties.
  /// - Complexity: O(facts × conventions).
  public func roofContradictions(members: Set<String> = []) -> [any Refusal] {
    func isParty(_ id: String) -> Bool { parties[id] != nil || members.contains(id) }
    return lives(isParty) + conventionsAndGrants(isParty) + novationContradictions(isParty)
  }

  /// A name that leads nowhere.
  private func unknown(
    _ kind: String, _ id: String, unless isKnown: Bool, by owner: String
  ) -> [any Refusal] {
    isKnown ? [] : [AgreementRefusal.referenceIsUnknown(kind: kind, id: id, neededBy: owner)]
  }

  private func lives(_ isParty: (String) -> Bool) -> [any Refusal] {
    var refusals: [any Refusal] = []
    for roof in roofs.values.sorted(by: { $0.id < $1.id }) {
      let owner = "roof \(roof.id)"
      for party in [roof.owner] + roof.studies.map(\.payer) {
        refusals += unknown("party", party, unless: isParty(party), by: owner)
      }
      guard let site = roof.site else { continue }
      refusals += unknown("site", site, unless: sites[site] != nil, by: owner)
      guard let signed = roof.steps.first(where: { $0.stage == .signed }) else { continue }
      if !conventions.values.contains(where: { $0.site == site }) {
        refusals.append(
          RoofRefusal.stageLacks(roof: roof.id, stage: signed.stage.rawValue, need: "convention"))
      }
    }
    return refusals
  }

  private func conventionsAndGrants(_ isParty: (String) -> Bool) -> [any Refusal] {
    var refusals: [any Refusal] = []
    for convention in conventions.values.sorted(by: { $0.id < $1.id }) {
      guard let parent = convention.parent else { continue }
      refusals += unknown(
        "convention", parent, unless: conventions[parent] != nil,
        by: "convention \(convention.id)")
    }
    for grant in grants.values.sorted(by: { $0.id < $1.id }) {
      let owner = "grant \(grant.id)"
      refusals += unknown("party", grant.payer, unless: isParty(grant.payer), by: owner)
      refusals += unknown("plant", grant.plant, unless: plants[grant.plant] != nil, by: owner)
      if let plant = plants[grant.plant], plant.cost < grant.amount {
        refusals.append(
          RoofRefusal.grantExceedsThePlant(id: grant.id, grant: grant.amount, cost: plant.cost))
      }
    }
    for tax in localTaxes.values.sorted(by: { $0.id < $1.id }) {
      guard let site = tax.site else { continue }
      refusals += unknown("site", site, unless: sites[site] != nil, by: "local_tax \(tax.id)")
    }
    return refusals
  }

  private func novationContradictions(_ isParty: (String) -> Bool) -> [any Refusal] {
    var refusals: [any Refusal] = []
    var last: [String: String] = [:]
    for novation in novationsByDay {
      let owner = "novation \(novation.id)"
      for party in [novation.leaves, novation.comes].compactMap(\.self) where !isParty(party) {
        refusals.append(
          AgreementRefusal.referenceIsUnknown(kind: "party", id: party, neededBy: owner))
      }
      for contract in novation.contracts {
        guard party(to: contract) != nil else {
          refusals.append(
            AgreementRefusal.referenceIsUnknown(kind: "contract", id: contract, neededBy: owner))
          continue
        }
        guard let comes = novation.comes else { continue }
        if let holder = last[contract], holder != novation.leaves {
          refusals.append(
            RoofRefusal.novationLeavesNobody(
              id: novation.id, contract: contract, party: novation.leaves, holder: holder))
        }
        last[contract] = comes
      }
    }
    // Once all are settled a contract is with the last that came, or it never was with who left.
    for novation in novationsByDay where novation.comes != nil {
      for contract in novation.contracts {
        guard let holder = party(to: contract), let comes = last[contract], holder != comes,
          novation.comes == comes
        else { continue }
        let refusal = RoofRefusal.novationLeavesNobody(
          id: novation.id, contract: contract, party: novation.leaves, holder: holder)
        if !refusals.contains(where: { $0 as? RoofRefusal == refusal }) { refusals.append(refusal) }
      }
    }
    return refusals
  }
}
