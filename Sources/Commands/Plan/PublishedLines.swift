import Domain
import Reporting

/// What became of the published lines that stood when a plan was made, and what changing them cost it.
struct PublishedLines {
  private let kept: Int
  private let changed: Int
  private let price: Int

  /// Nil when none stood.
  init?(in data: PlanData) {
    let standing = data.snapshot.standing.filter { !$0.isPinned }
    guard !standing.isEmpty else { return nil }
    kept = standing.count { data.line($0.need, $0.person) != nil }
    changed = standing.count - kept
    price = data.policy.joint.priceOfChange
  }

  var spoken: String {
    let all = Phrase.count(kept + changed, "published line")
    if changed == 0 { return "All of \(all) are kept." }
    return "Of \(all) \(Phrase.number(kept)) are kept and \(Phrase.number(changed)) changed, at "
      + "\(Phrase.count(price, "point")) each: \(Phrase.number(changed * price)) in all."
  }

  var json: JSON {
    [
      "lines": .int(kept + changed), "kept": .int(kept), "changed": .int(changed),
      "price_of_change": .int(price), "cost": .int(changed * price),
    ]
  }
}
