import Glibc

/// An open file of known size, read from front to back.
///
/// Arrays are filled straight from the file, so that reading needs no more memory than what is read.
struct StoredFile: ~Copyable {
  let name: String
  /// What is left to read.
  private(set) var remaining: Int
  private let file: UnsafeMutablePointer<FILE>

  init(_ path: String) throws(InstanceError) {
    name = path
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw InstanceError(
        file: path, problem: "there is no such file", remedy: "look at the spelling of its path")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw InstanceError(
        file: path, problem: "is not a file but a directory or a pipe",
        remedy: "name a file on disk; its size must be known before it is read")
    }
    guard let opened = fopen(path, "rb") else {
      throw InstanceError(
        file: path, problem: "cannot be opened: \(String(cString: strerror(errno)))",
        remedy: "ask for the right to read it")
    }
    file = opened
    remaining = Int(status.st_size)
  }

  deinit { fclose(file) }

  /// The next numbers, little-endian in the file.
  mutating func take<Number: FixedWidthInteger & BitwiseCopyable>(
    _ count: Int, as: Number.Type = Number.self
  ) throws(InstanceError) -> [Number] {
    let width = MemoryLayout<Number>.size
    guard count >= 0, count <= remaining / width else { throw cutShort() }
    let numbers = [Number](unsafeUninitializedCapacity: count) { buffer, initialised in
      initialised = count == 0 ? 0 : fread(buffer.baseAddress, width, count, file)
    }
    guard numbers.count == count else { throw cutShort() }
    remaining -= count * width
    return Number(1).littleEndian == 1 ? numbers : numbers.map { Number(littleEndian: $0) }
  }

  /// Nothing is left to read.
  func end() throws(InstanceError) {
    guard remaining == 0 else {
      throw failure(
        "goes on for \(remaining) bytes after the numbers its header promises",
        "take the rest out, copy it again, or correct the header")
    }
  }

  /// The first bytes, to recognise the file by; they stay to be read.
  func beginning(_ count: Int) -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
      initialised = fread(buffer.baseAddress, 1, count, file)
    }
    rewind(file)
    return bytes
  }

  func failure(_ problem: String, _ remedy: String) -> InstanceError {
    InstanceError(file: name, problem: problem, remedy: remedy)
  }

  private func cutShort() -> InstanceError {
    failure(
      "ends before the numbers its header promises", "copy or generate it again: it was cut short")
  }
}
