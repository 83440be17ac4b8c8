import Domain

/// Fields of several files, together, to a policy.
struct PolicyReader {
  /// Today's names, which pairs and readiness are held against.
  struct Names {
    var specialisms: Vocabulary.List
    var phases: Vocabulary.List
    var readiness: Vocabulary.List
  }

  let fields: Fields
  /// Nil for a policy kept with a plan: its names stand as written.
  let names: Names?

  init(_ fields: Fields, names: Names?) {
    self.fields = fields
    self.names = names
  }

  func policy() throws(ConfigurationError) -> Policy {
    var policy = Policy(
      rulesOff: try rulesOff(), weights: try weights(), penalties: try penalties(),
      trackRecordMean: try whole("track-record-mean", in: 1...5),
      trackRecordWeight: try whole("track-record-weight", in: 0...100),
      verifiedFreshYears: try whole("verified-fresh-years", in: 1...50),
      steps: try steps(),
      defaultHalfDaysAYear: try fields.required("days-a-year")
        .halfDays("days-a-year", upToDays: 365),
      defaultTravelMiles: Int32(try whole("travel-miles", in: 0...1_000)),
      roadFactorPercent: try whole("road-factor-percent", in: 100...500),
      readinessMonths: try whole("readiness-months", in: 1...600),
      readinessForSecondment: try readinessForSecondment(),
      vettingYears: try whole("vetting-years", in: 1...50),
      releaseBySize: try releaseBySize(), releaseOfUnknownSize: try releaseOfUnknownSize(),
      halfTerms: try halfTerms(),
      adjacentPhases: try pairs("adjacent", of: names?.phases),
      relatedSpecialisms: try pairs("related", of: names?.specialisms))
    policy.joint = try jointNorms()
    return policy
  }

  private func whole(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
    try fields.required(key).whole(key, in: range)
  }

  private func rulesOff() throws(ConfigurationError) -> [BarRule: String] {
    let known = BarRule.allCases.map(\.rawValue)
    let rules = try fields.required("rules").fields(in: "rules", allowed: known)
    var off: [BarRule: String] = [:]
    for rule in BarRule.allCases {
      guard let entry = try present(rule.rawValue, in: rules) else {
        off[rule] = "not known when this policy was written"
        continue
      }
      off[rule] = try reasonOff(rule.rawValue, entry)
    }
    return off
  }

  /// Why a rule is off; nil when it is on.
  private func reasonOff(_ rule: String, _ entry: Entry) throws(ConfigurationError) -> String? {
    let settings = try entry.fields(in: rule, allowed: ["on", "reason"])
    let on = try settings.required("on")
    guard try !on.flag("on") else { return nil }
    let reason = try settings.optional("reason")?.text("reason") ?? ""
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw on.error(
        "the rule \(rule) is turned off without a reason",
        hint: "\(rule): {on: false, reason: \"who agreed it, and when\"}")
    }
    return reason
  }

  private func weights() throws(ConfigurationError) -> [Criterion: Int] {
    let known = Criterion.weighted.map(\.rawValue)
    let weights = try fields.required("weights").fields(in: "weights", allowed: known)
    var result: [Criterion: Int] = [:]
    for criterion in Criterion.weighted {
      let key = criterion.rawValue
      result[criterion] =
        try present(key, in: weights)?.whole(key, in: 0...Policy.Limit.weight) ?? 0
    }
    return result
  }

  private func penalties() throws(ConfigurationError) -> [Need.Priority: Int] {
    let keys = Need.Priority.allCases.map(\.configKey)
    let penalties = try fields.required("penalties").fields(in: "penalties", allowed: keys)
    var result: [Need.Priority: Int] = [:]
    for priority in Need.Priority.allCases {
      result[priority] = try penalties.required(priority.configKey)
        .whole(priority.configKey, in: 0...Policy.Limit.penalty)
    }
    return result
  }

  private func steps() throws(ConfigurationError) -> [Policy.StepRule] {
    var result: [Policy.StepRule] = []
    for entry in try fields.required("steps").list("steps", upTo: 200) {
      let step = try entry.fields(in: "a step", allowed: ["words", "kind"])
      let words = try step.required("words")
      guard case let text = try words.text("words"), !text.isEmpty else {
        throw words.error("words of a step are empty")
      }
      let kind = try step.required("kind")
      let kinds = Need.Kind.allCases.map(\.rawValue)
      guard let known = Need.Kind(rawValue: try kind.text("kind")) else {
        throw kind.error("kind is \(kinds.joined(separator: " or ")), not \(kind.described)")
      }
      result.append(Policy.StepRule(words: text, kind: known))
    }
    return result
  }

  /// A rule, criterion or norm of the policy: required of today's files, absent from an older text.
  func present(_ key: String, in fields: Fields) throws(ConfigurationError) -> Entry? {
    names == nil ? fields.optional(key) : try fields.required(key)
  }
}

extension Need.Priority {
  /// Its key in `config/priorities.yaml`.
  var configKey: String { self == .mustFill ? "must-fill" : rawValue }
}
