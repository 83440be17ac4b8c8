/// The files of `config/`, one a subject, and the keys each may hold.
enum ConfigFile: String, CaseIterable, Sendable {
  case calendar, connection, frameworks, ladder, norms, phases, priorities, programmes, roles, rules
  case specialisms, weights

  /// Keys that are policy: an override replaces their lists and scalars.
  var policyKeys: [String] {
    switch self {
    case .rules: ["rules"]
    case .weights:
      ["weights", "track-record-mean", "track-record-weight", "verified-fresh-years", "steps"]
    case .priorities: ["penalties", "price-of-cover", "price-of-change"]
    case .norms:
      [
        "days-a-year", "travel-miles", "road-factor-percent", "readiness-months",
        "readiness-for-secondment", "vetting-years", "supervising-percent",
        "supervising-days-a-year", "longest-cover-chain", "covers-considered",
        "most-percent-of-days", "most-percent-of-average", "release-by-size",
        "release-unknown-size",
      ]
    case .calendar: ["half-terms"]
    case .phases: ["adjacent"]
    case .specialisms: ["related"]
    case .connection, .frameworks, .ladder, .programmes, .roles: []
    }
  }

  /// Keys that are lists of names: an override adds to them.
  var listKeys: [String] { VocabularyList.allCases.filter { $0.file == self }.map(\.key) }

  var keys: [String] { self == .connection ? ["conninfo"] : listKeys + policyKeys }
}
