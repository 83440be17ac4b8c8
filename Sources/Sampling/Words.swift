import Domain

/// The vocabulary's names with how often they are met: what it lacks is never written.
struct Words: Sendable {
  let readiness: Weighted<String>
  let behaviours: [String]
  let programmes: [String]
  /// By `Teaching`.
  private let specialisms: [Weighted<String>]
  let familySupport: Weighted<String>
  private let roles: [Weighted<Int>]

  init(_ vocabulary: Vocabulary) {
    readiness = Weighted(
      [("Ready now", 23), ("1-2 years", 39), ("3-5 years", 27), ("Not yet", 11)]
        .filter { vocabulary.readiness.names.contains($0.0) })
    behaviours = vocabulary.behaviours.names
    programmes = vocabulary.programmes.names
    let known = vocabulary.specialisms.names
    let family = Words.familyNames.filter { known.contains($0) }
    familySupport = Weighted(family.enumerated().map { ($1, 60 / ($0 + 2)) })
    specialisms = Teaching.allCases.map { teaching in
      Weighted(
        known.filter { !family.contains($0) }.map { name in
          let met = Words.popularity.first { $0.name == name }
          return (name, teaching.weight(met?.younger ?? 3, met?.older ?? 3))
        })
    }
    roles = Teaching.allCases.map { teaching in
      Weighted(Role.all.enumerated().map { ($0, teaching.weight($1.younger, $1.older)) })
    }
  }

  func specialisms(of teaching: Teaching) -> Weighted<String> { specialisms[teaching.rawValue] }

  /// Positions into `Role.all`.
  func roles(of teaching: Teaching) -> Weighted<Int> { roles[teaching.rawValue] }

  private static let familyNames = [
    "Early intervention", "Parenting", "Safeguarding liaison", "Attendance and family",
    "Transition", "Health and social care liaison",
  ]

  /// How often each is met among the younger and the older: a few are everywhere, many are rare (Zipf).
  private static let popularity: [(name: String, younger: Int, older: Int)] = [
    ("English", 100, 70), ("Maths", 95, 80), ("Special educational needs", 60, 40),
    ("Phonics", 70, 0), ("Early years", 65, 0), ("Behaviour and discipline", 45, 50),
    ("Assessment", 40, 30), ("Closing the gap", 35, 30), ("Science", 25, 65),
    ("ITT and NQT development", 24, 28), ("Leadership of CPD", 22, 24),
    ("Leadership of curriculum", 20, 22), ("Attendance", 18, 24), ("ICT", 18, 20),
    ("Support for the most able", 15, 14), ("PE", 15, 18), ("PSHE", 14, 10),
    ("Modern foreign languages", 6, 30), ("Art", 10, 12), ("Music", 10, 10),
    ("Design and technology", 6, 16), ("History", 9, 16), ("Geography", 9, 15), ("RE", 8, 12),
    ("Drama", 3, 12), ("School business management", 6, 6),
    ("Academies and academy transition", 5, 5),
  ]
}
