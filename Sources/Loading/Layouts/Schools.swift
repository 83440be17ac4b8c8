import Domain

extension Layout where Draft == School {
  /// The national list of schools, with the column names of the GIAS public CSV.
  public static var schools: Layout {
    var sheet = Columns()
    sheet.isOfPublicList = true
    let urn = sheet.required("URN", holds: .urn)
    let authority = sheet.required("LA (code)")
    let authorityName = sheet.required("LA (name)")
    let number = sheet.optional("EstablishmentNumber")
    let name = sheet.required("EstablishmentName")
    let type = sheet.optional("TypeOfEstablishment (name)")
    let status = sheet.required(
      "EstablishmentStatus (name)", holds: .choice(School.Status.allCases.map(\.rawValue)))
    let phase = sheet.headed("PhaseOfEducation (name)", holds: .name(.phases))
    let pupils = sheet.optional("NumberOfPupils", holds: .number("0 to 20,000", of: .pupils))
    let meals = sheet.optional("PercentageFSM", holds: .number("0 to 100", of: .percent))
    let town = sheet.optional("Town")
    let postcode = sheet.optional("Postcode")
    let easting = sheet.optional("Easting", holds: .number("0 to 700,000"))
    let northing = sheet.optional("Northing", holds: .number("0 to 1,300,000"))
    let rural = sheet.optional("UrbanRural (name)")
    let same = Sameness<School>(
      key: { UInt64($0.urn.number) }, named: { "the URN \($0.urn)" },
      hint: "Try: keep the row that is right")
    return Layout("schools", sheet, same: same) { cells in
      let code = cells.digits(authority, count: 3, of: "an LA code")
      let status = cells.status(status)
      let school = cells.urn(urn)
      let name = cells.text(name)
      let authorityName = cells.text(authorityName)
      guard let school, let code, let status, let name, let authorityName else { return nil }
      return School(
        urn: school, name: name, authorityCode: code, authorityName: authorityName,
        establishmentNumber: cells.digits(number, count: 4, of: "an establishment number"),
        type: cells.text(type), phase: cells.phase(phase), status: status,
        pupils: cells.whole(pupils, in: 0...20_000), freeMealsPermille: cells.permille(meals),
        rural: cells.rural(rural), town: cells.text(town), postcode: cells.postcode(postcode),
        location: cells.location(easting, northing, zeroIsUnknown: true))
    }
  }
}

extension Cells {
  fileprivate mutating func status(_ column: Column) -> School.Status? {
    guard let cell = filled(column) else { return nil }
    let typed = cell.text
    for status in School.Status.allCases where status.rawValue == typed { return status }
    let folded = Vocabulary.folded(typed)
    for status in School.Status.allCases where Vocabulary.folded(status.rawValue) == folded {
      return status
    }
    refuse(
      column, "\(quoted(cell)) is not a status of GIAS",
      hint: "Try one of: " + School.Status.allCases.map(\.rawValue).joined(separator: "; "))
    return nil
  }

  /// Nil where GIAS says `Not applicable`.
  fileprivate mutating func phase(_ column: Column) -> String? {
    if Vocabulary.folded(cell(column).text) == "notapplicable" { return nil }
    return word(column, .phases)
  }

  /// GIAS says `Rural village` or `(England/Wales) Urban major conurbation`; nil where it says neither.
  fileprivate mutating func rural(_ column: Column) -> Bool? {
    guard let typed = filled(column)?.text.lowercased() else { return nil }
    if typed.contains("rural") { return true }
    return typed.contains("urban") ? false : nil
  }
}
