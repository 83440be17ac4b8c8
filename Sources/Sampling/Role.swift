/// A post as people write it in a talent database, and who gets asked what in it.
struct Role: Sendable {
  enum Rung: Int, Sendable {
    case support, early, teacher, middle, assistant, deputy, head, executive, family
  }

  var written: String
  var rung: Rung
  /// How many in a thousand hold it, among the younger and among the older.
  var younger: Int
  var older: Int
  /// The next rung.
  var aspiration: String
  var programmes: [String]
  var steps: [String]

  /// Most people teach or lead from the middle; each school has one head and one deputy at most.
  static let all: [Role] = [
    Role("Teaching assistant", .support, 25, 15, "Early-career teacher", [], early),
    Role("HLTA", .support, 20, 10, "Early-career teacher", [], early),
    Role("Early-career teacher", .early, 50, 60, "Teacher", ["NPQLBC"], early),
    Role("Teacher", .teacher, 330, 320, "Middle leader", ["NPQLTD", "NPQLT", "NPQLL"], teaching),
    Role("Phase leader", .middle, 110, 0, "Assistant headteacher", middle, leading),
    Role("Key stage leader", .middle, 60, 30, "Assistant headteacher", middle, leading),
    Role("Subject leader", .middle, 150, 130, "Assistant headteacher", middle, leading),
    Role("Head of department", .middle, 0, 140, "Assistant headteacher", middle, leading),
    Role("Head of year", .middle, 0, 70, "Assistant headteacher", middle, leading),
    Role("SENDCo", .middle, 50, 30, "Assistant headteacher", ["NPQ-SENCO", "NPQSL"], leading),
    Role("Assistant headteacher", .assistant, 80, 100, "Deputy headteacher", senior, deputising),
    Role("Deputy headteacher", .deputy, 55, 45, "Headteacher", ["NPQH", "NPQSL"], deputising),
    Role("Headteacher", .head, 45, 30, "Executive headteacher", ["NPQH", "NPQEL"], heading),
    Role("Executive headteacher", .executive, 3, 3, "Trust leader", ["NPQEL"], heading),
    Role("Family-support lead", .family, 22, 17, "Early-years manager", ["NPQEYL"], supporting),
  ]

  /// What somebody gets whose drawn post is taken at that school.
  static let spare = 6

  private static let middle = [
    "NPQSL", "NPQLTD", "NPQML", "Leading from the Middle", "Leadership Pathways", "ALICSE",
  ]
  private static let senior = ["NPQSL", "NPQH", "Leadership Pathways", "SLT experience"]
  private static let early = ["Shadow a subject leader", "Complete the early-career framework"]
  private static let teaching = [
    "Lead a whole-school project", "Coach a colleague", "Shadow an SLT meeting",
  ]
  private static let leading = [
    "Shadow an SLT meeting", "Lead a whole-school project", "Coach a colleague",
    "Apply for SLE designation", "Deputy exchange", "Apply for NPQSL",
  ]
  private static let deputising = [
    "Apply for NPQH", "Deputy exchange", "Coach a colleague", "Apply for SLE designation",
    "Lead a whole-school project",
  ]
  private static let heading = ["Headship exchange", "Coach a colleague", "Apply for NPQEL"]
  private static let supporting = ["Apply for SFSL designation", "Shadow an SLT meeting"]

  private init(
    _ written: String, _ rung: Rung, _ younger: Int, _ older: Int, _ aspiration: String,
    _ programmes: [String], _ steps: [String]
  ) {
    self.written = written
    self.rung = rung
    self.younger = younger
    self.older = older
    self.aspiration = aspiration
    self.programmes = programmes
    self.steps = steps
  }

  /// Whether somebody in it may hold a designation.
  var leads: Bool {
    switch rung {
    case .middle, .assistant, .deputy, .head, .executive, .family: true
    case .support, .early, .teacher: false
    }
  }
}
