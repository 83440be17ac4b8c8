/// The same text as UTF-8 without a byte order mark.
func decoded(_ source: @escaping ByteSource, from encoding: TextEncoding) -> ByteSource {
  switch encoding {
  case .utf8: return withoutMark(source)
  case .windows1252: return Transcoder(source, .windows1252).read
  case .utf16LittleEndian, .utf16BigEndian: return Transcoder(source, encoding).read
  }
}

/// The code points of Windows-1252's bytes 0x80 to 0xFF (the WHATWG index without its C1 fillers);
/// 0 for the five that have none.
let windows1252: [UInt16] =
  [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ] + Array(0xA0...0xFF)

/// Drops a UTF-8 byte order mark; otherwise the source's own bytes, uncopied.
private func withoutMark(_ source: @escaping ByteSource) -> ByteSource {
  var isFresh = true
  return { buffer in
    guard isFresh else { return try source(buffer) }
    isFresh = false
    var filled = 0
    while filled < 3 {
      let given = try source(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if given == 0 { break }
      filled += given
    }
    guard filled >= 3, buffer.starts(with: [0xEF, 0xBB, 0xBF]) else { return filled }
    if filled == 3 { return try source(buffer) }
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[3..<filled]))
    return filled - 3
  }
}

/// Turns one encoding's bytes into UTF-8 as they are asked for.
private final class Transcoder {
  private var window: ByteWindow
  private let encoding: TextEncoding
  private var isFresh = true

  init(_ source: @escaping ByteSource, _ encoding: TextEncoding) {
    window = ByteWindow(source, capacity: 1 << 16)
    self.encoding = encoding
  }

  /// A `ByteSource`. The buffer holds 4 bytes or more.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var output = UTF8Output(buffer: buffer)
    while output.hasRoom {
      if encoding == .windows1252 { copyASCII(to: &output) }
      guard output.hasRoom, let scalar = try next() else { break }
      output.append(scalar)
    }
    return output.count
  }

  /// Copies the run of ASCII at the front of the window, which is nearly everything.
  private func copyASCII(to output: inout UTF8Output) {
    let most = min(window.end, window.start + output.room)
    let end = skipASCII(window.base, window.start, most)
    output.append(
      UnsafeRawBufferPointer(start: window.base + window.start, count: end - window.start))
    window.start = end
  }

  private func next() throws -> UInt32? {
    if encoding == .windows1252 { return try nextByte().map(Transcoder.scalar) }
    if isFresh {
      isFresh = false
      _ = try nextUnit()  // the byte order mark
    }
    guard let unit = try nextUnit() else { return nil }
    switch unit {
    case 0: throw SheetFault("the file holds a NUL character: it is not text")
    case 0xD800...0xDBFF:
      guard let low = try nextUnit(), (0xDC00...0xDFFF).contains(low) else { throw halfPair }
      return 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(low & 0x3FF)
    case 0xDC00...0xDFFF: throw halfPair
    default: return UInt32(unit)
    }
  }

  private static func scalar(_ byte: UInt8) -> UInt32 {
    byte < 0x80 ? UInt32(byte) : UInt32(windows1252[Int(byte & 0x7F)])
  }

  private func nextUnit() throws -> UInt16? {
    guard let first = try nextByte() else { return nil }
    guard let second = try nextByte() else {
      throw SheetFault("the file ends in the middle of a UTF-16 character")
    }
    return encoding == .utf16LittleEndian
      ? UInt16(first) | UInt16(second) << 8 : UInt16(second) | UInt16(first) << 8
  }

  private func nextByte() throws -> UInt8? {
    if window.pending == 0 {
      try window.more()
      if window.pending == 0 { return nil }
    }
    defer { window.start += 1 }
    return window.base[window.start]
  }

  private var halfPair: SheetFault {
    SheetFault("byte \(window.offset + window.start) of the file is half of a UTF-16 pair")
  }
}

/// UTF-8 written into somebody's buffer.
private struct UTF8Output {
  let buffer: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  init(buffer: UnsafeMutableRawBufferPointer) { self.buffer = buffer }

  var room: Int { buffer.count - count }
  var hasRoom: Bool { room >= 4 }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(from: bytes)
    count += bytes.count
  }

  mutating func append(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80: put(scalar)
    case 0x80..<0x800:
      put(0xC0 | scalar >> 6)
      put(0x80 | scalar & 0x3F)
    case 0x800..<0x10000:
      put(0xE0 | scalar >> 12)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    default:
      put(0xF0 | scalar >> 18)
      put(0x80 | scalar >> 12 & 0x3F)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    }
  }

  private mutating func put(_ byte: UInt32) {
    buffer[count] = UInt8(truncatingIfNeeded: byte)
    count += 1
  }
}
