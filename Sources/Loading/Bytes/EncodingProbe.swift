/// What one raw pass tells about a sheet's encoding. Places are bytes from the start of the file, from 0.
struct EncodingProbe {
  /// Whether there are well-formed UTF-8 characters past ASCII that are no accident.
  private(set) var hasMultibyte = false
  /// How many of them are letters of Western or Central Europe, or a quote or dash.
  private var western = 0
  /// Whether there are some that are letters and marks of Windows-1252, and rare as what they are in UTF-8.
  private var hasRarePair = false
  /// Whether there are some that are letters of many languages in UTF-8.
  private var hasCommonPair = false
  /// How many bytes no UTF-8 character holds, and how many of those stand beside another past ASCII.
  private var strays = 0
  private var crowdedStrays = 0
  /// The byte before the window.
  private var last: UInt8 = 0
  /// The first byte that no UTF-8 character holds, and which it was.
  private(set) var firstStray: (place: Int, byte: UInt8)?
  /// The first stray byte that Windows-1252 leaves undefined.
  private(set) var firstUndefined: (place: Int, byte: UInt8)?
  private(set) var firstNUL: Int?
  /// Every second byte near the first NUL is NUL: UTF-16 without its mark.
  private var looksLikeUTF16 = false

  mutating func scan(_ window: inout ByteWindow) throws {
    while true {
      step(&window)
      if firstNUL != nil || (window.isComplete && window.pending == 0) { return }
      try window.more()
    }
  }

  /// Takes every whole character of the window with the two bytes behind it; leaves at most five unless all is
  /// there.
  private mutating func step(_ window: inout ByteWindow) {
    var at = window.start
    while at < window.end {
      at = skipASCII(window.base, at, window.end)
      guard at < window.end else { break }
      let byte = window.base[at]
      if byte == 0 {
        firstNUL = window.offset + at
        noteAlternation(window.base, at, window.end)
        return
      }
      if byte < 0x80 {
        at += 1
        continue
      }
      let rest = UnsafeBufferPointer(start: window.base + at, count: window.end - at)
      if rest.count < 6 && !window.isComplete { break }
      let length = utf8Length(rest)
      let before = at > window.start ? window.base[at - 1] : last
      if length > 0 {
        note(rest, length: length, after: before)
      } else {
        noteStray(rest, after: before, at: window.offset + at)
      }
      at += max(1, length)
    }
    if at > window.start { last = window.base[at - 1] }
    window.start = at
  }

  private mutating func note(
    _ bytes: UnsafeBufferPointer<UInt8>, length: Int, after before: UInt8
  ) {
    if 0xC2...0xC5 ~= bytes[0] || bytes[0] == 0xE2 && bytes[1] == 0x80 { western += 1 }
    if hasMultibyte { return }
    if let pair = WesternPair(bytes, length: length, after: before) {
      hasRarePair = hasRarePair || pair.isRareInUTF8
      hasCommonPair = hasCommonPair || pair.isCommonInUTF8
    } else {
      hasMultibyte = true
    }
  }

  private mutating func noteStray(
    _ bytes: UnsafeBufferPointer<UInt8>, after before: UInt8, at place: Int
  ) {
    strays += 1
    if before >= 0x80 || bytes.count > 1 && bytes[1] >= 0x80 { crowdedStrays += 1 }
    firstStray = firstStray ?? (place, bytes[0])
    if firstUndefined == nil && windows1252[Int(bytes[0] & 0x7F)] == 0 {
      firstUndefined = (place, bytes[0])
    }
  }

  private mutating func noteAlternation(_ base: UnsafeMutablePointer<UInt8>, _ at: Int, _ end: Int)
  {
    let near = max(0, at - 1)..<min(end, at + 31)
    let zeros = near.filter { base[$0] == 0 }
    looksLikeUTF16 =
      zeros.count > 1 && zeros.count * 3 >= near.count && zeros.allSatisfy { ($0 - at) % 2 == 0 }
  }

  /// The encoding, or why there is none; the file is read again only to name a line.
  func verdict(_ open: () throws -> ByteSource, isMarked: Bool) throws -> TextEncoding {
    if let place = firstNUL { throw try nulFault(place, open) }
    guard let stray = firstStray else {
      return hasRarePair && !hasMultibyte && !isMarked ? .windows1252 : .utf8
    }
    if isMarked || hasMultibyte || hasCommonPair && !hasRarePair {
      throw try strayFault(stray, open, isMarked: isMarked)
    }
    if let undefined = firstUndefined {
      throw SheetFault(
        line: try lineNumber(ofByte: undefined.place, open),
        "byte \(undefined.place + 1) of the file (\(hex(undefined.byte))) is neither UTF-8 nor Windows-1252",
        hint: EncodingProbe.save)
    }
    if let letter = try OldLetter.first(open) {
      throw SheetFault(
        line: try lineNumber(ofByte: letter.place, open),
        "byte \(letter.place + 1) of the file (\(hex(letter.byte))) is no letter of Windows-1252 where it stands: the file looks like \(letter.looksLike)",
        hint: EncodingProbe.saveThere)
    }
    return .windows1252
  }

