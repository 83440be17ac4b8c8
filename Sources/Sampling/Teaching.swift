import Domain

/// What a school teaches, as far as popularity of roles and specialisms goes.
enum Teaching: Int, Sendable, CaseIterable {
  case younger, older, both

  init(phase: String?) {
    switch phase {
    case "Nursery", "Primary", "Middle deemed primary": self = .younger
    case "Secondary", "Middle deemed secondary", "16 plus": self = .older
    default: self = .both
    }
  }

  /// Of a weight among the younger and one among the older, the one that counts here.
  func weight(_ younger: Int, _ older: Int) -> Int {
    switch self {
    case .younger: younger
    case .older: older
    case .both: (younger + older + 1) / 2
    }
  }
}
