import Domain

extension Need {
  /// `Priory Primary School: 5 days of SLE support in Phonics, 18 Jan 2027 to 17 Jul 2027, must fill`.
  func spoken(at placeName: String) -> String {
    var text = "\(placeName): "
    switch kind {
    case .deployment:
      text += "\(halfDays?.spoken ?? "days") of \(role.map { "\($0) " } ?? "")support"
      if let specialism { text += " in \(specialism)" }
    case .secondment:
      text += "\(role ?? "a post") by secondment, \(fte?.spoken ?? "")"
    }
    text += ", \(window.spoken)"
    return priority == .normal ? text : text + ", \(priority.rawValue)"
  }
}
