import Domain

/// The SHA-256 of a file in hexadecimal, as `sha256sum` prints it.
public func fileHash(_ open: () throws -> ByteSource) throws -> String {
  let source = try open()
  var hash = SHA256()
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = try buffer.withUnsafeMutableBytes { try source($0) }
    if count == 0 { break }
    buffer.withUnsafeBytes { hash.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }
  return hash.finished().map { byte in
    byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
  }.joined()
}
