import Domain

/// Finds who can cover posts, many at a time.
///
/// Posts of one *seat*, a school's rung in one school year, differ in their days and their share of full time alone. No
/// criterion looks at these, and few rules do: who is barred by none of the others is put in order once for
/// a seat, and the few rules are asked for each post from the best down until enough have passed.
struct SeatSearch {
  private let scorer: Scorer
  private let asked: Set<HeldPost>
  private let endsHere: Bool
  private let considered: Int
  private let timeless: [BarRule]
  private let timely: [BarRule]

  /// Rules that look at a secondment's days or its share of full time.
  private static let lookingAtTime: Set<BarRule> = [.available, .fullTime, .release]

  /// - Parameters:
  ///   - asked: posts that secondments fill.
  ///   - endsHere: nobody who opens a post in turn is of use, unless they change places.
  init(_ scorer: Scorer, asked: Set<HeldPost>, endsHere: Bool) {
    self.scorer = scorer
    self.asked = asked
    self.endsHere = endsHere
    considered = scorer.facts.policy.joint.coversConsidered
    timely = scorer.facts.rulesOn.filter { Self.lookingAtTime.contains($0) }
    timeless = scorer.facts.rulesOn.filter { !Self.lookingAtTime.contains($0) }
  }

  /// Somebody who can cover a post.
  struct Found: Sendable {
    var person: Int32
    var points: Int32
    var opensPost: Bool
    var stepsUp: Bool
  }

  /// Somebody whom no rule but those of time keeps from a seat.
  private struct Sitter {
    var row: Int
    var found: Found
  }

  private static let seatsAtATime = 16

  /// - Returns: of each post the most points first.
  func covers(of posts: [OpenedPost], threads: Int) -> [[Found]] {
    let looking = scorer.covering(posts)
    let seats = Self.seats(looking.facts)
    let size = Self.seatsAtATime
    let found = inParallel((seats.count + size - 1) / size, threads: threads) { run in
      (run * size..<min(seats.count, (run + 1) * size)).map { self.covers(of: seats[$0], looking) }
    }
    var covers = [[Found]](repeating: [], count: posts.count)
    for (seat, lists) in zip(seats, found.joined()) {
      for (post, list) in zip(seat, lists) { covers[post] = list }
    }
    return covers
  }

  /// Posts by their seats, as they are met; seats as they lie on the map.
  private static func seats(_ facts: Facts) -> [[Int]] {
    struct Seat: Hashable {
      var place, role, schoolYear: Int32
    }
    var numbers: [Seat: Int] = [:]
    var seats: [[Int]] = []
    for post in facts.needs.facts.indices {
      let fact = facts.needs.facts[post]
      let seat = Seat(place: fact.place, role: fact.role, schoolYear: fact.schoolYear)
      if let number = numbers[seat] {
        seats[number].append(post)
      } else {
        numbers[seat] = seats.count
        seats.append([post])
      }
    }
    let cells = seats.indices.map { (cell: facts.cell(ofNeed: seats[$0][0]).key, seat: $0) }
    return cells.sorted { $0 < $1 }.map { seats[$0.seat] }
  }

  private func covers(of seat: [Int], _ looking: Scorer) -> [[Found]] {
    let sitters = sitters(of: seat[0], looking)
    return seat.map { best(of: $0, sitters, looking.facts.flat) }
  }

  /// Most points first; of equals the first in the snapshot.
  private func sitters(of post: Int, _ looking: Scorer) -> [Sitter] {
    let flat = looking.facts.flat
    let place = flat.pointee.needs.facts[post].place
    var sitters: [Sitter] = []
    timeless.withUnsafeBufferPointer { rules in
      looking.facts.criteriaOn.withUnsafeBufferPointer { criteria in
        looking.candidates.forEachCandidate(of: post, flat) { row in
          let person = flat.pointee.people.facts[row]
          let stepsUp = person.home == place
          let opensPost = person.leavesPostToCover && !stepsUp
          if endsHere && opensPost && !asked.contains(HeldPost(person)) { return }
          guard let points = Pair(flat, row: row, need: post).points(rules, criteria) else {
            return
          }
          let found = Found(
            person: flat.pointee.order.personOfRow[row], points: Int32(clamping: points),
            opensPost: opensPost, stepsUp: stepsUp)
          sitters.append(Sitter(row: row, found: found))
        }
      }
    }
    return sitters.sorted {
      ($0.found.points, $1.found.person) > ($1.found.points, $0.found.person)
    }
  }

  /// The most points of all, and the most of those who open no post.
  private func best(
    of post: Int, _ sitters: [Sitter], _ flat: UnsafePointer<FlatFacts>
  ) -> [Found] {
    var best: [Found] = []
    var (all, closing) = (0, 0)
    for sitter in sitters where all < considered || closing < considered {
      if all >= considered && sitter.found.opensPost { continue }
      let pair = Pair(flat, row: sitter.row, need: post)
      if timely.contains(where: { $0.bars(pair) }) { continue }
      all += 1
      if !sitter.found.opensPost { closing += 1 }
      best.append(sitter.found)
    }
    return best
  }
}
