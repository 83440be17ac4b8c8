import Domain

/// Makes joint problems under all rules: days of people and of schools by half-term, people out at once,
/// supervised first deployments, secondments with chains of cover, exchanges, must-fill.
struct JointGenerator {
  private static let fullTime: Int32 = 6_400
  private static let longestChain = 3

  private let country: JointCountry
  private let request: JointRequest
  private var builder: JointBuilder
  private let indexes: [NearestIndex]
  private let everybody: NearestIndex
  private let supervisors: NearestIndex
  // Limits by person or by home.
  private var daysLimit: [Int32] = []
  private var supervisingLimit: [Int32] = []
  private var timeLimit: [Int32] = []
  private var budgetLimit: [Int32] = []
  private var outLimit: [Int32] = []
  /// The row of each post that the level before opened, by whose it is.
  private var posts: [Int32: Int32] = [:]

  init(_ request: JointRequest) {
    self.request = request
    country = JointCountry(request)
    let country = country
    builder = JointBuilder(homeOfPerson: country.home, homeCount: country.homePlace.count)
    let people = (0..<Int32(request.people))
    let places = people.map(country.place)
    indexes = (0..<JointCountry.specialisms).map { specialism in
      NearestIndex(
        places, of: people.filter { country.held[Int($0)] >> UInt8(specialism) & 1 == 1 })
    }
    everybody = NearestIndex(places, of: Array(people))
    supervisors = NearestIndex(places, of: people.filter { country.canSupervise[Int($0)] })
    addLimits()
  }

  private mutating func addLimits() {
    var random = SeededRandom(request.seed, .chains)
    var size = [Int32](repeating: 0, count: country.homePlace.count)
    for home in country.home { size[Int(home)] += 1 }
    for (home, people) in size.enumerated() {
      for _ in 0..<JointCountry.halfTerms {
        budgetLimit.append(
          builder.addLimit(
            home: Int32(home), capacity: random.within(12...30) * max(1, (people + 1) / 2)))
        outLimit.append(
          builder.addLimit(home: Int32(home), capacity: (people + 1) / 2, countsPeople: true))
      }
    }
    for person in country.home.indices {
      let home = country.home[person]
      daysLimit.append(builder.addLimit(home: home, capacity: country.halfDays[person]))
      supervisingLimit.append(builder.addLimit(home: home, capacity: 10))
      for _ in 0..<JointCountry.halfTerms {
        timeLimit.append(builder.addLimit(home: home, capacity: Self.fullTime))
      }
    }
  }

  mutating func problem() -> JointProblem {
    var random = SeededRandom(request.seed, .needs)
    for number in 0..<request.needs {
      let need = JointNeed(number, country.towns, &random)
      let row = builder.addRow(capacity: need.units)
      builder.constant -= Int(need.units) * need.penalty
      if need.mustFill { builder.mustFillUnits += Int(need.units) }
      if need.isSecondment { addSecondment(need, row) } else { addDeployment(need, row) }
    }
    return builder.problem()
  }

  /// The best of the nearest who hold the specialism.
  private func best(_ count: Int, _ need: JointNeed) -> [(points: Int, person: Int32)] {
    indexes[need.specialism].nearest(2 * count, to: need.place).map { found in
      let points = country.points(
        found.name, need.wanted, squaredDistance: found.distance, key: UInt64(need.number))
      return (points, found.name)
    }.sorted { ($0.points, $1.person) > ($1.points, $0.person) }.prefix(count).map { $0 }
  }

  private mutating func addDeployment(_ need: JointNeed, _ row: Int32) {
    let found = best(request.edges, need)
    let supervised =
      found.contains { country.isNew[Int($0.person)] } ? builder.addRow(capacity: 0) : -1
    for (points, person) in found {
      var links = [JointProblem.Link(row: row, coefficient: 1)]
      if country.isNew[Int(person)] { links.append(.init(row: supervised, coefficient: 1)) }
      builder.add(
        person: person, value: points + need.penalty, mustFill: need.mustFill,
        uses: uses(of: person, need)
          + [.init(limit: daysLimit[Int(person)], amount: need.halfDays)], links: links)
    }
    guard supervised >= 0 else { return }
    for found in supervisors.nearest(6, to: need.place) {
      let half = max(1, (need.halfDays + 4) / 5)
      builder.add(
        person: found.name, value: 0,
        uses: shared(of: found.name, need, halfDays: half) + [
          .init(limit: daysLimit[Int(found.name)], amount: half),
          .init(limit: supervisingLimit[Int(found.name)], amount: half),
        ], links: [.init(row: supervised, coefficient: -1)])
    }
  }

