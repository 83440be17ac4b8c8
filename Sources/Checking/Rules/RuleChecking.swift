import Domain

/// Every rule that a plan breaks, each said from dates and days alone; none when the plan keeps them all.
///
/// The rules are those of `domain.md`, in the plainest code they can be written in: it knows nothing of the
/// problem that is solved, of scoring or of any search, and asks each question day by day where it can. A rule
/// that the policy turns off is not asked about. Broken rules stand proposal by proposal, then by person,
/// then by home, then by need.
///
/// - Complexity: for each person and home linear in what they are given, times the days it lasts.
public func brokenRules(
  of plan: Plan, made snapshot: Snapshot, under policy: Policy
) -> [BrokenRule] {
  let rules = PlainRules(snapshot: snapshot, policy: policy)
  var broken: [BrokenRule] = []
  var doings: [Doing] = []
  for proposal in plan.proposals {
    guard let need = rules.needs[proposal.need] else {
      broken.append(.init(.need(proposal.need), "The plan was not made for such a need"))
      continue
    }
    guard let person = rules.people[proposal.person] else {
      broken.append(
        .init(
          .proposal(need: proposal.need, person: proposal.person),
          "The plan was not made from such a person"))
      continue
    }
    let given = rules.given(proposal, need: need, person: person)
    broken += given.broken.map {
      .init(.proposal(need: proposal.need, person: proposal.person), $0)
    }
    doings += given.doings
  }
  broken += rules.brokenCompany(doings)
  broken += rules.brokenTogether(doings)
  broken += rules.brokenLoad(doings)
  broken += rules.brokenNeeds(plan)
  return broken
}

/// A snapshot and the policy it is planned under, for questions in plain words.
struct PlainRules {
  let snapshot: Snapshot
  let policy: Policy
  /// Positions in the snapshot, for looking up only.
  let needs: [String: Int]
  let people: [PersonNumber: Int]

  init(snapshot: Snapshot, policy: Policy) {
    self.snapshot = snapshot
    self.policy = policy
    needs = Dictionary(
      snapshot.needs.enumerated().map { ($1.need.reference, $0) }, uniquingKeysWith: { a, _ in a })
    people = Dictionary(
      snapshot.people.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { a, _ in a })
  }

  func isOn(_ rule: BarRule) -> Bool { policy.rulesOff[rule] == nil }

  func home(of person: Int) -> Place? { snapshot.people[person].home.map { snapshot.places[$0] } }

  /// What a home lets go: as recorded, else as its number of pupils has it.
  func release(of place: Place) -> Release {
    if let release = place.release { return release }
    var sized = policy.releaseOfUnknownSize
    if let pupils = place.pupils {
      sized =
        policy.releaseBySize.first { pupils <= $0.pupils } ?? policy.releaseBySize.last ?? sized
    }
    return Release(
      halfDaysPerHalfTerm: sized.halfDaysPerHalfTerm, outAtOnce: sized.outAtOnce,
      coverNeeded: false)
  }
}

/// One thing that a plan has a person do.
struct Doing {
  enum What { case placement, supervising, cover }

  var what: What
  /// Positions in the snapshot.
  var person: Int
  var need: Int
  /// A cover is a secondment like the one it covers for.
  var kind: Need.Kind
  var window: DaySpan
  /// What it spends; 0 for a secondment.
  var halfDays = 0
  /// Its share of full time in hundredths; 0 for a deployment and for supervising.
  var hundredths = 0
  /// The designation whose days it spends; nil when none is used.
  var designation: Designation?
  /// Whether the home has one person fewer for it.
  var isOut = true
}

extension PlainRules {
  /// What one proposal has people do, and the rules it breaks by itself.
  func given(
    _ proposal: Proposal, need: Int, person: Int
  ) -> (doings: [Doing], broken: [String]) {
    let asked = Asked(snapshot, need: need)
    let used = designationUsed(by: snapshot.people[person], for: asked)
    let placement = Doing(
      what: .placement, person: person, need: need, kind: asked.kind, window: asked.window,
      halfDays: asked.halfDays, hundredths: asked.hundredths, designation: used)
    var (doings, broken) = ([placement], barring(person, from: asked))
    let supervised = supervising(proposal, asked, need: need, newcomer: person, used)
    let covered = covering(proposal, asked, need: need, leaving: person)
    doings += supervised.doings + covered.doings
    broken += supervised.broken + covered.broken
    return (doings, broken)
  }

  /// Rules that bind what people and homes do all together.
  func brokenTogether(_ doings: [Doing]) -> [BrokenRule] {
    brokenDays(doings) + brokenTime(doings) + brokenRelease(doings)
  }
}
