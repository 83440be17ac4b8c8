import Domain
import Sampling

/// A made-up pool as its sheets' bytes, and as rows by heading.
struct SampledPool {
  private(set) var files: [String] = []
  private(set) var bytes: [String: [UInt8]] = [:]

  static let today = Day(iso: "2026-11-22")!

  init(
    people: Int = 600, designated: Int = 120, needs: Int = 200, seed: UInt64 = 7,
    behaviours: Bool = true, schools: [School] = fictionalSchools(seed: 1).schools
  ) throws {
    let request = SampleRequest(
      people: people, designated: designated, needs: needs, seed: seed, today: SampledPool.today,
      behaviours: behaviours)
    var files: [String] = []
    var bytes: [String: [UInt8]] = [:]
    try writeSample(request, schools: schools, vocabulary: vocabulary) { file, piece in
      if files.last != file { files.append(file) }
      bytes[file, default: []] += piece
    }
    self.files = files
    self.bytes = bytes
  }

  func text(_ file: String) -> String { String(decoding: bytes[file] ?? [], as: UTF8.self) }

  /// Rows below the headings, each by heading.
  func rows(_ file: String) -> [[String: String]] {
    var lines = records(text(file))
    if file == "rising-stars.csv" { lines.removeFirst(2) }
    let headings = lines.removeFirst()
    return lines.map { Dictionary(uniqueKeysWithValues: zip(headings, $0)) }
  }
}

/// RFC 4180 without line breaks in cells.
func records(_ text: String) -> [[String]] {
  text.split(whereSeparator: \.isNewline).map { line in
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}

func day(_ typed: String) -> Day? {
  let parts = typed.split(separator: "/").compactMap { Int($0) }
  return parts.count == 3 ? Day(year: parts[2], month: parts[1], day: parts[0]) : nil
}

func items(_ cell: String) -> [String] {
  cell.isEmpty ? [] : cell.split(separator: ";").map { $0.drop { $0 == " " }.description }
}

private func list(_ noun: String, _ names: String...) -> Vocabulary.List {
  Vocabulary.List(noun: noun, names: names, aliases: [:])
}

let vocabulary = Vocabulary(
  specialisms: list(
    "specialism", "English", "Maths", "Phonics", "Science", "Drama", "Behaviour and discipline",
    "Forest school", "Parenting", "Early intervention"),
  rungs: list("post", "Teacher"),
  phases: list("phase", "Primary", "Secondary"),
  roles: list("designation", "SLE", "SFSL"),
  programmes: list("programme", "NPQSL", "NPQH", "NPQEL"),
  behaviours: list("behaviour", "Ability to simplify", "Ability to collaborate", "Resilience"),
  readiness: list("readiness", "Ready now", "1-2 years", "3-5 years", "Not yet"),
  clusterKinds: list("kind of cluster", "alliance", "family"),
  settingKinds: list("kind of setting", "nursery"))
