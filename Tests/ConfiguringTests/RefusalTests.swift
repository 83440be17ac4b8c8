import Configuring
import Testing

@Suite struct `A config file is refused` {
  @Test(arguments: keys + types + ranges + rules + calendar)
  func `with its place, its line and what to try`(given: RefusedFile) {
    #expect(complaint(given.file, given.text) == given.says)
  }

  static let keys = [
    RefusedFile(
      "weights", "\nweights:\n  distnace: 5",
      """
      /own/weights.yaml, line 3: weights has no key "distnace"
        Try: distance
      """),
    RefusedFile(
      "weights", "wieghts:\n  distance: 5",
      """
      /own/weights.yaml, line 1: weights has no key "wieghts"
        Try: weights
      """),
    RefusedFile(
      "wieghts", "",
      """
      /own/wieghts.yaml: there is no config file "wieghts"
        Try: weights.yaml
      """),
    RefusedFile(
      "norms", "colour: blue",
      """
      /own/norms.yaml, line 1: norms has no key "colour"
        Try: one of days-a-year, travel-miles, road-factor-percent, readiness-months, readiness-for-secondment, vetting-years, supervising-percent, supervising-days-a-year, longest-cover-chain, covers-considered, most-percent-of-days, most-percent-of-average, release-by-size, release-unknown-size
      """),
    RefusedFile(
      "norms", "supervising-days: 5",
      """
      /own/norms.yaml, line 1: norms has no key "supervising-days"
        Try: supervising-days-a-year
      """),
    RefusedFile(
      "priorities", "penalties: {high: 5}\nprice-of-covers: 5",
      """
      /own/priorities.yaml, line 2: priorities has no key "price-of-covers"
        Try: price-of-cover
      """),
    RefusedFile(
      "weights", "weights: {stays: 5}",
      """
      /own/weights.yaml, line 1: weights has no key "stays"
        Try: one of specialism, related, readiness, phase, context, distance, behaviours, track-record, development, load, retention, continuity
      """),
    RefusedFile(
      "norms", "release-by-size:\n  - {pupil: 5}",
      """
      /own/norms.yaml, line 2: a release has no key "pupil"
        Try: pupils
      """),
    RefusedFile(
      "norms", "release-by-size:\n  - {pupils: 5, out-at-once: 1}",
      """
      /own/norms.yaml, line 2: a release lacks days-per-half-term
        Try: days-per-half-term: ...
      """),
    RefusedFile(
      "rules", "rules: {travl: {on: true}}",
      """
      /own/rules.yaml, line 1: rules has no key "travl"
        Try: travel
      """),
    RefusedFile(
      "rules", "rules: {travel: {off: true}}",
      """
      /own/rules.yaml, line 1: travel has no key "off"
        Try: on
      """),
  ]

  static let types = [
    RefusedFile(
      "weights", "weights: 5",
      """
      /own/weights.yaml, line 1: weights is a mapping of keys, not "5"
        Try: {specialism: ..., related: ..., readiness: ...}
      """),
    RefusedFile(
      "weights", "weights: {distance: far}",
      """
      /own/weights.yaml, line 1: distance is a whole number from 0 to 100000, not "far"
      """),
    RefusedFile(
      "weights", "weights: {distance: 2.5}",
      """
      /own/weights.yaml, line 1: distance is a whole number from 0 to 100000, not "2.5"
      """),
    RefusedFile(
      "weights", "weights: {distance: \"5\"}",
      """
      /own/weights.yaml, line 1: distance is a whole number from 0 to 100000, not the text "5"
      """),
    RefusedFile(
      "weights", "weights: {distance: }",
      """
      /own/weights.yaml, line 1: distance is a whole number from 0 to 100000, not nothing
      """),
    RefusedFile(
      "weights", "weights: {distance: [5]}",
      """
      /own/weights.yaml, line 1: distance is a whole number from 0 to 100000, not a list
      """),
    RefusedFile(
      "weights", "- weights",
      """
      /own/weights.yaml, line 1: weights.yaml is a mapping of keys, not a list
        Try: weights: ..., track-record-mean: ..., track-record-weight: ..., verified-fresh-years: ..., steps: ...
      """),
    RefusedFile(
      "rules", "rules: {travel: {on: yes}}",
      """
      /own/rules.yaml, line 1: on is true or false, not "yes"
      """),
    RefusedFile(
      "rules", "rules: {travel: false}",
      """
      /own/rules.yaml, line 1: travel is a mapping of keys, not "false"
        Try: {on: ..., reason: ...}
      """),
    RefusedFile(
      "norms", "days-a-year: 7.25",
      """
      /own/norms.yaml, line 1: days-a-year is days from 0 to 365, in halves, not "7.25"
        Try: 7 or 7.5
      """),
    RefusedFile(
      "norms", "readiness-for-secondment: Ready now",
      """
      /own/norms.yaml, line 1: readiness-for-secondment is a list, not "Ready now"
        Try: [first, second]
      """),
    RefusedFile(
      "weights", "steps: [{words: coach, kind: visit}]",
      """
      /own/weights.yaml, line 1: kind is deployment or secondment, not "visit"
      """),
    RefusedFile(
      "connection", "conninfo: [a, b]",
      """
      /own/connection.yaml, line 1: conninfo is a text, not a list
      """),
  ]

