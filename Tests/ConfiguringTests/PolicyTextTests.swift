import Configuring
import Domain
import Testing

@Suite struct `The policy kept with a plan` {
  @Test func `reads back as the same policy, and writes the same text again`() throws {
    let text = try configuration().policyText()
    let policy = try Configuration.policy(from: text)
    #expect(try policy == configuration().policy())
    let again = try configuration("rules", "").policyText()
    #expect(again == text)
  }

  @Test func `keeps reasons with quotes, backslashes and lines`() throws {
    let own = configuration(
      "rules", #"rules: {travel: {on: false, reason: "Siân's \"board\"\n\\ 2027 \u202E # & *x"}}"#)
    let policy = try own.policy()
    #expect(policy.rulesOff[.travel] == "Siân's \"board\"\n\\ 2027 \u{202E} # & *x")
    #expect(try Configuration.policy(from: own.policyText()) == policy)
  }

  @Test func `stands whatever today's lists say`() throws {
    let own = configuration(
      "specialisms", "groups: {Ours: [Latin]}\nrelated: [[Latin, English]]")
    let text = try own.policyText()
    #expect(try Configuration.policy(from: text).relatedSpecialisms["Latin"] == ["English"])
  }

  @Test func `says what a criterion and a rule were before they existed`() throws {
    let text = try configuration().policyText()
      .replacing("  continuity: 60\n", with: "").replacing("  vetting: {on: true}\n", with: "")
    let policy = try Configuration.policy(from: text)
    #expect(policy.weights[.continuity] == 0)
    #expect(policy.rulesOff[.vetting] == "not known when this policy was written")
  }

  @Test func `takes the defaults of norms that did not exist when it was written`() throws {
    let keys = [
      "supervising-percent: 20", "supervising-days-a-year: 5", "longest-cover-chain: 3",
      "covers-considered: 20", "price-of-cover: 900", "price-of-change: 100",
      "most-percent-of-days: 100", "most-percent-of-average: 1000",
    ]
    var text = try configuration().policyText()
    for key in keys {
      #expect(text.contains("\(key)\n"))
      text.replace("\(key)\n", with: "")
    }
    let policy = try Configuration.policy(from: text)
    #expect(policy.joint == JointNorms())
  }

  @Test func `keeps every norm of planning people together`() throws {
    let norms = """
      supervising-percent: 33
      supervising-days-a-year: 7.5
      longest-cover-chain: 0
      covers-considered: 4
      most-percent-of-days: 80
      most-percent-of-average: 250
      """
    let policy = try configuration("norms", norms).policy()
    #expect(policy.joint.supervisingPercent == 33)
    #expect(policy.joint.supervisingHalfDaysAYear == HalfDays(15))
    #expect(policy.joint.longestCoverChain == 0)
    #expect(policy.joint.coversConsidered == 4)
    #expect(policy.joint.mostPercentOfDays == 80)
    #expect(policy.joint.mostPercentOfAverage == 250)
    #expect(
      try Configuration.policy(from: configuration("norms", norms).policyText()) == policy)
    let prices = configuration("priorities", "price-of-cover: 0\nprice-of-change: 7")
    let priced = try Configuration.policy(from: prices.policyText()).joint
    #expect((priced.priceOfCover, priced.priceOfChange) == (0, 7))
  }

  @Test func `of another format is refused`() throws {
    let text = try configuration().policyText().replacing("format: 1", with: "format: 2")
    #expect(throws: ConfigurationError.self) { try Configuration.policy(from: text) }
  }

  @Test func `cut short is refused`() throws {
    let text = try configuration().policyText()
    let half = String(text.prefix(text.count / 2))
    #expect(throws: ConfigurationError.self) { try Configuration.policy(from: half) }
  }

  @Test func `is the same bytes as ever`() throws {
    #expect(try configuration().policyText() == canonical)
  }

