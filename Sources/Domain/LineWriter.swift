/// Writes a snapshot's records, a line each; see `Snapshot.text`.
///
/// A national snapshot has two million fields: they go into one buffer of bytes as they come, and none
/// of them becomes a text of its own first.
struct LineWriter {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// A line of texts.
  mutating func line(_ record: StaticString, _ first: String, _ second: String? = nil) {
    begin(record)
    add(first)
    if let second { add(second) }
    end()
  }

  mutating func write(_ place: Place) {
    begin("place")
    add(place.key.urn?.number)
    add(place.key.settingReference)
    add(place.name)
    add(place.authorityName)
    add(place.phase)
    add(place.pupils)
    add(place.freeMealsPermille)
    add(place.rural.map { $0 ? "rural" : "urban" })
    add(place.location?.easting)
    add(place.location?.northing)
    end()
    for cluster in place.clusters { line("cluster", cluster) }
    if let release = place.release {
      begin("release")
      add(release.halfDaysPerHalfTerm.count)
      add(release.outAtOnce)
      add(release.coverNeeded ? "cover" : nil)
      end()
    }
    for commitment in place.running { write(commitment, as: "out") }
  }

  mutating func write(_ commitment: Commitment, as record: StaticString) {
    begin(record)
    add(commitment.kind.rawValue)
    add(commitment.window.from)
    add(commitment.window.to)
    add(commitment.halfDays.count)
    add(commitment.fte.hundredths)
    add(commitment.role)
    if commitment.isSupervising || commitment.person != nil {
      add(commitment.isSupervising ? "supervising" : nil)
      add(commitment.person?.number)
    }
    end()
  }

  mutating func write(_ person: Candidate) {
    begin("person")
    add(person.number.number)
    add(person.trn?.description)
    add(person.name)
    add(person.home.map { Int32(clamping: $0) })
    add(person.role)
    add(person.aspiration)
    add(person.travelMiles)
    add(person.availableFrom)
    add(person.availableUntil)
    add(person.vettedOn)
    add(person.prohibited ? "prohibited" : nil)
    add(person.holdsCriticalPost.map { $0 ? "critical post" : "post" })
    add(person.impactCount)
    add(person.impactSum)
    end()
    writeRecords(of: person)
  }

  private mutating func writeRecords(of person: Candidate) {
    for entry in person.readiness {
      begin("readiness")
      add(entry.post)
      add(entry.level)
      add(entry.judgedOn)
      end()
    }
    for strength in person.strengths { line("strength", strength) }
    for behaviour in person.behaviours { line("behaviour", behaviour) }
    for step in person.openSteps { line("step", step) }
    for designation in person.designations { write(designation) }
    for place in person.conflicts { line("conflict", String(place)) }
    for place in person.hiddenFrom { line("hidden", String(place)) }
    for need in person.declinedNeeds { line("declined", need) }
    for commitment in person.commitments { write(commitment, as: "promised") }
    for place in person.workedAt { line("worked", String(place)) }
  }

  mutating func write(_ designation: Designation) {
    begin("designation")
    add(designation.role)
    add(designation.since)
    add(designation.until)
    add(designation.alliance)
    add(designation.halfDaysAYear?.count)
    add(designation.travelMiles)
    add(designation.completed)
    add(designation.supervises ? "supervises" : nil)
    end()
    for held in designation.specialisms {
      begin("specialism")
      add(held.name)
      add(held.verifiedOn)
      add(held.expiresOn)
      end()
    }
    for phase in designation.phases { line("phase", phase) }
  }

  mutating func write(_ open: OpenNeed) {
    let need = open.need
    begin("need")
    add(need.reference)
    add(Int32(clamping: open.place))
    add(open.open)
    add(need.kind.rawValue)
    add(need.role)
    add(need.specialism)
    add(need.phase)
    add(need.halfDays?.count)
    add(need.fte?.hundredths)
    add(need.window.from)
    add(need.window.to)
    add(need.priority.rawValue)
    add(need.people)
    add(need.askedBy)
    add(need.askedOn)
    end()
    for behaviour in need.behaviours { line("wanted", behaviour) }
  }

  mutating func write(_ standing: StandingLine) {
    begin("stands")
    add(standing.need)
    add(standing.person.number)
    add(standing.isPinned ? "pinned" : nil)
    add(Int32(clamping: standing.plan))
    end()
  }
}

extension LineWriter {
  private mutating func begin(_ record: StaticString) {
    record.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func end() { bytes.append(10) }

  private mutating func add(_ text: String?) {
    bytes.append(9)
    guard var text else { return }
    text.withUTF8 { field in
      let isPlain = field.allSatisfy { $0 != 9 && $0 != 10 && $0 != 13 && $0 != 92 }
      if isPlain { bytes.append(contentsOf: field) } else { addEscaped(field) }
    }
  }

  private mutating func addEscaped(_ field: UnsafeBufferPointer<UInt8>) {
    for byte in field {
      switch byte {
      case 9: bytes += [92, UInt8(ascii: "t")]
      case 10: bytes += [92, UInt8(ascii: "n")]
      case 13: bytes += [92, UInt8(ascii: "r")]
      case 92: bytes += [92, 92]
      default: bytes.append(byte)
      }
    }
  }

  private mutating func add(_ number: Int32?) {
    bytes.append(9)
    guard let number else { return }
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    addDigits(number.magnitude, atLeast: 1)
  }

  /// As machines write it: `2027-01-18`.
  private mutating func add(_ day: Day?) {
    bytes.append(9)
    guard let (year, month, day) = day?.civil else { return }
    if year < 0 { bytes.append(UInt8(ascii: "-")) }
    addDigits(UInt32(year.magnitude), atLeast: 1)
    bytes.append(UInt8(ascii: "-"))
    addDigits(UInt32(month), atLeast: 2)
    bytes.append(UInt8(ascii: "-"))
    addDigits(UInt32(day), atLeast: 2)
  }

  private mutating func addDigits(_ number: UInt32, atLeast width: Int) {
    var divisor: UInt32 = 1
    var digits = 1
    while number / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    for _ in digits..<max(digits, width) { bytes.append(UInt8(ascii: "0")) }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
