import Domain

/// One person and one need, with the designation a placement would be made under and the distance.
///
/// A deployment is made under one designation: its days are spent, its travel limit, phases and
/// alliance hold. Where the need asks for a role it is a term of that role; where it asks for none
/// it is a term in force in the window. Of several: one in force first, then one with the need's
/// specialism, then one that covers the first day, then the latest begun. A deployment that asks for
/// no role may find no designation; the policy's default days and the person's own limit hold then.
/// Secondments are made under none.
struct Pair {
  private let flat: UnsafePointer<FlatFacts>
  /// Where the person's facts are; see `RowOrder`.
  let row: Int
  let needIndex: Int
  let person: PersonFacts
  let need: NeedFacts
  /// Index into every designation laid end to end; nil when none is used.
  let used: Int?
  /// Straight-line metres from home to the need's place; nil when either position is not known.
  let metres: Int?

  init(_ facts: Facts, person: Int, need: Int) {
    self.init(facts.flat, row: Int(facts.order.rowOfPerson[person]), need: need)
  }

  /// - Parameter flat: outlives the pair.
  init(_ flat: UnsafePointer<FlatFacts>, row: Int, need needIndex: Int) {
    self.flat = flat
    self.row = row
    self.needIndex = needIndex
    person = flat.pointee.people.facts[row]
    need = flat.pointee.needs.facts[needIndex]
    used = need.isDeployment ? flat.pointee.usedDesignation(row: row, need: need) : nil
    metres = flat.pointee.metres(from: person.home, to: need.place)
  }

  /// Lent, never copied: it is half a kilobyte.
  var facts: FlatFacts {
    @inline(__always) _read { yield flat.pointee }
  }
  var place: Int { Int(need.place) }
  var designation: DesignationFacts? { used.map { facts.people.designations.items[$0] } }
  /// The designation used, as an index into the person's own; -1 when none is.
  var usedIndex: Int32 {
    used.map { Int32($0 - facts.people.designations.range(row).lowerBound) } ?? -1
  }
  /// The longest straight line, in metres, inside the limit that holds for this pair.
  var reach: Int { Int(designation?.reach ?? person.reach) }
  /// Whether it covers a post of the person's own school.
  var stepsUp: Bool { need.isCover && person.home == need.place }
  /// Whether it opens a post that has to be covered: a secondment from a home that says so, by somebody whose
  /// own post is known.
  var opensPost: Bool { !need.isDeployment && person.leavesPostToCover && !stepsUp }
  /// Whether it is a first deployment, which somebody supervises.
  var isFirst: Bool {
    guard facts.supervisedFirstIsOn, let designation else { return false }
    return !designation.hasCompleted
  }
  var home: PlaceFacts? { person.home < 0 ? nil : facts.places.facts[Int(person.home)] }

  // For sentences only.
  var candidate: Candidate { facts.snapshot.people[Int(facts.order.personOfRow[row])] }
  var openNeed: Need { facts.snapshot.needs[needIndex].need }
  var homePlace: Place? { candidate.home.map { facts.snapshot.places[$0] } }
  var needPlace: Place { facts.snapshot.places[place] }
  var usedDesignation: Designation? {
    used.map {
      candidate.designations[$0 - facts.people.designations.range(row).lowerBound]
    }
  }
  /// The travel limit that holds, in miles.
  var limitMiles: Int32 {
    usedDesignation?.travelMiles ?? candidate.travelMiles ?? facts.policy.defaultTravelMiles
  }
}

extension FlatFacts {
  @inline(__always)
  fileprivate func usedDesignation(row: Int, need: NeedFacts) -> Int? {
    var best: (index: Int, rank: Int, since: Int32)?
    let terms = people.designations.range(row)
    for index in terms {
      let term = people.designations.items[index]
      let inForce = term.overlaps(need)
      guard need.role == NameTable.blank ? inForce : term.role == need.role else { continue }
      if terms.count == 1 { return index }
      let rank =
        (inForce ? 4 : 0) + (verification(designation: index, need) != nil ? 2 : 0)
        + (term.since <= need.from && need.from <= term.until ? 1 : 0)
      if best.map({ (rank, term.since) > ($0.rank, $0.since) }) ?? true {
        best = (index, rank, term.since)
      }
    }
    return best?.index
  }

  /// The latest day on which the need's specialism was verified in a designation and still holds
  /// on the window's last day; nil when there is none or the need asks for no specialism.
  @inline(__always)
  func verification(designation: Int, _ need: NeedFacts) -> Int32? {
    verification(of: need.specialism, designation: designation, until: need.to)
  }

  @inline(__always)
  func verification(of specialism: Int32, designation: Int, until last: Int32) -> Int32? {
    guard specialism >= 0 else { return nil }
    var latest: Int32?
    for index in people.held.range(designation) {
      let held = people.held.items[index]
      guard held.specialism == specialism, held.expiresOn >= last else { continue }
      latest = max(latest ?? held.verifiedOn, held.verifiedOn)
    }
    return latest
  }
}
