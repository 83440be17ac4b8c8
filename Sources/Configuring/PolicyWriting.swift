import Domain

/// A policy as the text kept with every plan: YAML in one order, one spelling, nothing left to default.
extension Policy {
  var canonicalText: String {
    """
    # The policy a plan was made under, as talent writes it.
    format: 1
    rules:
    \(lines(BarRule.allCases.map { "  \($0.rawValue): \(rule($0))" }))
    weights:
    \(lines(Criterion.weighted.map { "  \($0.rawValue): \(weights[$0] ?? 0)" }))
    track-record-mean: \(trackRecordMean)
    track-record-weight: \(trackRecordWeight)
    verified-fresh-years: \(verifiedFreshYears)
    steps: [\(steps.map { "{words: \(yaml($0.words)), kind: \($0.kind.rawValue)}" }.joined(separator: ", "))]
    penalties:
    \(lines(Need.Priority.allCases.map { "  \($0.configKey): \(penalties[$0] ?? 0)" }))
    price-of-cover: \(joint.priceOfCover)
    price-of-change: \(joint.priceOfChange)
    days-a-year: \(days(defaultHalfDaysAYear))
    travel-miles: \(defaultTravelMiles)
    road-factor-percent: \(roadFactorPercent)
    readiness-months: \(readinessMonths)
    readiness-for-secondment: [\(readinessForSecondment.map(yaml).joined(separator: ", "))]
    vetting-years: \(vettingYears)
    supervising-percent: \(joint.supervisingPercent)
    supervising-days-a-year: \(days(joint.supervisingHalfDaysAYear))
    longest-cover-chain: \(joint.longestCoverChain)
    covers-considered: \(joint.coversConsidered)
    most-percent-of-days: \(joint.mostPercentOfDays)
    most-percent-of-average: \(joint.mostPercentOfAverage)
    release-by-size:
    \(lines(releaseBySize.map { "  - {pupils: \($0.pupils), \(release($0))}" }))
    release-unknown-size: {\(release(releaseOfUnknownSize))}
    half-terms:
    \(lines(halfTerms.map { "  - [\($0.from.iso), \($0.to.iso)]" }))
    adjacent: [\(pairs(adjacentPhases))]
    related: [\(pairs(relatedSpecialisms))]

    """
  }

  private func lines(_ lines: [String]) -> String { lines.joined(separator: "\n") }

  private func rule(_ rule: BarRule) -> String {
    rulesOff[rule].map { "{on: false, reason: \(yaml($0))}" } ?? "{on: true}"
  }

  private func days(_ halfDays: HalfDays) -> String {
    "\(halfDays.count / 2)" + (halfDays.count % 2 == 0 ? "" : ".5")
  }

  private func release(_ release: SizedRelease) -> String {
    "days-per-half-term: \(days(release.halfDaysPerHalfTerm)), out-at-once: \(release.outAtOnce)"
  }

  /// Each pair once, its lesser name first, ascending.
  private func pairs(_ neighbours: [String: Set<String>]) -> String {
    neighbours.keys.sorted().flatMap { name in
      (neighbours[name] ?? []).filter { name < $0 }.sorted().map { "[\(yaml(name)), \(yaml($0))]" }
    }.joined(separator: ", ")
  }

  /// A double-quoted YAML scalar.
  private func yaml(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _
      where scalar.value < 32 || (127...159).contains(scalar.value)
        || [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
