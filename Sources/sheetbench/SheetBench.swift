import ArgumentParser
import Configuring
import Defaults
import Domain
import Glibc
import Loading

/// Times the reader alone: a talent database typed and checked, its rows thrown away.
@main
struct SheetBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheetbench",
    abstract:
      "Read a people sheet (CSV or .xlsx) and print rows, findings, CPU seconds and peak MB.")

  @Argument(help: "The sheet.") var path: String

  func run() throws {
    let vocabulary = try Configuration(defaults: Defaults.files, overrides: []).vocabulary()
    let path = self.path
    let file = SheetFile(path) {
      guard let file = fopen(path, "rb") else {
        throw ValidationError("cannot open \(path): does it exist?")
      }
      setvbuf(file, nil, _IONBF, 0)
      return { fread($0.baseAddress, 1, $0.count, file) }
    }
    var rows = 0
    let started = clock()
    let report = try read(
      .people, from: file, vocabulary: vocabulary, today: Day(number: 20_779), found: { _ in },
      each: { _ in rows += 1 })
    let seconds = Double(clock() - started) / Double(CLOCKS_PER_SEC)
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print(rows, report.findingCount, (seconds * 1_000).rounded() / 1_000, usage.ru_maxrss / 1024)
  }
}