  static let ranges = [
    RefusedFile(
      "norms", "supervising-percent: 101",
      """
      /own/norms.yaml, line 1: supervising-percent is a whole number from 0 to 100, not "101"
      """),
    RefusedFile(
      "norms", "longest-cover-chain: 6",
      """
      /own/norms.yaml, line 1: longest-cover-chain is a whole number from 0 to 5, not "6"
      """),
    RefusedFile(
      "norms", "covers-considered: 0",
      """
      /own/norms.yaml, line 1: covers-considered is a whole number from 1 to 1000, not "0"
      """),
    RefusedFile(
      "norms", "most-percent-of-days: 0",
      """
      /own/norms.yaml, line 1: most-percent-of-days is a whole number from 1 to 100, not "0"
      """),
    RefusedFile(
      "norms", "most-percent-of-average: 99",
      """
      /own/norms.yaml, line 1: most-percent-of-average is a whole number from 100 to 100000, not "99"
      """),
    RefusedFile(
      "priorities", "price-of-cover: 100001",
      """
      /own/priorities.yaml, line 1: price-of-cover is a whole number from 0 to 100000, not "100001"
      """),
    RefusedFile(
      "priorities", "price-of-change: -1",
      """
      /own/priorities.yaml, line 1: price-of-change is a whole number from 0 to 100000, not "-1"
      """),
    RefusedFile(
      "norms", "supervising-days-a-year: 5.25",
      """
      /own/norms.yaml, line 1: supervising-days-a-year is days from 0 to 365, in halves, not "5.25"
        Try: 7 or 7.5
      """),
    RefusedFile(
      "weights", "weights:\n  distance: -5",
      """
      /own/weights.yaml, line 2: distance is a whole number from 0 to 100000, not "-5"
      """),
    RefusedFile(
      "weights", "weights: {distance: 100001}",
      """
      /own/weights.yaml, line 1: distance is a whole number from 0 to 100000, not "100001"
      """),
    RefusedFile(
      "weights", "weights: {distance: 99999999999999999999}",
      """
      /own/weights.yaml, line 1: distance is a whole number from 0 to 100000, not "99999999999999999999"
      """),
    RefusedFile(
      "weights", "track-record-mean: 6",
      """
      /own/weights.yaml, line 1: track-record-mean is a whole number from 1 to 5, not "6"
      """),
    RefusedFile(
      "priorities", "penalties: {high: -1}",
      """
      /own/priorities.yaml, line 1: high is a whole number from 0 to 1000000, not "-1"
      """),
    RefusedFile(
      "priorities", "penalties: {must-fill: 1000001}",
      """
      /own/priorities.yaml, line 1: must-fill is a whole number from 0 to 1000000, not "1000001"
      """),
    RefusedFile(
      "norms", "road-factor-percent: 90",
      """
      /own/norms.yaml, line 1: road-factor-percent is a whole number from 100 to 500, not "90"
      """),
    RefusedFile(
      "norms", "travel-miles: 5000",
      """
      /own/norms.yaml, line 1: travel-miles is a whole number from 0 to 1000, not "5000"
      """),
    RefusedFile(
      "norms", "release-by-size: []",
      """
      /own/norms.yaml, line 1: release-by-size is empty
      """),
    RefusedFile(
      "norms",
      """
      release-by-size:
        - {pupils: 400, days-per-half-term: 6, out-at-once: 1}
        - {pupils: 150, days-per-half-term: 3, out-at-once: 1}
      """,
      """
      /own/norms.yaml, line 3: release-by-size goes up by pupils: 150 stands after 400
      """),
  ]

  static let rules = [
    RefusedFile(
      "rules", "rules:\n  travel: {on: false}",
      """
      /own/rules.yaml, line 2: the rule travel is turned off without a reason
        Try: travel: {on: false, reason: "who agreed it, and when"}
      """),
    RefusedFile(
      "rules", "rules: {travel: {on: false, reason: \"  \"}}",
      """
      /own/rules.yaml, line 1: the rule travel is turned off without a reason
        Try: travel: {on: false, reason: "who agreed it, and when"}
      """),
  ]

  static let calendar = [
    RefusedFile(
      "calendar", "half-terms: [[2026-09-01]]",
      """
      /own/calendar.yaml, line 1: a half-term is its first and last day
        Try: [2026-09-01, 2026-10-23]
      """),
    RefusedFile(
      "calendar", "half-terms: [[2026-09-01, 23/10/2026]]",
      """
      /own/calendar.yaml, line 1: its last day is a date as 2027-01-18, not "23/10/2026"
      """),
    RefusedFile(
      "calendar", "half-terms: [[2026-10-23, 2026-09-01]]",
      """
      /own/calendar.yaml, line 1: a half-term ends before it starts: 2026-10-23 to 2026-09-01
      """),
    RefusedFile(
      "calendar", "half-terms:\n  - [2026-11-02, 2026-12-18]\n  - [2026-09-01, 2026-10-23]",
      """
      /own/calendar.yaml, line 3: half-terms go in order and do not overlap: 2026-09-01 to 2026-10-23 stands after 2026-11-02 to 2026-12-18
      """),
    RefusedFile(
      "calendar", "half-terms:\n  - [2026-09-01, 2026-10-23]\n  - [2026-10-23, 2026-12-18]",
      """
      /own/calendar.yaml, line 3: half-terms go in order and do not overlap: 2026-10-23 to 2026-12-18 overlaps 2026-09-01 to 2026-10-23
      """),
  ]
}
