import ArgumentParser
import Domain
import Reporting
import Storing

/// What `find` can be asked, as typed.
struct FindOptions: ParsableArguments {
  @Argument(
    help: "Words in names, notes, specialisms and strengths; or one person's number or TRN.")
  var words: [String] = []

  @Option(help: "Holds this designation today, such as SLE.") var designation: String?
  @Option(help: "Holds this specialism, or names it as a strength.") var specialism: String?
  @Option(help: "Phase of the home school, or worked in under a designation.") var phase: String?
  @Option(help: "Current post, such as 'Deputy headteacher' or DHT.") var role: String?
  @Option(help: "The post aspired to.") var aspiration: String?
  @Option(help: "Judged for this post, the readiest first.") var readyFor: String?
  @Option(help: "This readiness for that post, or for the one aspired to.") var readiness: String?
  @Option(help: "Took part in this programme, such as NPQH.") var programme: String?
  @Option(help: "Works in this local authority (name or code).") var la: String?
  @Option(help: "Works in this cluster.") var cluster: String?
  @Option(help: "Works near this school, setting or postcode, the nearest first.") var near: String?
  @Option(help: "With --near: so many road miles at most (default: the usual travel limit).")
  var miles: Double?
  @Option(help: "Has at least so many days left this school year.") var daysLeft: Double?
  @Flag(help: "Has a career step that is overdue.") var overdue = false
  @Option(help: "name, number, distance, readiness, days, overdue or role.") var sort: Sort?
  @Option(help: "Show so many people at most.") var limit = 30

  init() {}

  mutating func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError("--limit is from 1 to 10,000")
    }
    if miles != nil, near == nil { throw ValidationError("--miles goes with --near") }
    if sort?.order == .distance, near == nil {
      throw ValidationError("--sort distance goes with --near")
    }
    if let miles, !(0...1_000).contains(miles) || miles == 0 {
      throw ValidationError("--miles is more than 0 and at most 1,000")
    }
    guard words.count <= PeopleQuestion.mostWords else {
      throw ValidationError("at most \(PeopleQuestion.mostWords) words can be looked for at once")
    }
  }

  /// An order by its name, for the argument parser.
  struct Sort: ExpressibleByArgument {
    let order: PeopleQuestion.Order
    init?(argument: String) {
      guard let order = PeopleQuestion.Order(rawValue: argument) else { return nil }
      self.order = order
    }
    static var allValueStrings: [String] { PeopleQuestion.Order.allCases.map(\.rawValue) }
  }
}

extension FindOptions {
  /// The question in the vocabulary's own names. Only the config files that are needed are read.
  func question(_ session: Session) throws -> PeopleQuestion {
    let norms = try session.configuration.norms()
    var question = PeopleQuestion(
      today: try Session.today(), defaultHalfDaysAYear: norms.halfDaysAYear)
    question.designation = try session.name(designation, in: .roles, for: "--designation")
    question.specialism = try session.name(specialism, in: .specialisms, for: "--specialism")
    question.phase = try session.name(phase, in: .phases, for: "--phase")
    question.role = try session.name(role, in: .rungs, for: "--role")
    question.aspiration = try session.name(aspiration, in: .rungs, for: "--aspiration")
    question.readyFor = try session.name(readyFor, in: .rungs, for: "--ready-for")
    question.readiness = try session.name(readiness, in: .readiness, for: "--readiness")
    question.programme = try session.name(programme, in: .programmes, for: "--programme")
    question.authority = la
    question.cluster = cluster
    question.leastHalfDaysLeft = try daysLeft.map {
      try Typed.halfDays($0, for: "--days-left", in: 0.5...365)
    }
    question.onlyOverdue = overdue
    question.limit = limit
    try addWords(to: &question, session)
    if let near {
      question.near = try point(near)
      let limit = miles ?? Double(norms.travelMiles)
      question.radius = Miles.straightMetres(
        ofRoadMiles: limit, roadFactorPercent: norms.roadFactorPercent)
    }
    question.order = sort?.order ?? (near != nil ? .distance : readyFor != nil ? .readiness : .name)
    if question.order == .readiness {
      question.readinessLevels = try session.configuration.list(.readiness).names
    }
    if question.order == .role { question.ladder = try session.configuration.list(.rungs).names }
    return question
  }

  private func addWords(to question: inout PeopleQuestion, _ session: Session) throws {
    if words.count == 1, let reference = PersonReference(words[0]) {
      question.person = reference
      return
    }
    guard !words.isEmpty else { return }
    let specialisms = try session.configuration.list(.specialisms)
    question.words = try words.flatMap { $0.split(separator: " ").map(String.init) }.map { word in
      let word = try Typed.words(word, for: "a word", atMost: 100)
      return PeopleQuestion.Word(word, specialisms: Self.meant(by: word, among: specialisms))
    }
    guard question.words.count <= PeopleQuestion.mostWords else {
      throw Failure(
        .usage, "at most \(PeopleQuestion.mostWords) words can be looked for at once")
    }
  }

  /// The specialism a word is a name of, and those with a word that starts so.
  private static func meant(by word: String, among list: Vocabulary.List) -> [String] {
    let exact = list.name(for: word)
    let folded = Vocabulary.folded(word)
    guard folded.utf8.count >= 3 else { return exact.map { [$0] } ?? [] }
    return list.names.filter { name in
      name == exact
        || name.split(separator: " ").contains { Vocabulary.folded(String($0)).hasPrefix(folded) }
    }
  }

  /// A postcode ends in a digit and two letters; anything else is a place.
  private func point(_ typed: String) throws -> PeopleQuestion.Point {
    let joined = typed.filter { $0 != " " }.uppercased()
    let tail = joined.suffix(3)
    let isPostcode =
      (5...7).contains(joined.utf8.count) && joined.first?.isLetter == true
      && tail.first?.isNumber == true && tail.dropFirst().allSatisfy(\.isLetter)
    if isPostcode { return .postcode("\(joined.dropLast(3)) \(tail)") }
    return .place(try Typed.place(typed, for: "--near"))
  }
}
