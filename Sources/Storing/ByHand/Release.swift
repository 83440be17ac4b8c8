import Domain
import Postgres

extension Store {
  /// Records what a home head lets go, over whatever was recorded.
  public func setRelease(_ draft: ReleaseDraft) throws -> NamedPlace {
    let place = try place(draft.place)
    try connection.run(WriteRelease(organisation: organisation, draft: draft))
    return place
  }
}

struct WriteRelease: Statement {
  typealias Row = Void
  static let sql = """
    insert into release (organisation, school, setting, half_days_per_half_term, out_at_once,
      cover_needed, agreed_by, agreed_on, edited_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, now())
    on conflict (organisation, place) do update
      set half_days_per_half_term = excluded.half_days_per_half_term,
        out_at_once = excluded.out_at_once, cover_needed = excluded.cover_needed,
        agreed_by = excluded.agreed_by, agreed_on = excluded.agreed_on, edited_at = now()
    """
  static let example = WriteRelease(
    organisation: OrganisationID(1),
    draft: ReleaseDraft(
      place: .setting(""), halfDaysPerHalfTerm: HalfDays(0), outAtOnce: 0, coverNeeded: false))
  let organisation: OrganisationID
  let draft: ReleaseDraft
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(draft.place.urn?.number)
    parameters.add(draft.place.settingReference)
    parameters.add(draft.halfDaysPerHalfTerm.count)
    parameters.add(draft.outAtOnce)
    parameters.add(draft.coverNeeded)
    parameters.add(draft.agreedBy)
    parameters.addDate(draft.agreedOn?.number)
  }
}