  private static let save = "Try: open it in a spreadsheet and save it as CSV UTF-8"
  private static let saveThere =
    "Try: open it in the spreadsheet it was saved from, and save it as CSV UTF-8"

  /// A byte that is not UTF-8 where other bytes are, or should be.
  private func strayFault(
    _ stray: (place: Int, byte: UInt8), _ open: () throws -> ByteSource, isMarked: Bool
  ) throws -> SheetFault {
    let line = try lineNumber(ofByte: stray.place, open)
    let place = "byte \(stray.place + 1)"
    if isMarked {
      return SheetFault(
        line: line, "the file says that it is UTF-8, and \(place) (\(hex(stray.byte))) is not",
        hint: EncodingProbe.save)
    }
    // In a mixture most letters are those of UTF-8, or the others stand alone; in another encoding neither.
    if western > strays || 2 * crowdedStrays <= strays {
      return SheetFault(
        line: line,
        "\(place) of the file (\(hex(stray.byte))) is not UTF-8, but other letters in the file are: it mixes two encodings",
        hint: EncodingProbe.save)
    }
    return SheetFault(
      line: line,
      "\(place) of the file (\(hex(stray.byte))) is not UTF-8, and the letters around it are not Windows-1252: the file is in an encoding that is not read",
      hint: EncodingProbe.saveThere)
  }

  private func nulFault(_ place: Int, _ open: () throws -> ByteSource) throws -> SheetFault {
    if looksLikeUTF16 {
      return SheetFault(
        "the file looks like UTF-16 without its byte order mark",
        hint: "Try: open it in a spreadsheet and save it as CSV UTF-8")
    }
    let line = try lineNumber(ofByte: place, open)
    if try isNULToTheEnd(from: place, open) {
      return SheetFault(
        line: line, "from byte \(place + 1) to its end the file is NUL: it was not saved whole",
        hint: "Try: save it again from the program it came from")
    }
    return SheetFault(
      line: line, "byte \(place + 1) of the file is NUL: it is not text",
      hint: "Try: open it in a spreadsheet, if it is a sheet at all, and save it as CSV UTF-8")
  }

  private func isNULToTheEnd(from place: Int, _ open: () throws -> ByteSource) throws -> Bool {
    var window = ByteWindow(try open())
    while true {
      try window.more()
      for at in window.start..<window.end where window.offset + at >= place {
        if window.base[at] != 0 { return false }
      }
      window.start = window.end
      if window.isComplete { return place > 0 }
    }
  }
}

/// The first place from `at` that is not plain ASCII; bytes are taken eight at a time.
func skipASCII(_ base: UnsafeMutablePointer<UInt8>, _ from: Int, _ end: Int) -> Int {
  var at = from
  let raw = UnsafeRawPointer(base)
  while at + 8 <= end {
    let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    let holdsZero = (word &- 0x0101_0101_0101_0101) & ~word
    if (holdsZero | word) & 0x8080_8080_8080_8080 != 0 { break }
    at += 8
  }
  while at < end && base[at] != 0 && base[at] < 0x80 { at += 1 }
  return at
}

/// How many bytes the well-formed UTF-8 character at the front has (2 to 4); 0 when there is none.
///
/// The Unicode Standard, table 3-7.
func utf8Length(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  func follows(_ at: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    at < bytes.count && range.contains(bytes[at])
  }
  switch bytes[0] {
  case 0xC2...0xDF: return follows(1) ? 2 : 0
  case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
  case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
  case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
  case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
  case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
  case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
  default: return 0
  }
}

/// The physical line, from 1, that a byte of the file stands on.
private func lineNumber(ofByte place: Int, _ open: () throws -> ByteSource) throws -> Int {
  var window = ByteWindow(try open())
  var line = 1
  var previous: UInt8 = 0
  while true {
    try window.more()
    for at in window.start..<window.end {
      if window.offset + at >= place { return line }
      let byte = window.base[at]
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line += 1 }
      previous = byte
    }
    window.start = window.end
    if window.isComplete { return line }
  }
}

private func hex(_ byte: UInt8) -> String {
  "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
