import Membership
import Text

extension Identity {
  /// What the identity tables hold; what is empty and came later than version 2 is left out, so that
  /// what was committed to earlier keeps its bytes.
  var json: JSON { .object(members) }

  /// The same with the digests of the boxes that belong to it.
  func json(sealed digests: [String: String]) -> JSON {
    var members = members
    if !digests.isEmpty { members["sealed"] = .object(digests.mapValues(JSON.string)) }
    return .object(members)
  }

  private var members: [String: JSON] {
    var members: [String: JSON] = [
      "lastName": .string(lastName), "firstName": .string(firstName),
      "organisation": .string(organisation), "email": .string(email), "street": .string(street),
      "postcode": .string(postcode), "commune": .string(commune), "language": .string(language),
    ]
    for (name, value) in [("birthName", birthName), ("siren", siren), ("party", party)]
    where !value.isEmpty { members[name] = .string(value) }
    return members
  }

  init(_ json: JSON) {
    self.init()
    func text(_ name: String) -> String { json[name]?.stringValue ?? "" }
    lastName = text("lastName")
    firstName = text("firstName")
    birthName = text("birthName")
    organisation = text("organisation")
    siren = text("siren")
    party = text("party")
    email = text("email")
    street = text("street")
    postcode = text("postcode")
    commune = text("commune")
    language = json["language"]?.stringValue ?? "fr"
  }
}
