public import Membership
internal import Units

/// What the commands of the share register say.
public enum ShareWords {
  /// `shares import --positions`.
  public static let helpPositions = Words(
    "Le fichier donne les parts détenues à l'ouverture du livre.",
    "The file gives the shares held when the book begins.")
  /// `--reference`.
  public static let helpReference = Words(
    "La référence du mouvement : numéro de bulletin, d'ordre ou de pièce.",
    "The reference of the movement: the number of its form or voucher.")
  /// `--date`.
  public static let helpDate = Words(
    "La date de l'opération ; par défaut aujourd'hui.",
    "The day of the operation; today by default.")
  /// A member.
  public static let helpMember = Words("Le numéro de l'associé.", "The member's number.")
  /// The giver.
  public static let helpGiver = Words("Qui cède.", "Who gives.")
  /// The receiver.
  public static let helpReceiver = Words(
    "Qui reçoit : un associé.", "Who receives: a member.")
  /// A number of shares.
  public static let helpCount = Words("Le nombre de parts.", "The number of shares.")
  /// `--paid` of a subscription.
  public static let helpPaid = Words(
    "Ce qui est payé ce jour ; par défaut tout. Moins demande --due.",
    "What is paid on the day; all of it by default. Less asks for --due.")
  /// `--paid` of an exit.
  public static let helpRepaid = Words(
    "Ce qui est remboursé ce jour ; par défaut rien.",
    "What is repaid on the day; nothing by default.")
  /// `--premium`.
  public static let helpPremium = Words(
    "La prime d'émission, en plus du nominal.", "The premium beyond the nominal.")
  /// `--due`.
  public static let helpDue = Words(
    "Le jour auquel le reste est dû.", "The day on which the rest is due.")
  /// `--price` of a transfer.
  public static let helpPrice = Words(
    "Le prix convenu entre les associés.", "The price agreed between the members.")
  /// `--price` of an exit.
  public static let helpExitPrice = Words(
    "Le prix de sortie ; par défaut le nominal.", "The exit price; the nominal by default.")
  /// `--gift`.
  public static let helpGift = Words(
    "Un don, sans prix.", "A gift, without a price.")
  /// `--inheritance`.
  public static let helpInheritance = Words(
    "Une transmission par décès.", "A transmission by death.")
  /// `--tranche`.
  public static let helpTranche = Words(
    "La tranche cédée, par le numéro d'ordre de sa souscription.",
    "The tranche that goes, by the order number of its subscription.")
  /// `--approved`.
  public static let helpApproved = Words(
    "La date de l'agrément.", "The day of the approval.")
  /// `--effective`.
  public static let helpEffective = Words(
    "La date d'effet ; par défaut à la fin du préavis.",
    "The day it takes effect; at the end of the notice by default.")
  /// `--exclusion`.
  public static let helpExclusion = Words(
    "L'assemblée générale exclut l'associé.", "The general meeting excludes the member.")
  /// `--death`.
  public static let helpDeath = Words(
    "Les parts sont reprises après le décès.", "The shares are taken back after the death.")
  /// What is settled.
  public static let helpOf = Words(
    "La référence de la souscription ou de la sortie.",
    "The reference of the subscription or exit.")
  /// An amount.
  public static let helpAmount = Words("Le montant, en euros.", "The amount, in euros.")
  /// What is wrong.
  public static let helpWrong = Words(
    "La référence du mouvement erroné.", "The reference of the wrong movement.")
  /// `--reason`.
  public static let helpReason = Words("Le motif.", "The reason.")
  /// `shares subscribe`.
  public static let helpSubscribe = Words(
    "Enregistre une souscription, payée en tout ou en partie.",
    "Records a subscription, paid in full or in part.")
  /// `shares pay`.
  public static let helpPay = Words(
    "Enregistre un versement sur une souscription.", "Records a payment on a subscription.")
  /// `shares call`.
  public static let helpCall = Words(
    "Appelle le capital d'une souscription qui ne l'était pas.",
    "Calls capital of a subscription that was not called.")
  /// `shares transfer`.
  public static let helpTransfer = Words(
    "Enregistre une cession, un don ou une succession entre associés.",
    "Records a sale, a gift or an inheritance between members.")
  /// `shares withdraw`.
  public static let helpWithdraw = Words(
    "Enregistre une sortie : retrait, exclusion ou décès.",
    "Records an exit: withdrawal, exclusion or death.")
  /// `shares repay`.
  public static let helpRepay = Words(
    "Enregistre le remboursement d'une sortie.", "Records the repayment of an exit.")
  /// `shares correct`.
  public static let helpCorrect = Words(
    "Annule un mouvement par un mouvement inverse qui s'y réfère.",
    "Undoes a movement by an inverse one that refers to it.")
  /// `shares due`.
  public static let helpDueList = Words(
    "Liste ce qui reste à payer pour des parts, et qui a payé en retard.",
    "Lists what is still to be paid for shares, and who paid late.")
  /// `shares list`.
  public static let helpList = Words(
    "Liste les mouvements, versements compris.", "Lists the movements, payments included.")

  /// A column.
  public static let order = Words("Ordre", "Order")
  /// A column.
  public static let reference = Words("Référence", "Reference")
  /// A column.
  public static let open = Words("Reste dû", "Open")
  /// A column.
  public static let due = Words("Échéance", "Due")
  /// A column.
  public static let daysLate = Words("Retard (jours)", "Days late")
  /// A column.
  public static let paidOn = Words("Payé le", "Paid on")
  /// A column.
  public static let effective = Words("Effet", "Effective")
  /// A column.
  public static let receiver = Words("Nouveau titulaire", "New holder")
  /// A column.
  public static let amount = Words("Montant", "Amount")
  /// A column.
  public static let about = Words("Se rapporte à", "About")
  /// A heading.
  public static let paidLate = Words("Versés en retard :", "Paid late:")
  /// An empty list.
  public static let nothingIsDue = Words(
    "Rien ne reste à payer.", "Nothing is left to pay.")
  /// A movement that undoes another.
  public static let correction = Words("correction", "correction")

  /// What happened.
  public static func kind(_ kind: MovementKind) -> Words {
    switch kind {
    case .subscription: Words("souscription", "subscription")
    case .payment: Words("versement", "payment")
    case .call: Words("appel", "call")
    case .transfer: Words("cession", "transfer")
    case .gift: Words("don", "gift")
    case .inheritance: Words("succession", "inheritance")
    case .withdrawal: Words("retrait", "withdrawal")
    case .exclusion: Words("exclusion", "exclusion")
    case .death: Words("décès", "death")
    case .repayment: Words("remboursement", "repayment")
    case .opening: Words("reprise", "opening")
    }
  }

  /// A movement is recorded.
  public static func recorded(_ recorded: RecordedMovement, dryRun: Bool) -> Words {
    let name =
      recorded.movement.more.corrects ? correction : kind(recorded.movement.kind)
    let start =
      (dryRun
        ? Words("Essai, rien n'est changé : ", "Rehearsal, nothing is changed: ") : Words(both: ""))
      + Words("mouvement n° \(recorded.order), ", "movement no. \(recorded.order), ") + name
    guard let day = recorded.effective else {
      return start + Words(" ; aucune part ne change de main.", "; no shares change hands.")
    }
    return start + Words(" de ", " of ") + number(recorded.moved.units)
      + Words(" part(s), effet le ", " share(s), effective ") + longDay(day) + Words(both: ".")
  }
}
