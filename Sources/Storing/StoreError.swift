import Domain

/// What the store refuses, in a plain sentence with a remedy.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  case noOrganisation
  /// The database was migrated by a later version of the program.
  case databaseIsNewer(found: Int, known: Int)
  /// A shipped migration differs from the one that was applied.
  case migrationChanged(number: Int)
  /// Nothing of that kind is stored for this organisation.
  case notFound(what: String, reference: String)
  /// The record became part of another person's, on this day.
  case merged(gone: String, kept: PersonNumber, since: String)
  /// It stands already.
  case exists(what: String, reference: String)
  /// Somebody else changed it first, or it is no longer in the state asked for.
  case conflict(String)

  public var description: String {
    switch self {
    case .noOrganisation:
      "no organisation is in use\n  Try: talent org use NAME"
    case .databaseIsNewer(let found, let known):
      "the database is at migration \(found), and this program knows \(known) at most\n"
        + "  Try: install the newer talent that migrated it"
    case .migrationChanged(let number):
      "migration \(number) was applied in another form than this program ships\n"
        + "  Try: use the talent that made this database, or a fresh database"
    case .notFound(let what, let reference): "there is no \(what) \(reference)"
    case .merged(let gone, let kept, let since):
      "\(gone) is part of \(kept) since \(since)\n"
        + "  Try: \(kept) in their place; talent person show \(kept) shows them"
    case .exists(let what, let reference): "\(what) \(reference) exists already"
    case .conflict(let sentence): sentence
    }
  }
}
