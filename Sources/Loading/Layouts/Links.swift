import Domain

extension Layout where Draft == SchoolLink {
  /// GIAS's links file, with its own column names: which school succeeded which. The linked school's
  /// name is not read: its URN decides.
  public static var links: Layout {
    var sheet = Columns()
    sheet.endsAreRagged = true
    let urn = sheet.required("URN", holds: .urn)
    let linked = sheet.required("LinkURN", or: ["Link URN"], holds: .urn)
    let type = sheet.required("LinkType", or: ["Link type"])
    let established = sheet.optional(
      "LinkEstablishedDate", or: ["Link established date"], holds: .days)
    // The file names some pairs twice, with two dates: both rows stand and the later date is kept.
    let same = Sameness<SchoolLink>(
      key: { _ in nil }, named: { "\($0.urn) and \($0.linked)" }, hint: "")
    return Layout("links", sheet, same: same) { cells in
      let school = cells.urn(urn)
      let other = cells.urn(linked)
      let words = cells.text(type)
      let day = cells.dayOfRecord(established)
      guard let school, let other, let words else { return nil }
      if school == other {
        cells.refuse(linked, "is the school itself", hint: "Try: check both URNs")
      }
      return SchoolLink(urn: school, linked: other, type: words, establishedOn: day)
    }
  }
}
