/// Names that were typed to do harm, or that honest people have and programs trip over.
enum HostileNames {
  static let formulas = [
    "=HYPERLINK(\"http://x.example\",\"click\")", "=1+1", "+1", "+44 7700 900123", "-", "-1+1",
    "@SUM(A1:A9)", "\tTab", "\rReturn", "\nLine", "＝1+1", "＋1", "－1", "＠SUM", "'=1+1", "''=1+1",
    "'-12", "'", "''", "'tis", "=", "=\u{301}1", "-cmd|' /C calc'!A0", "-1.", "-.5", "--1", "+1e5",
  ]
  static let terminals = [
    "\u{1B}[31mred", "\u{1B}]52;c;aGVsbG8=\u{07}", "\u{9B}2J", "\u{202E}gpj.exe", "bell\u{07}",
    "\u{2066}isolate\u{2069}", "\u{7F}", "a\u{0}b", "a\r\nb", "one\u{2028}two\u{2029}three",
    "\u{85}",
  ]
  static let honest = [
    "Siân Llŷr", "Sia\u{302}n Lly\u{302}r", "Tŷ Ŵyn", "O’Brien", "O'Brien", "Zoë-Anne", "李小龍",
    "김철수",
    "דוד כהן", "محمد علي", "👩🏽‍🏫 Ms Lee", "🏴󠁧󠁢󠁷󠁬󠁳󠁿 Cymru", "नमस्ते", "<script>alert(1)</script>", "a,b",
    "\"Bob\"",
    "", " padded ", "-12", "+3.5", "-0.25", String(repeating: "N", count: 200),
    String(repeating: "é", count: 200),
  ]
  static let all = formulas + terminals + honest
}

/// Reproducible randomness (SplitMix64), so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Up to `length` pieces, most of them the ones that escaping and quoting must get right.
  mutating func text(length: Int) -> String {
    let pieces = [
      "'", "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "0", "7", ".", ",", "\"", " ",
      "a",
      "é", "\u{301}", "李", "\u{1B}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{2028}", "\\", "👩🏽‍🏫",
      "\u{FF00}",
    ]
    return (0..<Int.random(in: 0...length, using: &self)).reduce(into: "") { text, _ in
      text += pieces[Int.random(in: 0..<pieces.count, using: &self)]
    }
  }
}

/// Strings are equal to Swift when they look the same; files are equal when their bytes are.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
