/// The first byte that makes no sense in Windows-1252 where it stands, as the accented letters of Mac
/// OS Roman do: its é is Ž there, its ë an opening quote. Nil when there is none.
func firstMacLetter(_ open: () throws -> ByteSource) throws -> (place: Int, byte: UInt8)? {
  var window = ByteWindow(try open())
  var before: UInt8 = 0
  while true {
    try window.more()
    let end = window.isComplete ? window.end : max(window.start, window.end - 1)
    for at in window.start..<end {
      let byte = window.base[at]
      if byte >= 0x80 && isSmallLetter(before) {
        let after = at + 1 < window.end ? window.base[at + 1] : 0
        if isMacLetter(byte, isBeforeLetter: isSmallLetter(after)) {
          return (window.offset + at, byte)
        }
      }
      before = byte
    }
    window.start = end
    if window.isComplete { return nil }
  }
}

/// Directly after a small letter, Windows-1252 has no capital, no opening quote, and before another
/// letter none of its daggers, bullets and marks. An apostrophe (0x92) may stand anywhere.
private func isMacLetter(_ byte: UInt8, isBeforeLetter: Bool) -> Bool {
  switch byte {
  case 0x8A, 0x8C, 0x8E, 0x9F, 0x91, 0x93: true
  case 0x86, 0x87, 0x88, 0x89, 0x8B, 0x95, 0x98, 0x99, 0x9B: isBeforeLetter
  default: false
  }
}

private func isSmallLetter(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
}
