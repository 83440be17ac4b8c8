import ArgumentParser
import Domain
import Loading
import Reporting
import Sampling

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a realistic synthetic talent pool, attached to given schools or to fictional ones.
struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a made-up but realistic talent pool as sheets to load.",
    discussion: """
      The same schools, sizes and seed give the same files. Nobody in them exists. With --fictional \
      the schools are made up too, and written as schools.csv.
      """)

  @Option(name: .long, help: "A school list in GIAS's own columns.") var schools: String?
  @Flag(name: .long, help: "Make up the schools too: the county of Wexcombe.") var fictional = false
  @Option(name: .long, help: "People in the talent database.") var people = 300
  @Option(name: .long, help: "People with a designation.") var designated = 90
  @Option(name: .long, help: "Needs of schools.") var needs = 80
  @Option(name: .long, help: "Another seed, another pool.") var seed: UInt64 = 1
  @Option(name: .long, help: "The folder to write to; made when missing.") var out: String

  mutating func validate() throws {
    if (schools == nil) != fictional {
      throw ValidationError(
        "name a school list with --schools FILE, or make them up with --fictional")
    }
  }

  func run() throws {
    let session = try Session()
    let vocabulary = try session.configuration.vocabulary()
    let today = try Session.today()
    if mkdir(out, 0o755) != 0, errno != EEXIST {
      throw Failure(.usage, "cannot make \(out): \(String(cString: strerror(errno)))")
    }
    let places = try self.places(vocabulary, today)
    let request = SampleRequest(
      people: people, designated: designated, needs: needs, seed: seed, today: today)
    var writer = FolderWriter(out)
    if fictional {
      try writer.write("schools.csv", Array(fictionalSchools(seed: seed).csv.utf8))
    }
    do {
      try writeSample(request, schools: places, vocabulary: vocabulary) { try writer.write($0, $1) }
    } catch let refusal as SampleRefusal {
      throw Failure(.usage, refusal.description)
    }
    try writer.finish()
    try Terminal.print(
      "Wrote \(Phrase.list(writer.names)) to \(shown(out)). Nobody in them exists.")
  }

  private func places(_ vocabulary: Vocabulary, _ today: Day) throws -> [School] {
    guard let schools else { return fictionalSchools(seed: seed).schools }
    let input = try InputFile(schools)
    var found: [School] = []
    var refusal: Finding?
    let report = try read(
      .schools, from: input.sheetFile(), vocabulary: vocabulary, today: today,
      found: { if refusal == nil, $0.weight != .note { refusal = $0 } },
      each: { if $0.draft.status != .closed { found.append($0.draft) } })
    if let refusal {
      let place = FindingPlace(file: input.name, shape: report.shape)
      throw Failure(.refused, "\(place.placeAndColumn(refusal)): \(shown(refusal.says))")
    }
    return found
  }
}

/// Files of a folder, written one after another; each is complete or not there.
private struct FolderWriter {
  private let folder: String
  private var descriptor: Int32 = -1
  private(set) var names: [String] = []

  init(_ folder: String) { self.folder = folder }

  mutating func write(_ name: String, _ bytes: [UInt8]) throws {
    if names.last != name { try begin(name) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent)
      }
      guard count > 0 else { throw failure(name) }
      sent += count
    }
  }

  private mutating func begin(_ name: String) throws {
    try finish()
    names.append(name)
    descriptor = open(part(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(name) }
  }

  mutating func finish() throws {
    guard descriptor >= 0, let name = names.last else { return }
    guard close(descriptor) == 0, rename(part(name), "\(folder)/\(name)") == 0 else {
      throw failure(name)
    }
    descriptor = -1
  }

  private func part(_ name: String) -> String { "\(folder)/.\(name).part" }

  private func failure(_ name: String) -> Failure {
    Failure(.refused, "cannot write \(folder)/\(name): \(String(cString: strerror(errno)))")
  }
}
