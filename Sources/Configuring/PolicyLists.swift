import Domain

/// The parts of a policy that are lists: releases by size, half-terms, pairs of names.
extension PolicyReader {
  func releaseBySize() throws(ConfigurationError) -> [Policy.SizedRelease] {
    let key = "release-by-size"
    let owner = try fields.required(key)
    var result: [Policy.SizedRelease] = []
    for entry in try owner.list(key, upTo: 100) {
      let release = try sizedRelease(entry, sized: true)
      if let last = result.last, last.pupils >= release.pupils {
        throw entry.error(
          "\(key) goes up by pupils: \(release.pupils) stands after \(last.pupils)")
      }
      result.append(release)
    }
    guard !result.isEmpty else { throw owner.error("\(key) is empty") }
    return result
  }

  func releaseOfUnknownSize() throws(ConfigurationError) -> Policy.SizedRelease {
    try sizedRelease(fields.required("release-unknown-size"), sized: false)
  }

  /// Of unknown size, pupils are 0.
  private func sizedRelease(
    _ entry: Entry, sized: Bool
  ) throws(ConfigurationError) -> Policy.SizedRelease {
    let keys = (sized ? ["pupils"] : []) + ["days-per-half-term", "out-at-once"]
    let release = try entry.fields(in: "a release", allowed: keys)
    return Policy.SizedRelease(
      pupils: sized ? Int32(try release.required("pupils").whole("pupils", in: 1...99_999)) : 0,
      halfDaysPerHalfTerm: try release.required("days-per-half-term")
        .halfDays("days-per-half-term", upToDays: 1_000),
      outAtOnce: Int32(try release.required("out-at-once").whole("out-at-once", in: 0...1_000)))
  }

  func halfTerms() throws(ConfigurationError) -> [DaySpan] {
    let owner = try fields.required("half-terms")
    var result: [DaySpan] = []
    for entry in try owner.list("half-terms", upTo: 600) {
      let days = try entry.list("a half-term", upTo: 2)
      guard days.count == 2 else {
        throw entry.error("a half-term is its first and last day", hint: "[2026-09-01, 2026-10-23]")
      }
      let (from, to) = (try days[0].day("its first day"), try days[1].day("its last day"))
      guard let span = DaySpan(from: from, to: to) else {
        throw entry.error("a half-term ends before it starts: \(from.iso) to \(to.iso)")
      }
      if let last = result.last, last.to >= span.from {
        let how = last.overlaps(span) ? "overlaps" : "stands after"
        throw entry.error(
          "half-terms go in order and do not overlap: \(from.iso) to \(to.iso) \(how) "
            + "\(last.from.iso) to \(last.to.iso)")
      }
      result.append(span)
    }
    guard !result.isEmpty else { throw owner.error("half-terms are empty") }
    return result
  }

  /// Neighbours of each name, both ways.
  func pairs(
    _ key: String, of list: Vocabulary.List?
  ) throws(ConfigurationError) -> [String: Set<String>] {
    var neighbours: [String: Set<String>] = [:]
    for entry in try fields.required(key).list(key, upTo: 5_000) {
      let two = try entry.list("a pair of \(key)", upTo: 2)
      guard two.count == 2 else {
        throw entry.error("each of \(key) is a pair of names", hint: "- [first, second]")
      }
      let (a, b) = (try name(two[0], in: list), try name(two[1], in: list))
      guard a != b else { throw entry.error("\(quoted(a)) is paired with itself in \(key)") }
      neighbours[a, default: []].insert(b)
      neighbours[b, default: []].insert(a)
    }
    return neighbours
  }

  func readinessForSecondment() throws(ConfigurationError) -> [String] {
    let key = "readiness-for-secondment"
    let owner = try fields.required(key)
    var result: [String] = []
    for entry in try owner.list(key, upTo: 100) {
      let name = try name(entry, in: names?.readiness)
      guard !result.contains(name) else {
        throw entry.error("\(quoted(name)) stands twice in \(key)")
      }
      result.append(name)
    }
    guard !result.isEmpty else { throw owner.error("\(key) is empty") }
    return result
  }

  /// The list's own name for what is written; as written when there is no list to hold it against.
  private func name(_ entry: Entry, in list: Vocabulary.List?) throws(ConfigurationError) -> String
  {
    let written = try entry.text("a name")
    guard let list else { return written }
    guard let name = list.name(for: written) else {
      throw entry.error(
        "\(quoted(written)) is not a known \(list.noun)",
        hint: list.nearest(to: written) ?? "one of \(list.names.joined(separator: ", "))")
    }
    return name
  }
}
