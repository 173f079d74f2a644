import GRDB

/// Runs database work and turns what SQLite says into a refusal with a name.
func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw refusal(for: error, path)
  }
}

private func refusal(for error: DatabaseError, _ path: String) -> StoreRefusal {
  switch error.resultCode {
  case .SQLITE_BUSY, .SQLITE_LOCKED: .bookIsBusy(path)
  case .SQLITE_NOTADB: .fileIsNoBook(path)
  case .SQLITE_CANTOPEN: .fileCannotBeOpened(path, reason: "\(error.resultCode)")
  case .SQLITE_CONSTRAINT: .guardHeld(guardName(error))
  default: .databaseFailed(error.message ?? "\(error.resultCode)")
  }
}

/// A trigger of ours raises its rule's name; any other constraint is named by its kind.
private func guardName(_ error: DatabaseError) -> String {
  error.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER
    ? error.message ?? "guard" : "schema-constraint"
}
