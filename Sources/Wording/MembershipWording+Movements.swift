internal import Membership
internal import Units

extension MembershipRefusal {
  var movementExplanation: Explanation {
    let remedy = Words("Corrigez le mouvement.", "Correct the movement.")
    return switch self {
    case .referenceHasOtherContent(let reference, let order):
      Explanation(
        what: Words(
          "La référence \(reference) désigne déjà le mouvement n° \(order), au contenu différent.",
          "The reference \(reference) already names movement no. \(order), with other content."),
        why: Words(
          "Un mouvement enregistré ne change plus.", "A recorded movement no longer changes."),
        remedy: Words(
          "Choisissez une autre référence, ou enregistrez le mouvement inverse.",
          "Choose another reference, or record the opposite movement."))
    case .sharesAreNotPositive(let shares):
      Explanation(
        what: Words("Le mouvement porte sur ", "The movement is of ") + number(shares.units)
          + Words(" part(s).", " share(s)."),
        why: Words(
          "Un mouvement porte sur une part au moins.", "A movement is of one share at least."),
        remedy: remedy)
    case .amountIsNotTheNominal(let amount, let shares, let nominal):
      Explanation(
        what: euros(amount) + Words(" pour ", " for ") + number(shares.units)
          + Words(" part(s) de ", " share(s) of ") + euros(nominal) + Words(both: "."),
        why: Words(
          "Souscription et retrait se font au nominal, sinon capital et registre divergent.",
          "Subscription and withdrawal are at the nominal, else capital and register part."),
        remedy: remedy)
    case .priceIsNegative(let amount):
      Explanation(
        what: Words("Le prix de la cession est ", "The price of the transfer is ")
          + euros(amount) + Words(both: "."),
        why: Words("Un prix n'est pas négatif.", "A price is not negative."), remedy: remedy)
    case .transferGoesToTheGiver(let member):
      Explanation(
        what: Words(
          "L'associé \(member) se cède des parts à lui-même.",
          "Member \(member) transfers shares to itself."),
        why: Words(
          "Une cession a deux titulaires.", "A transfer has two holders."), remedy: remedy)
    case .counterpartyIsNotExpected(let member):
      Explanation(
        what: Words(
          "Le mouvement nomme un second associé, \(member).",
          "The movement names a second member, \(member)."),
        why: Words("Seule une cession en a un.", "Only a transfer has one."), remedy: remedy)
    default:
      Explanation(
        what: Words(
          "La cession ne nomme pas qui reçoit.", "The transfer does not name who receives."),
        why: Words(
          "Le registre inscrit l'ancien et le nouveau titulaire.",
          "The register shows the old holder and the new one."),
        remedy: Words("Remplissez counterparty.", "Fill in counterparty."))
    }
  }

  var partyExplanation: Explanation {
    switch self {
    case .companyDoesNotExistYet(let day, let founded):
      Explanation(
        what: Words("Le mouvement est daté du ", "The movement is dated ") + longDay(day)
          + Words(" ; la société existe depuis le ", "; the company exists since ")
          + longDay(founded) + Words(both: "."),
        why: Words(
          "Avant, il n'y a pas de capital.", "Before that there is no capital."),
        remedy: Words("Corrigez la date.", "Correct the date."))
    case .memberHadNotJoined(let member, let day):
      Explanation(
        what: Words(
          "\(member) n'était pas encore associé le ", "Member \(member) had not joined on ")
          + longDay(day) + Words(both: "."),
        why: Words(
          "Seul un associé peut recevoir des parts.", "Only a member may receive shares."),
        remedy: Words(
          "Corrigez la date, ou celle de son entrée.", "Correct the date, or that of joining."))
    case .collegeIsUnknown(let college, let day):
      Explanation(
        what: Words(
          "Le collège \(college) n'existe pas le ", "The college \(college) does not exist on ")
          + longDay(day) + Words(both: "."),
        why: Words(
          "Son compte de capital et ses poids ne sont pas connus.",
          "Its account of capital and its weights are not known."),
        remedy: Words(
          "Ajoutez-le aux statuts ou corrigez l'associé.",
          "Add it to the statutes or correct the member."))
    case .kindIsNotAdmitted(let kind, let college):
      Explanation(
        what: Words(
          "Le collège \(college) n'admet pas « \(kind.rawValue) ».",
          "The college \(college) does not admit “\(kind.rawValue)”."),
        why: Words(
          "Les statuts fixent qui peut entrer dans chaque collège.",
          "The statutes say who may enter each college."),
        remedy: Words(
          "Choisissez un autre collège pour cet associé.", "Choose another college for this member."
        ))
    case .receiverIsNoMember(let member):
      Explanation(
        what: Words(
          "\(member), qui recevrait les parts, n'est pas associé.",
          "\(member), who would receive the shares, is no member."),
        why: Words(
          "Une cession à un tiers demande son agrément.",
          "A transfer to an outsider needs approval first."),
        remedy: Words("Importez d'abord cet associé.", "Import this member first."))
    case .memberIsUnknown(let member):
      Explanation(
        what: Words("L'associé \(member) est inconnu.", "Member \(member) is unknown."),
        why: Words(
          "Les parts sont toujours nominatives.", "Shares always belong to a named holder."),
        remedy: Words("Importez d'abord cet associé.", "Import this member first."))
    default: movementExplanation
    }
  }

  var boundsExplanation: Explanation {
    switch self {
    case .holdingIsInsufficient(let member, let day, let held, let needed):
      Explanation(
        what: Words("L'associé \(member) détient ", "Member \(member) holds ")
          + number(held.units) + Words(" part(s) le ", " share(s) on ") + longDay(day)
          + Words(" ; il en faut ", "; needed: ") + number(needed.units) + Words(both: "."),
        why: Words(
          "On ne cède ni ne retire que ce que l'on détient, ce jour-là et les suivants.",
          "One gives or withdraws only what one holds, that day and after."),
        remedy: Words(
          "Corrigez le nombre ou la date, ou importez d'abord le mouvement qui manque.",
          "Correct the number or the date, or import the missing movement first."))
    case .capitalFallsBelowTheFloor(let day, let capital, let floor):
      Explanation(
        what: Words("Le capital tomberait à ", "The capital would fall to ") + euros(capital)
          + Words(" le ", " on ") + longDay(day) + Words(" ; plancher : ", "; floor: ")
          + euros(floor) + Words(both: "."),
        why: Words(
          "Aucune reprise d'apport ne peut franchir le plancher des statuts.",
          "No withdrawal may cross the floor of the statutes."),
        remedy: Words(
          "Mettez la demande en attente de nouvelles souscriptions.",
          "Let the request wait for new subscriptions."))
    case .capitalExceedsTheCeiling(let day, let capital, let ceiling):
      Explanation(
        what: Words("Le capital atteindrait ", "The capital would reach ") + euros(capital)
          + Words(" le ", " on ") + longDay(day) + Words(" ; plafond : ", "; ceiling: ")
          + euros(ceiling) + Words(both: "."),
        why: Words(
          "Au-delà, l'assemblée générale extraordinaire décide.",
          "Beyond it the extraordinary general meeting decides."),
        remedy: Words(
          "Réduisez la souscription ou faites relever le plafond.",
          "Reduce the subscription or have the ceiling raised."))
    default: partyExplanation
    }
  }
}
