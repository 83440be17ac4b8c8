import Domain

/// What rules and criteria read of a need.
struct NeedFacts: Sendable {
  var isDeployment: Bool
  /// Whether it is no need of a school but a post that a secondment opens, to be covered.
  var isCover: Bool
  var place: Int32
  /// A designation's number (deployments) or a post's (secondments); blank when none is asked for.
  var role: Int32
  var specialism: Int32
  /// The need's own phase, else its place's; blank when neither is known.
  var phase: Int32
  /// Days of the window, as day numbers.
  var from: Int32
  var to: Int32
  /// The first day of the school year the window starts in, as a day number.
  var schoolYear: Int32
  /// Deployments: half-days asked for; 0 when the need does not say.
  var halfDays: Int32
  /// Secondments: hundredths of full time; full time when the need does not say.
  var fte: Int32
}

/// Every need, with its days spread over half-terms and the behaviours it asks for, being written.
struct NeedTable: Sendable {
  private(set) var facts: [NeedFacts] = []
  private(set) var shares = Lists<TermCalendar.Share>()
  /// Parts of the calendar that the window touches.
  private(set) var touched = Lists<Int32>()
  /// Distinct behaviours by number.
  private(set) var behaviours = Lists<Int32>()

  init(_ snapshot: Snapshot, _ names: Names, _ calendar: TermCalendar, areCovers: Bool = false) {
    facts.reserveCapacity(snapshot.needs.count)
    for open in snapshot.needs {
      var fact = NeedFacts(open, placePhase: snapshot.places[open.place].phase, names)
      fact.isCover = areCovers
      facts.append(fact)
      for share in calendar.shares(of: fact.halfDays, over: open.need.window) { shares.add(share) }
      shares.close()
      for part in calendar.parts(touchedBy: open.need.window) { touched.add(Int32(part)) }
      touched.close()
      for number in open.need.behaviours.map(names.behaviours.number)
      where !behaviours.items[behaviours.open].contains(number) { behaviours.add(number) }
      behaviours.close()
    }
  }
}

/// The same, to be read.
struct NeedColumns: Sendable {
  let facts: Flat<NeedFacts>
  let shares: FlatLists<TermCalendar.Share>
  let touched: FlatLists<Int32>
  let behaviours: FlatLists<Int32>

  init(_ table: NeedTable, in arena: Arena) {
    facts = arena.flat(table.facts)
    shares = FlatLists(table.shares, in: arena)
    touched = FlatLists(table.touched, in: arena)
    behaviours = FlatLists(table.behaviours, in: arena)
  }
}

extension NeedFacts {
  init(_ open: OpenNeed, placePhase: String?, _ names: Names) {
    let need = open.need
    let isDeployment = need.kind == .deployment
    self.init(
      isDeployment: isDeployment, isCover: false, place: Int32(open.place),
      role: isDeployment ? names.roles.number(need.role) : names.rungs.number(need.role),
      specialism: names.specialisms.number(need.specialism),
      phase: names.phases.number(need.phase ?? placePhase),
      from: need.window.from.number, to: need.window.to.number,
      schoolYear: need.window.from.schoolYearStart.number,
      halfDays: isDeployment ? need.halfDays?.count ?? 0 : 0,
      fte: isDeployment ? 0 : need.fte?.hundredths ?? 100)
  }
}
