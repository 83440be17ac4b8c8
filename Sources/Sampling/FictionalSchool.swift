import Domain

/// One school that does not exist, as a school and as a row of the GIAS file.
struct FictionalSchool: Sendable {
  enum Kind: Sendable {
    case community, church, academy, catholic, junior, secondary, secondaryAcademy, middle,
      allThrough

    /// The county's sixty schools.
    static let inOrder: [Kind] = {
      let primaries: [Kind] = [
        .community, .church, .academy, .community, .church, .community, .catholic, .academy,
        .church,
        .junior,
      ]
      let others: [Kind] = [
        .secondary, .secondaryAcademy, .secondaryAcademy, .secondary, .secondaryAcademy, .secondary,
        .secondaryAcademy, .secondaryAcademy, .middle, .middle, .allThrough,
      ]
      return (0..<49).map { primaries[$0 % primaries.count] } + others
    }()

    var phase: String {
      switch self {
      case .community, .church, .academy, .catholic, .junior: "Primary"
      case .secondary, .secondaryAcademy: "Secondary"
      case .middle: "Middle deemed secondary"
      case .allThrough: "All-through"
      }
    }

    /// GIAS's name for its type.
    var type: String {
      switch self {
      case .community, .junior, .middle, .secondary: "Community school"
      case .church: "Voluntary controlled school"
      case .catholic: "Voluntary aided school"
      case .academy, .secondaryAcademy: "Academy converter"
      case .allThrough: "Free schools"
      }
    }

    var ages: (low: Int, high: Int) {
      switch self {
      case .community, .church, .academy, .catholic: (4, 11)
      case .junior: (7, 11)
      case .secondary: (11, 18)
      case .secondaryAcademy: (11, 16)
      case .middle: (9, 13)
      case .allThrough: (4, 18)
      }
    }

    var faith: String {
      switch self {
      case .church: "Church of England"
      case .catholic: "Roman Catholic"
      default: "Does not apply"
      }
    }

    func pupils(inVillage: Bool) -> ClosedRange<Int> {
      switch self {
      case .community, .church, .academy, .catholic, .junior: inVillage ? 48...190 : 180...630
      case .secondary, .secondaryAcademy: 620...1_480
      case .middle: 340...520
      case .allThrough: 900...1_250
      }
    }

    func name(_ names: inout FictionalNames) -> String {
      switch self {
      case .community: "\(names.place()) Primary School"
      case .church: "\(names.saint()) CofE Primary School"
      case .academy: "\(names.place()) Primary Academy"
      case .catholic: "\(names.saint()) Catholic Primary School"
      case .junior: "\(names.place()) Junior School"
      case .secondary: "\(names.place()) School"
      case .secondaryAcademy: "The \(names.founder()) Academy"
      case .middle: "\(names.place()) Middle School"
      case .allThrough: "\(names.founder()) School"
      }
    }
  }

  static let headings = [
    "URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName",
    "TypeOfEstablishment (name)", "EstablishmentStatus (name)", "PhaseOfEducation (name)",
    "StatutoryLowAge", "StatutoryHighAge", "NumberOfPupils", "PercentageFSM",
    "ReligiousCharacter (name)", "Street", "Locality", "Town", "County (name)", "Postcode",
    "DistrictAdministrative (name)", "AdministrativeWard (name)", "Easting", "Northing",
  ]

  let school: School
  let row: [String]
}