  private let canonical = """
    # The policy a plan was made under, as talent writes it.
    format: 1
    rules:
      designation: {on: true}
      specialism: {on: true}
      readiness: {on: true}
      phase: {on: true}
      own-school: {on: true}
      own-cluster: {on: false, reason: "families help each other by default"}
      conflict: {on: true}
      hidden: {on: true}
      declined: {on: true}
      travel: {on: true}
      available: {on: true}
      days: {on: true}
      full-time: {on: true}
      release: {on: true}
      supervised-first: {on: true}
      cover: {on: true}
      vetting: {on: true}
    weights:
      specialism: 200
      related: 60
      readiness: 200
      phase: 100
      context: 80
      distance: 200
      behaviours: 120
      track-record: 120
      development: 100
      load: 100
      retention: 80
      continuity: 60
    track-record-mean: 3
    track-record-weight: 3
    verified-fresh-years: 4
    steps: [{words: "exchange", kind: secondment}, {words: "shadow", kind: secondment}, {words: "NPQH", kind: secondment}, {words: "whole-school", kind: deployment}, {words: "coach", kind: deployment}]
    penalties:
      must-fill: 3000
      high: 1500
      normal: 700
    price-of-cover: 900
    price-of-change: 100
    days-a-year: 15
    travel-miles: 15
    road-factor-percent: 130
    readiness-months: 24
    readiness-for-secondment: ["Ready now"]
    vetting-years: 3
    supervising-percent: 20
    supervising-days-a-year: 5
    longest-cover-chain: 3
    covers-considered: 20
    most-percent-of-days: 100
    most-percent-of-average: 1000
    release-by-size:
      - {pupils: 150, days-per-half-term: 3, out-at-once: 1}
      - {pupils: 400, days-per-half-term: 6, out-at-once: 1}
      - {pupils: 900, days-per-half-term: 10, out-at-once: 2}
      - {pupils: 9999, days-per-half-term: 15, out-at-once: 3}
    release-unknown-size: {days-per-half-term: 5, out-at-once: 1}
    half-terms:
      - [2025-09-01, 2025-10-24]
      - [2025-11-03, 2025-12-19]
      - [2026-01-05, 2026-02-13]
      - [2026-02-23, 2026-03-27]
      - [2026-04-13, 2026-05-22]
      - [2026-06-01, 2026-07-21]
      - [2026-09-01, 2026-10-23]
      - [2026-11-02, 2026-12-18]
      - [2027-01-04, 2027-02-12]
      - [2027-02-22, 2027-03-25]
      - [2027-04-12, 2027-05-28]
      - [2027-06-07, 2027-07-22]
      - [2027-09-01, 2027-10-22]
      - [2027-11-01, 2027-12-17]
      - [2028-01-04, 2028-02-11]
      - [2028-02-21, 2028-03-31]
      - [2028-04-18, 2028-05-26]
      - [2028-06-05, 2028-07-21]
    adjacent: [["16 plus", "All-through"], ["16 plus", "Secondary"], ["All-through", "Middle deemed primary"], ["All-through", "Middle deemed secondary"], ["All-through", "Primary"], ["All-through", "Secondary"], ["Middle deemed primary", "Middle deemed secondary"], ["Middle deemed primary", "Primary"], ["Middle deemed secondary", "Secondary"], ["Nursery", "Primary"]]
    related: [["Art", "Design and technology"], ["Assessment", "Leadership of curriculum"], ["Assessment", "Maths"], ["Attendance", "Attendance and family"], ["Attendance", "Behaviour and discipline"], ["Closing the gap", "Special educational needs"], ["Closing the gap", "Support for the most able"], ["Design and technology", "ICT"], ["Drama", "English"], ["Early intervention", "Parenting"], ["Early years", "Phonics"], ["English", "Phonics"], ["Geography", "History"], ["ITT and NQT development", "Leadership of CPD"], ["Maths", "Science"]]

    """
}
