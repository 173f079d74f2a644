import Membership
public import Text
import Units

extension MemberStatement {
  /// The statement as JSON; its canonical bytes are the leaf of the log.
  public var json: JSON {
    [
      "format": .string(MemberStatement.format),
      "organisation": ["name": .string(organisationName), "siren": .string(siren)],
      "member": .string(member.description), "college": .string(college),
      "month": .string(month.description),
      "closing": ["month": .string(month.description), "sequence": .integer(Int64(sequence))],
      "holdings": holdings, "energy": energyJSON, "entitlement": entitlementJSON,
      // Issued by the general meeting only: no dividend was paid, nothing was withheld.
      "account": ["balanceCents": 0], "taxes": [],
      "production": .array(
        production.map { ["month": .string($0.month.description), "wh": .integer($0.energy.units)] }
      ),
      "salt": .string(hex(salt)),
    ]
  }

  private var holdings: JSON {
    [
      "openingShares": .integer(openingShares.units),
      "closingShares": .integer(closingShares.units), "capitalCents": .integer(capital.units),
      "shareDays": .integer(shareDays), "totalShareDays": .integer(totalShareDays),
      "movements": .array(movements.map(json)),
    ]
  }

  private func json(_ recorded: RecordedMovement) -> JSON {
    let movement = recorded.movement
    return [
      "order": .integer(Int64(recorded.order)), "date": .string(movement.date.description),
      "kind": .string(movement.kind.rawValue), "reference": .string(movement.reference),
      "shares": .integer(movement.change(for: member)),
      "amountCents": .integer(movement.amount.units),
    ]
  }

  private var energyJSON: JSON {
    [
      "wh": .integer(energy.units), "totalWh": .integer(totalEnergy.units),
      "yearWh": .integer(energyOfYear.units),
    ]
  }

  private var entitlementJSON: JSON {
    [
      "cents": .integer(entitlement.units), "resultCents": .integer(result.units),
      "yearCents": .integer(entitlementOfYear.units),
      "parts": .array(
        parts.map {
          [
            "step": .string($0.step), "label": .string($0.frenchLabel),
            "cents": .integer($0.amount.units),
          ]
        }),
    ]
  }
}