  /// What a deployment takes of the half-terms that its window touches.
  private func uses(of person: Int32, _ need: JointNeed) -> [JointProblem.Use] {
    let home = Int(country.home[Int(person)]) * JointCountry.halfTerms
    return shared(of: person, need, halfDays: need.halfDays)
      + need.window.map { .init(limit: outLimit[home + $0], amount: 1) }
  }

  /// Half-days spread evenly, and time that a full secondment would take.
  private func shared(
    of person: Int32, _ need: JointNeed, halfDays: Int32
  ) -> [JointProblem.Use] {
    let home = Int(country.home[Int(person)]) * JointCountry.halfTerms
    let count = Int32(need.window.count)
    var made: [JointProblem.Use] = []
    for (position, halfTerm) in need.window.enumerated() {
      let position = Int32(position)
      let share = halfDays * (position + 1) / count - halfDays * position / count
      made.append(.init(limit: budgetLimit[home + halfTerm], amount: share))
      made.append(
        .init(limit: timeLimit[Int(person) * JointCountry.halfTerms + halfTerm], amount: 1))
    }
    return made
  }
}

extension JointGenerator {
  /// Time over the window, and being out unless it is a step up at home.
  private func fullTimeUses(
    of person: Int32, _ need: JointNeed, isOut: Bool
  ) -> [JointProblem.Use] {
    let home = Int(country.home[Int(person)]) * JointCountry.halfTerms
    return need.window.flatMap { halfTerm in
      let time = timeLimit[Int(person) * JointCountry.halfTerms + halfTerm]
      return [JointProblem.Use(limit: time, amount: need.share)]
        + (isOut ? [.init(limit: outLimit[home + halfTerm], amount: 1)] : [])
    }
  }

  private mutating func addSecondment(_ need: JointNeed, _ row: Int32) {
    var opened: [Int32] = []
    for (points, person) in best(request.secondees, need) {
      var links = [JointProblem.Link(row: row, coefficient: 1)]
      if country.needsCover[Int(country.home[Int(person)])], request.covers > 0 {
        links.append(.init(row: builder.addRow(capacity: 0), coefficient: 1))
        opened.append(person)
      }
      builder.add(
        person: person, value: points + need.penalty, mustFill: need.mustFill,
        uses: fullTimeUses(of: person, need, isOut: true), links: links)
      if links.count == 2 { posts[person] = links[1].row }
    }
    for level in 1...Self.longestChain {
      opened = addCovers(opened, need, level)
    }
    posts = [:]
  }

  /// Covers of posts that a level opened; whose posts they open in turn.
  private mutating func addCovers(_ opened: [Int32], _ need: JointNeed, _ level: Int) -> [Int32] {
    var next: [Int32: Int32] = [:]
    for person in opened {
      guard let row = posts[person] else { continue }
      let place = country.place(person)
      let near = everybody.nearest(request.covers + 1, to: place).sorted(by: <)
        .filter { $0.name != person }.prefix(request.covers)
      for found in near {
        let cover = found.name
        let isAtHome = country.home[Int(cover)] == country.home[Int(person)]
        let asks = !isAtHome && country.needsCover[Int(country.home[Int(cover)])]
        // At the last level only those whose post needs no cover come in question.
        if asks, level == Self.longestChain { continue }
        var links = [JointProblem.Link(row: row, coefficient: -1)]
        if asks {
          let post = next[cover] ?? builder.addRow(capacity: 0)
          next[cover] = post
          links.append(.init(row: post, coefficient: 1))
        }
        let points = country.points(
          cover, country.features[Int(person)], squaredDistance: found.distance,
          key: UInt64(person))
        builder.add(
          person: cover, value: points / 20 - 900,
          uses: fullTimeUses(of: cover, need, isOut: !isAtHome), links: links)
      }
    }
    posts = next
    return next.keys.sorted()
  }
}
