/// One column of a layout, as its reader asks for it.
struct Column: Sendable {
  /// Its place in the layout, not in anybody's sheet.
  let position: Int
  /// Whether a blank cell refuses the row.
  let needsValue: Bool
}

/// Where a place is named: a school's URN or a setting's reference, one of the two.
struct PlaceColumns: Sendable {
  let school: Column
  let setting: Column
}

/// Where a person is named.
struct PersonColumns: Sendable {
  let surname: Column
  let forename: Column
  let name: Column
  let trn: Column
  let home: PlaceColumns
  let settled: Column
}

/// Where somebody stored already is named.
struct MentionColumns: Sendable {
  let person: Column
  let trn: Column
  let name: Column
}

/// The columns of a layout by their headings, in their usual order.
struct Columns: Sendable {
  /// What the cells of a column are, for whoever fills them in or looks for the column.
  enum Holds: Hashable, Sendable {
    case words
    /// Text in which line ends and tabs are at home.
    case prose
    /// Dates as people type them.
    case days
    /// One of a list's names, or several with semicolons between.
    case name(WordList)
    case names(WordList)
    /// One of these words.
    case choice([String])
    /// A number, in words: `1 to 500`; and what it counts.
    case number(String, of: Unit = .things)
    case yesOrNo
    case trn, urn, settingReference, personNumber
    /// Somebody's whole name.
    case fullName
  }

  struct Plan: Sendable {
    let heading: String
    let synonyms: [String]
    let holds: Holds
    /// Whether a blank cell refuses the row.
    let needsValue: Bool
    /// Whether the column has no usual place among the others.
    let floats: Bool
  }

  private(set) var plans: [Plan] = []
  /// Every need is met when all headings of one of its alternatives are there.
  private(set) var needs: [[[Int]]] = []
  /// Whether GIAS's list of all schools is such a sheet: some of its rows end early or late.
  var isOfPublicList = false
  /// How a mapping reads the sheet; nil when the headings are our own.
  private(set) var mapping: MappedColumns?

  /// A known spreadsheet's headings and values in place of ours.
  struct MappedColumns: Sendable {
    /// Folded headings of the sheet by column.
    let headings: [Int: [String]]
    /// Folded headings that nobody reads.
    let ignored: Set<String>
    let preamble: [String]
    let rules: [Int: ValueRule]
  }

  mutating func use(
    headings: [Int: [String]], ignored: [String], preamble: [String], rules: [Int: ValueRule]
  ) {
    mapping = MappedColumns(
      headings: headings, ignored: Set(ignored.map { foldedHeading($0) }), preamble: preamble,
      rules: rules)
  }

  /// The heading must be there and its cells filled.
  mutating func required(_ heading: String, or synonyms: [String] = [], holds: Holds = .words)
    -> Column
  {
    let column = add(heading, synonyms, holds, needsValue: true)
    needs.append([[column.position]])
    return column
  }

  /// The heading must be there; its cells may be blank.
  mutating func headed(_ heading: String, or synonyms: [String] = [], holds: Holds = .words)
    -> Column
  {
    let column = add(heading, synonyms, holds, needsValue: false)
    needs.append([[column.position]])
    return column
  }

  mutating func optional(_ heading: String, or synonyms: [String] = [], holds: Holds = .words)
    -> Column
  {
    add(heading, synonyms, holds, needsValue: false)
  }

  mutating func place(_ heading: String = "School URN", or synonyms: [String] = ["URN"])
    -> PlaceColumns
  {
    let school = add(heading, synonyms, .urn, needsValue: false)
    let setting = add(
      "Setting", ["Setting reference", "Home setting"], .settingReference, needsValue: false,
      floats: true)
    needs.append([[school.position], [setting.position]])
    return PlaceColumns(school: school, setting: setting)
  }

  mutating func person(home: String, or synonyms: [String]) -> PersonColumns {
    let surname = add("Surname", ["Last name", "Family name"], .words, needsValue: false)
    let forename = add("Forename", ["First name", "Given name"], .words, needsValue: false)
    let name = add("Name", ["Full name"], .fullName, needsValue: false, floats: true)
    needs.append([[surname.position, forename.position], [name.position]])
    let trn = trn()
    let settled = settled()
    return PersonColumns(
      surname: surname, forename: forename, name: name, trn: trn,
      home: place(home, or: synonyms), settled: settled)
  }

  /// A person's number, or `new`.
  mutating func settled() -> Column {
    add("Person", [], .personNumber, needsValue: false, floats: true)
  }

  /// Somebody stored already, by number or TRN; the name is only checked.
  mutating func mention() -> MentionColumns {
    let person = settled()
    let trn = trn()
    needs.append([[person.position], [trn.position]])
    let name = add("Name", ["Full name"], .words, needsValue: false, floats: true)
    return MentionColumns(person: person, trn: trn, name: name)
  }

  private mutating func trn() -> Column {
    optional(
      "TRN",
      or: [
        "Teacher reference number", "Teacher reference", "Teacher ref", "Teacher ref no", "TRN no",
        "TRN number",
      ], holds: .trn)
  }

  /// Column positions by folded heading and synonyms.
  var byFoldedHeading: [String: Int] {
    var table: [String: Int] = [:]
    for (position, plan) in plans.enumerated() where mapping?.headings[position] == nil {
      for spelling in [plan.heading] + plan.synonyms { table[foldedHeading(spelling)] = position }
    }
    guard let mapping else { return table }
    for (position, spellings) in mapping.headings {
      for spelling in spellings { table[spelling] = position }
    }
    for heading in mapping.ignored { table[heading] = nil }
    return table
  }

  /// Column positions by heading and synonyms without decoration, except what would be one of two.
  var byBareHeading: [String: Int] {
    var table: [String: Int] = [:]
    var shared: Set<String> = []
    for (position, plan) in plans.enumerated() {
      for spelling in [plan.heading] + plan.synonyms {
        let bare = bareHeading(spelling)
        if table.updateValue(position, forKey: bare) ?? position != position { shared.insert(bare) }
      }
    }
    for bare in shared { table[bare] = nil }
    return table
  }

  private mutating func add(
    _ heading: String, _ synonyms: [String], _ holds: Holds, needsValue: Bool, floats: Bool = false
  ) -> Column {
    plans.append(
      Plan(
        heading: heading, synonyms: synonyms, holds: holds, needsValue: needsValue, floats: floats))
    return Column(position: plans.count - 1, needsValue: needsValue)
  }
}

/// Case, every kind of spacing and a byte order mark are folded away, also one that was encoded twice.
func foldedHeading(_ text: some StringProtocol) -> String {
  var folded = ""
  for scalar in text.lowercased().unicodeScalars
  where !scalar.properties.isWhitespace && scalar != "\u{FEFF}" {
    folded.unicodeScalars.append(scalar)
  }
  return folded.hasPrefix("ï»¿") ? String(folded.dropFirst(3)) : folded
}
