/// Reads what `LineWriter` wrote, from bytes that outlive it; see `Snapshot.text`.
struct LineReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next line begins.
  private var start = 0
  private var line = 0
  /// Where each field of the line ends; one begins a byte after the one before.
  private var ends: [Int] = []
  private var lineStart = 0
  private var words = Words()
  /// Places read so far, which stand before whatever names them.
  private var places = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var damaged: SnapshotError { SnapshotError(line: line) }

  /// Finds the fields of the next line that is not empty; false after the last.
  private mutating func next() -> Bool {
    while start < bytes.count, bytes[start] == 10 { start += 1 }
    guard start < bytes.count else { return false }
    ends.removeAll(keepingCapacity: true)
    lineStart = start
    while start < bytes.count, bytes[start] != 10 {
      if bytes[start] == 9 { ends.append(start) }
      start += 1
    }
    ends.append(start)
    line += 1
    return true
  }

  /// The bytes of a field; nil when it is empty or not there.
  private func bytes(of index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard index < ends.count else { return nil }
    let first = index == 0 ? lineStart : ends[index - 1] + 1
    return first == ends[index] ? nil : UnsafeBufferPointer(rebasing: bytes[first..<ends[index]])
  }

  private mutating func field(_ index: Int) -> String? {
    bytes(of: index).map { words.text(unescaping: $0) }
  }
  private mutating func needed(_ index: Int) throws(SnapshotError) -> String {
    guard let text = field(index) else { throw damaged }
    return text
  }
  private func number(_ index: Int) throws(SnapshotError) -> Int32? {
    guard let bytes = bytes(of: index) else { return nil }
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    guard let value = LineReader.number(digits) else { throw damaged }
    guard let number = Int32(exactly: digits.count < bytes.count ? -value : value) else {
      throw damaged
    }
    return number
  }
  /// A number that things are counted or measured by, so far from what 32 bits hold that sums are safe.
  private func amount(_ index: Int) throws(SnapshotError) -> Int32? {
    guard let number = try number(index) else { return nil }
    guard number.magnitude <= 10_000_000 else { throw damaged }
    return number
  }
  /// The index of a place.
  private func place(_ index: Int) throws(SnapshotError) -> Int? {
    guard let number = try number(index) else { return nil }
    guard (0..<places).contains(Int(number)) else { throw damaged }
    return Int(number)
  }
  private func day(_ index: Int) throws(SnapshotError) -> Day? {
    guard let bytes = bytes(of: index) else { return nil }
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = LineReader.number(bytes[0..<4]), let month = LineReader.number(bytes[5..<7]),
      let dayOfMonth = LineReader.number(bytes[8..<10]),
      let day = Day(year: year, month: month, day: dayOfMonth)
    else { throw damaged }
    return day
  }
  private func window(_ index: Int) throws(SnapshotError) -> DaySpan {
    guard let from = try day(index), let to = try day(index + 1),
      let span = DaySpan(from: from, to: to)
    else { throw damaged }
    return span
  }

  /// One to ten digits as a number; nil when they are something else.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard (1...10).contains(digits.count) else { return nil }
    var number = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 48)
    }
    return number
  }

  mutating func snapshot() throws(SnapshotError) -> Snapshot {
    guard next(), field(0) == "talent snapshot", field(1) == "1", next(), field(0) == "today",
      let today = try day(1)
    else { throw damaged }
    var result = Snapshot(today: today, places: [], people: [], needs: [])
    while next() {
      switch field(0) {
      case "place":
        result.places.append(try place())
        places += 1
      case "cluster", "release", "out":
        guard let last = result.places.indices.last else { throw damaged }
        try add(to: &result.places[last])
      case "person": result.people.append(try person())
      case "need": result.needs.append(try need())
      case "stands": result.standing.append(try standing())
      case "wanted":
        guard let last = result.needs.indices.last else { throw damaged }
        result.needs[last].need.behaviours.append(try needed(1))
      default:
        guard let last = result.people.indices.last else { throw damaged }
        try add(to: &result.people[last])
      }
    }
    for position in result.needs.indices {
      result.needs[position].need.place = result.places[result.needs[position].place].key
    }
    return result
  }

  private mutating func place() throws(SnapshotError) -> Place {
    let key: PlaceKey
    if let text = field(1), let urn = URN(text) {
      key = .school(urn)
    } else {
      key = .setting(try needed(2))
    }
    var place = Place(key: key, name: try needed(3))
    place.authorityName = field(4)
    place.phase = field(5)
    place.pupils = try amount(6)
    place.freeMealsPermille = try amount(7)
    place.rural = field(8).map { $0 == "rural" }
    if let easting = try amount(9), let northing = try amount(10) {
      place.location = Location(easting: easting, northing: northing)
    }
    return place
  }

  private mutating func add(to place: inout Place) throws(SnapshotError) {
    switch field(0) {
    case "cluster": place.clusters.append(try needed(1))
    case "release":
      guard let days = try amount(1), let out = try amount(2) else { throw damaged }
      place.release = Release(
        halfDaysPerHalfTerm: HalfDays(days), outAtOnce: out, coverNeeded: field(3) != nil)
    default: place.running.append(try commitment())
    }
  }

  private mutating func commitment() throws(SnapshotError) -> Commitment {
    guard let kind = Need.Kind(rawValue: try needed(1)) else { throw damaged }
    return Commitment(
      kind: kind, window: try window(2), halfDays: HalfDays(try amount(4) ?? 0),
      fte: FTE(hundredths: try amount(5) ?? 0), role: field(6), isSupervising: field(7) != nil,
      person: try number(8).map { PersonNumber($0) })
  }

  private mutating func standing() throws(SnapshotError) -> StandingLine {
    guard let person = try number(2), let plan = try number(4) else { throw damaged }
    return StandingLine(
      need: try needed(1), person: PersonNumber(person), isPinned: field(3) != nil,
      plan: Int(plan))
  }

  private mutating func person() throws(SnapshotError) -> Candidate {
    guard let number = try number(1) else { throw damaged }
    var person = Candidate(number: PersonNumber(number), name: try needed(3))
    person.trn = field(2).flatMap { TRN($0) }
    person.home = try place(4)
    person.role = field(5)
    person.aspiration = field(6)
    person.travelMiles = try amount(7)
    person.availableFrom = try day(8)
    person.availableUntil = try day(9)
    person.vettedOn = try day(10)
    person.prohibited = field(11) != nil
    person.holdsCriticalPost = field(12).map { $0 == "critical post" }
    person.impactCount = try amount(13) ?? 0
    person.impactSum = try amount(14) ?? 0
    return person
  }

  private mutating func add(to person: inout Candidate) throws(SnapshotError) {
    switch field(0) {
    case "readiness":
      person.readiness.append(
        Readiness(post: try needed(1), level: try needed(2), judgedOn: try day(3)))
    case "strength": person.strengths.append(try needed(1))
    case "behaviour": person.behaviours.append(try needed(1))
    case "step": person.openSteps.append(try needed(1))
    case "designation": person.designations.append(try designation())
    case "conflict": person.conflicts.append(try neededPlace())
    case "hidden": person.hiddenFrom.append(try neededPlace())
    case "declined": person.declinedNeeds.append(try needed(1))
    case "promised": person.commitments.append(try commitment())
    case "worked": person.workedAt.append(try neededPlace())
    case "specialism", "phase":
      guard let last = person.designations.indices.last else { throw damaged }
      try add(to: &person.designations[last])
    default: throw damaged
    }
  }

  private func neededPlace() throws(SnapshotError) -> Int {
    guard let place = try place(1) else { throw damaged }
    return place
  }

  private mutating func designation() throws(SnapshotError) -> Designation {
    guard let since = try day(2) else { throw damaged }
    var designation = Designation(role: try needed(1), since: since)
    designation.until = try day(3)
    designation.alliance = field(4)
    designation.halfDaysAYear = try amount(5).map { HalfDays($0) }
    designation.travelMiles = try amount(6)
    designation.completed = try amount(7) ?? 0
    designation.supervises = field(8) != nil
    return designation
  }

  private mutating func add(to designation: inout Designation) throws(SnapshotError) {
    if field(0) == "phase" {
      designation.phases.append(try needed(1))
    } else {
      designation.specialisms.append(
        HeldSpecialism(name: try needed(1), verifiedOn: try day(2), expiresOn: try day(3)))
    }
  }

  private mutating func need() throws(SnapshotError) -> OpenNeed {
    guard let place = try place(2), let open = try amount(3),
      let kind = Need.Kind(rawValue: try needed(4)),
      let priority = Need.Priority(rawValue: try needed(12))
    else { throw damaged }
    let need = Need(
      reference: try needed(1), place: .setting(""), kind: kind, role: field(5),
      specialism: field(6), phase: field(7), halfDays: try amount(8).map { HalfDays($0) },
      fte: try amount(9).map { FTE(hundredths: $0) }, window: try window(10), priority: priority,
      people: try amount(13) ?? 1, askedBy: field(14), askedOn: try day(15))
    return OpenNeed(need: need, place: place, open: open)
  }
}
