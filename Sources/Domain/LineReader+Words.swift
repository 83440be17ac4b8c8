extension LineReader {
  /// Makes texts of fields, and keeps the words met last: most fields repeat an earlier one, and a text
  /// of more than 15 bytes is a piece of memory of its own.
  struct Words {
    private static let places = 1 << 10

    private var known = [String](repeating: "", count: places)

    mutating func text(unescaping field: UnsafeBufferPointer<UInt8>) -> String {
      if field.contains(92) { return Words.unescaped(field) }
      guard field.count > 15 else { return String(decoding: field, as: UTF8.self) }
      let place = Words.place(of: field)
      if known[place].utf8.elementsEqual(field) { return known[place] }
      let text = String(decoding: field, as: UTF8.self)
      known[place] = text
      return text
    }

    private static func place(of field: UnsafeBufferPointer<UInt8>) -> Int {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in field { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return Int(truncatingIfNeeded: hash >> 32) & (places - 1)
    }

    private static func unescaped(_ field: UnsafeBufferPointer<UInt8>) -> String {
      var bytes: [UInt8] = []
      var isEscaped = false
      for byte in field {
        if isEscaped {
          switch byte {
          case UInt8(ascii: "t"): bytes.append(9)
          case UInt8(ascii: "n"): bytes.append(10)
          case UInt8(ascii: "r"): bytes.append(13)
          default: bytes.append(byte)
          }
          isEscaped = false
        } else if byte == 92 {
          isEscaped = true
        } else {
          bytes.append(byte)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
