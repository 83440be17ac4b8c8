import Domain

extension Layout where Draft == Setting {
  /// Nurseries, children's centres and services without a URN.
  public static var settings: Layout {
    var sheet = Columns()
    let reference = sheet.required("Reference", or: ["Setting", "Setting reference"])
    let name = sheet.required("Name")
    let kind = sheet.required("Kind", holds: .name(.settingKinds))
    let authority = sheet.optional("LA", or: ["LA (name)", "Local authority"])
    let phase = sheet.optional("Phase", holds: .name(.phases))
    let postcode = sheet.optional("Postcode")
    let easting = sheet.optional("Easting", holds: .number("0 to 700,000"))
    let northing = sheet.optional("Northing", holds: .number("0 to 1,300,000"))
    let same = Sameness<Setting>.reference(of: "setting") { $0.reference }
    return Layout("settings", sheet, same: same) { cells in
      let key = cells.reference(reference)
      if let key, key.utf8.allSatisfy(isDigit) {
        cells.refuse(
          reference, "\(quoted(key)) is all digits, as a school's URN is",
          hint: "Try: a reference with a letter, such as NUR1")
      }
      let kind = cells.word(kind, .settingKinds)
      let name = cells.text(name)
      var setting = Setting(reference: key ?? "", name: name ?? "", kind: kind ?? "")
      setting.authorityName = cells.text(authority)
      setting.phase = cells.word(phase, .phases)
      setting.postcode = cells.postcode(postcode)
      setting.location = cells.location(easting, northing, zeroIsUnknown: false)
      return key == nil || kind == nil || name == nil ? nil : setting
    }
  }
}
