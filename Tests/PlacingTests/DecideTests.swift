import Domain
@testable import Placing
import Testing

@Suite("What a named person may decide")
struct DecideTests {
  private let free = Judgement.eligible([])
  private let barred = Judgement.barred([
    Bar(.travel, because: "too far"), Bar(.release, because: "nobody can go"),
  ])

  private func made(
    _ verdict: Verdict, by name: String = "Ann", reason: String? = nil,
    overriding: Set<BarRule> = [], _ judgement: Judgement
  ) -> Result<DecisionMade, DecisionRefusal> {
    Result { () throws(DecisionRefusal) in
      try decide(verdict, by: name, reason: reason, overriding: overriding, judgement: judgement)
    }
  }

  @Test("accepting needs a name, nothing else")
  func accepting() {
    #expect(made(.accepted, free) == .success(DecisionMade(overridden: [])))
    #expect(made(.accepted, by: "  ", free) == .failure(.nobodyNamed))
  }

  @Test("declining and choosing otherwise need a reason")
  func reasons() {
    for verdict in [Verdict.declined, .instead] {
      #expect(made(verdict, free) == .failure(.noReason))
      #expect(made(verdict, reason: " ", free) == .failure(.noReason))
      #expect(made(verdict, reason: "x", free) == .success(DecisionMade(overridden: [])))
    }
  }

  @Test("a bar stands until every one of them is overridden by name and with a reason")
  func overriding() {
    let both: Set<BarRule> = [.travel, .release]
    let release = Bar(.release, because: "nobody can go")
    #expect(
      made(.instead, reason: "x", overriding: [.travel], barred) == .failure(.barred([release])))
    #expect(
      made(.instead, reason: "x", overriding: both, barred)
        == .success(DecisionMade(overridden: [.travel, .release])))
    #expect(made(.accepted, overriding: both, barred) == .failure(.noReason))
  }

  @Test("a proposal that today's data bar is no longer possible")
  func stale() {
    guard case .failure(.noLongerPossible(let bars)) = made(.accepted, barred) else {
      Issue.record("it was accepted")
      return
    }
    #expect(bars.map(\.rule) == [.travel, .release])
    #expect(made(.declined, reason: "x", barred) == .success(DecisionMade(overridden: [])))
  }
}
