import Domain
import Glibc

@testable import Loading

/// What reading a sheet came to, with the rows it handed over.
struct Reading<Draft: Sendable> {
  var rows: [Row<Draft>] = []
  var report = SheetReport()
  var found: [Finding] = []

  var drafts: [Draft] { rows.map(\.draft) }
  /// `line:column: says`, as the program prints them.
  var findings: [String] {
    found.map { "\($0.line):\($0.column): \($0.says)" }
  }
}

let today = Day(number: 20_779)  // 22 November 2026

/// Bytes given in pieces of one size.
func source(_ bytes: [UInt8], pieces: Int = 1 << 20) -> () -> ByteSource {
  {
    var at = 0
    return { buffer in
      let count = min(pieces, bytes.count - at, buffer.count)
      bytes.withUnsafeBytes { all in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[at..<(at + count)]))
      }
      at += count
      return count
    }
  }
}

func sheetFile(
  _ bytes: [UInt8], name: String = "sheet", sheet: String? = nil, pieces: Int = 1 << 20
) -> SheetFile {
  SheetFile(name, sheet: sheet, open: source(bytes, pieces: pieces))
}

func reading<Draft: Sendable>(
  _ layout: Layout<Draft>, _ bytes: [UInt8], name: String = "sheet", sheet: String? = nil,
  pieces: Int = 1 << 20, limits: Limits = .default, trustsDates: Bool = false
) throws -> Reading<Draft> {
  var result = Reading<Draft>()
  result.report = try read(
    layout, from: sheetFile(bytes, name: name, sheet: sheet, pieces: pieces),
    vocabulary: .ofTheDomain, today: today,
    limits: limits, trustsDates: trustsDates, found: { result.found.append($0) },
    each: { result.rows.append($0) })
  result.found += result.report.doubted
  return result
}

func reading<Draft: Sendable>(_ layout: Layout<Draft>, _ text: String, limits: Limits = .default)
  throws -> Reading<Draft>
{
  try reading(layout, Array(text.utf8), limits: limits)
}

/// The bytes of a file, or nil when there is none.
func contents(of path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return bytes }
    bytes.append(contentsOf: buffer[..<count])
  }
}

/// The package's own folder.
let packageRoot = String(
  #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
    separator: "/"))

/// Real sheets: in the folder that `TALENT_SHARED_DATA` names, else in `shared/data` next to the package;
/// nil when there are none.
let sharedData: String? = [
  getenv("TALENT_SHARED_DATA").map { String(cString: $0) }, packageRoot + "/../shared/data",
].compactMap { $0 }.first { access($0 + "/gias-schools-2022-04.csv", R_OK) == 0 }

/// The names of a folder's files, sorted.
func files(in folder: String, ending: String = ".csv") -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name.hasSuffix(ending) { names.append(name) }
  }
  return names.sorted()
}
