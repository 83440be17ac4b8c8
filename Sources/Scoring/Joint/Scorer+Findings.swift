import Domain

extension Scorer {
  /// Everything a joint plan can be made of. The answer does not depend on how many threads find it.
  public func findings(threads: Int = usableCores) -> JointFindings {
    findings(of: pairs(threads: threads), threads: threads)
  }

  /// The same of pairs that were found already.
  public func findings(of pairs: Pairs, threads: Int = usableCores) -> JointFindings {
    var findings = JointFindings()
    findings.pairStart = pairs.pairStart
    findings.pairPerson = pairs.pairPerson
    findings.pairPoints = pairs.pairPoints
    findings.pairDesignation = pairs.pairDesignation
    findings.pairFirst = [Int32](repeating: -1, count: pairs.pairPerson.count)
    findings.pairPost = findings.pairFirst
    SupervisorSearch(facts).find(&findings)
    CoverSearch(self, threads: threads).find(&findings)
    return findings
  }

  /// The judgement of one person for a post to be covered, by the rules and criteria of a secondment to it,
  /// before the price of a cover.
  public func judge(person: Int, covering post: OpenedPost) -> Judgement {
    covering([post]).judge(person: person, need: 0)
  }

  /// Looks for people for posts to be covered, in place of needs.
  func covering(_ posts: [OpenedPost]) -> Scorer {
    let needs = posts.map { OpenNeed(covering: $0, facts.snapshot) }
    let others = Facts(facts, asking: needs, areCovers: true)
    return Scorer(others, candidates.regrouped(for: others))
  }
}

extension OpenNeed {
  /// A post to be covered as a secondment that nobody was ever declined for: it has no reference.
  init(covering post: OpenedPost, _ snapshot: Snapshot) {
    let need = Need(
      reference: "", place: snapshot.places[post.place].key, kind: .secondment, role: post.role,
      fte: post.fte, window: post.window)
    self.init(need: need, place: post.place, open: 1)
  }
}
