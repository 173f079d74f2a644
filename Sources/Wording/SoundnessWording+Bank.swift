import Store
import Units

extension BookFault {
  var explanationOfBank: Explanation {
    switch self {
    case .bankStatementDoesNotAddUp(let account, let day, let moved, let told):
      tampered(
        Words(
          "Relevé du compte « \(account) » au \(longDay(day).french) : les mouvements gardés font "
            + "\(euros(moved).french), les soldes disent \(euros(told).french).",
          "Statement of account “\(account)” on \(longDay(day).english): the movements kept make "
            + "\(euros(moved).english), the balances tell \(euros(told).english)."))
    case .bankMatchIsNotItsLines(let match):
      tampered(
        Words(
          "Le rapprochement nº \(match) n'est plus ce qui fut confirmé, au centime.",
          "Match \(match) is no longer what was confirmed, to the cent."))
    default: tampered(Words(both: code))
    }
  }
}
