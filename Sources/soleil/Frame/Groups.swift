import Agreements
import Intake
import Membership
import Reports
import Store
import Text
import Units
import Wording

/// What groups of figures are made and called by, as the book knows it on a day.
struct Groups {
  let dimension: Dimension
  let directory: Directory
  private let labels: [String: Words]

  init(_ dimension: Dimension, _ page: BookReader, on day: Day) throws {
    self.dimension = dimension
    let cooperative = try Cooperative(page, on: day)
    let colleges = cooperative.statutes.colleges
    let members = try page.members()
    directory = Directory(
      communes: cooperative.dossier.sites.mapValues(\.commune),
      capitalAccounts: Dictionary(colleges.map { ($0.capitalAccount, $0.id.description) }) {
        first, _ in first
      },
      colleges: Dictionary(
        uniqueKeysWithValues: members.map { member in
          (
            member.number.description,
            member.affiliations.map { ($0.from, $0.college.description) }
          )
        }))
    switch dimension {
    case .site: labels = cooperative.dossier.sites.mapValues { Words(both: $0.name) }
    case .college:
      labels = Dictionary(
        colleges.map { ($0.id.description, Words($0.frenchName, $0.englishName)) }
      ) { first, _ in first }
    case .contract, .commune, .auxiliary: labels = [:]
    }
  }

  /// What people call a group; what it is called when there is none.
  func label(_ group: String?) -> Words {
    guard let group else { return ViewWords.without(dimension) }
    return labels[group] ?? Words(both: group)
  }

  /// The group for programs: its identifier, or null, and its French label.
  func json(_ group: String?) -> [String: JSON] {
    ["group": group.map(JSON.string) ?? .null, "label": .string(label(group).french)]
  }
}
