/// A zip made in memory: parts stored as they are, unless packed bytes are given.
struct ZipBytes {
  private struct Part {
    var name: [UInt8]
    var method: UInt16
    var flags: UInt16
    var crc: UInt32
    var packed: [UInt8]
    var size: Int
    var offset: Int
  }

  private(set) var bytes: [UInt8] = []
  private var parts: [Part] = []

  mutating func add(_ name: String, _ content: [UInt8], flags: UInt16 = 0, crc: UInt32? = nil) {
    add(
      Part(
        name: Array(name.utf8), method: 0, flags: flags, crc: crc ?? crc32(content),
        packed: content, size: content.count, offset: bytes.count))
  }

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  /// A part of so many spaces, packed a thousandfold by deflate; `saying` is the size it claims to have.
  mutating func addSpaces(
    _ name: String, after head: String, megabytes: Int, saying claimed: Int? = nil
  ) {
    let (packed, crc, size) = deflatedSpaces(after: Array(head.utf8), count: megabytes << 20)
    add(
      Part(
        name: Array(name.utf8), method: 8, flags: 0, crc: crc, packed: packed,
        size: claimed ?? size,
        offset: bytes.count))
  }

  private mutating func add(_ part: Part) {
    bytes += little(0x0403_4B50) + header(part) + little(0, 2) + [] + part.name
    bytes += part.packed
    parts.append(part)
  }

  private func header(_ part: Part) -> [UInt8] {
    little(20, 2) + little(Int(part.flags), 2) + little(Int(part.method), 2) + little(0, 4)
      + little(Int(part.crc)) + little(part.packed.count) + little(part.size)
      + little(part.name.count, 2)
  }

  /// The whole archive, its directory at the end.
  func finished() -> [UInt8] {
    var directory: [UInt8] = []
    for part in parts {
      directory += little(0x0201_4B50) + little(20, 2) + header(part) + little(0, 2) + little(0, 2)
      directory += little(0, 2) + little(0, 2) + little(0) + little(part.offset) + part.name
    }
    let end =
      little(0x0605_4B50) + little(0, 2) + little(0, 2) + little(parts.count, 2)
      + little(parts.count, 2) + little(directory.count) + little(bytes.count) + little(0, 2)
    return bytes + directory + end
  }
}

private func little(_ number: Int, _ count: Int = 4) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

private let crcTable: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
}

func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
  ~bytes.reduce(~UInt32(0)) { crcTable[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
}

/// A deflate stream (RFC 1951) of a head and then so many spaces: fixed codes, runs of 258.
private func deflatedSpaces(after head: [UInt8], count: Int) -> ([UInt8], UInt32, Int) {
  var bits = BitWriter()
  bits.write(1, 1)  // the last block
  bits.write(1, 2)  // fixed codes
  for byte in head + [0x20] { bits.literal(byte) }
  let runs = count / 258
  for _ in 0..<runs { bits.runOf258() }
  bits.write(0, 7)  // the end of the block
  let size = head.count + 1 + runs * 258
  var crc = ~UInt32(0)
  for byte in head { crc = crcTable[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8 }
  for _ in 0..<(size - head.count) {
    crc = crcTable[Int(UInt8(truncatingIfNeeded: crc) ^ 0x20)] ^ crc >> 8
  }
  return (bits.finished(), ~crc, size)
}

private struct BitWriter {
  private var bytes: [UInt8] = []
  private var buffer: UInt32 = 0
  private var count = 0

  mutating func write(_ value: UInt32, _ width: Int) {
    buffer |= value << count
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: buffer))
      buffer >>= 8
      count -= 8
    }
  }

  /// A Huffman code is written from its top bit.
  private mutating func code(_ code: UInt32, _ width: Int) {
    for bit in (0..<width).reversed() { write(code >> bit & 1, 1) }
  }

  mutating func literal(_ byte: UInt8) {
    if byte < 144 { code(0x30 + UInt32(byte), 8) } else { code(0x190 + UInt32(byte) - 144, 9) }
  }

  /// Length 258 is code 285 without extra bits; distance 1 is code 0.
  mutating func runOf258() {
    code(0xC0 + 285 - 280, 8)
    code(0, 5)
  }

  mutating func finished() -> [UInt8] {
    count > 0 ? bytes + [UInt8(truncatingIfNeeded: buffer)] : bytes
  }
}
