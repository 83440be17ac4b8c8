import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a whole file.
func readBytes(_ path: String) throws -> [UInt8] {
  guard let file = fopen(path, "rb") else {
    throw ValidationError("cannot open \(path): does it exist?")
  }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let size = max(0, ftell(file))
  rewind(file)
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, file)
  }
}

/// Writes numbers as they lie in memory.
func writeBytes(_ numbers: [Int64], to path: String) throws {
  guard let file = fopen(path, "wb") else { throw ValidationError("cannot write \(path)") }
  defer { fclose(file) }
  let written = numbers.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
  guard written == numbers.count * 8 else { throw ValidationError("cannot write all of \(path)") }
}
