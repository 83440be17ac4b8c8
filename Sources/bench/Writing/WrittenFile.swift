import Glibc

/// A file being written, from front to back.
struct WrittenFile: ~Copyable {
  private let name: String
  private let file: UnsafeMutablePointer<FILE>
  private var isWhole = true

  init(_ path: String) throws(InstanceError) {
    guard let opened = fopen(path, "wb") else {
      throw InstanceError(
        file: path, problem: "cannot be written: \(String(cString: strerror(errno)))",
        remedy: "name a file in a directory that you may write in")
    }
    name = path
    file = opened
  }

  deinit { fclose(file) }

  /// Little-endian, whatever the machine.
  mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(_ numbers: [Number]) {
    let ordered =
      Number(1).littleEndian == 1 ? numbers : numbers.map { Number(littleEndian: $0) }
    let written = ordered.withUnsafeBytes {
      $0.isEmpty ? 0 : fwrite($0.baseAddress, 1, $0.count, file)
    }
    isWhole = isWhole && written == numbers.count * MemoryLayout<Number>.size
  }

  /// Says whether everything arrived; must be the last call.
  mutating func finish() throws(InstanceError) {
    guard isWhole, fflush(file) == 0 else {
      throw InstanceError(
        file: name, problem: "could not be written to its end", remedy: "make room on the disk")
    }
  }
}

/// Writes what a solve chose.
func writeMarks(_ marks: [Int64], to path: String) throws(InstanceError) {
  var file = try WrittenFile(path)
  file.put(marks)
  try file.finish()
}

extension DeploymentInstance {
  func write(to path: String) throws(InstanceError) {
    var file = try WrittenFile(path)
    file.put(Self.magic)
    file.put([UInt32(release.count), UInt32(home.count), UInt32(demand.count), 0])
    file.put([UInt64(candidate.count)])
    for numbers in [release, home, cap, demand, penalty] { file.put(numbers) }
    file.put(rowStart.map { UInt64($0) })
    file.put(candidate)
    file.put(cost)
    try file.finish()
  }
}

extension DenseInstance {
  func write(to path: String) throws(InstanceError) {
    var file = try WrittenFile(path)
    file.put(Self.magic)
    file.put([UInt32(rows), UInt32(columns)])
    file.put(cost)
    try file.finish()
  }
}
