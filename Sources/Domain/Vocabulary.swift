/// The lists an organisation speaks in: specialisms, the ladder, phases, designations, programmes,
/// behaviours, readiness. Read from `config/`; a name outside its list is a miss, never a guess.
public struct Vocabulary: Hashable, Sendable {
  /// One list of names with the other ways people write them.
  public struct List: Hashable, Sendable {
    /// What the list holds, for messages: `specialism`.
    public var noun: String
    /// The names in their own order.
    public var names: [String]
    /// Folded spelling (of names and aliases) to name.
    public var byFoldedName: [String: String]

    public init(noun: String, names: [String], aliases: [String: String]) {
      self.noun = noun
      self.names = names
      var table: [String: String] = [:]
      for (alias, name) in aliases { table[Vocabulary.folded(alias)] = name }
      for name in names { table[Vocabulary.folded(name)] = name }
      byFoldedName = table
    }

    /// The list's own name for what somebody typed, or nil.
    public func name(for typed: String) -> String? { byFoldedName[Vocabulary.folded(typed)] }

    /// The nearest allowed name, for a hint; nil when nothing is near.
    public func nearest(to typed: String) -> String? {
      let wanted = Array(Vocabulary.folded(typed).utf8)
      return nearest(to: wanted, within: max(2, wanted.count / 2)) { _ in true }
    }

    /// The allowed name that is a slip or two away, for a hint; nil when none is. A word more
    /// (`vice principal`, `co-headteacher`), another number (`3+ years`) and another short word (`HoD`, `No`) are no slips.
    public func meant(by typed: String) -> String? {
      let wanted = Array(Vocabulary.folded(typed).utf8)
      let digits = wanted.filter(isDigit)
      let slips =
        switch wanted.count {
        case ...3: 0
        case 4...5: 1
        default: max(2, wanted.count / 4)
        }
      // A short word is a slip only of another that begins with the same letter.
      return nearest(to: wanted, within: slips) { spelling in
        spelling.utf8.filter(isDigit) == digits && !isLonger(wanted, than: Array(spelling.utf8))
          && (wanted.count > 5 || spelling.utf8.count > 3 && spelling.utf8.first == wanted.first)
      }
    }

    /// Whether something of its own stands before a word: a co-headteacher is no headteacher.
    private func isLonger(_ wanted: [UInt8], than word: [UInt8]) -> Bool {
      wanted.count >= word.count + 2 && wanted.suffix(word.count).elementsEqual(word)
    }

    private func isDigit(_ byte: UInt8) -> Bool { 48...57 ~= byte }

    private func nearest(
      to wanted: [UInt8], within limit: Int, where fits: (String) -> Bool
    ) -> String? {
      guard wanted.count <= 60 else { return nil }
      var best: (distance: Int, spelling: String, name: String)?
      for (spelling, name) in byFoldedName where fits(spelling) {
        let distance = editDistance(wanted, Array(spelling.utf8))
        if best.map({ (distance, spelling) < ($0.distance, $0.spelling) }) ?? true {
          best = (distance, spelling, name)
        }
      }
      guard let best, best.distance <= limit else { return nil }
      return best.name
    }
  }

  public var specialisms: List
  public var rungs: List
  public var phases: List
  public var roles: List
  public var programmes: List
  public var behaviours: List
  public var readiness: List
  public var clusterKinds: List
  public var settingKinds: List

  public init(
    specialisms: List, rungs: List, phases: List, roles: List, programmes: List, behaviours: List,
    readiness: List, clusterKinds: List, settingKinds: List
  ) {
    self.specialisms = specialisms
    self.rungs = rungs
    self.phases = phases
    self.roles = roles
    self.programmes = programmes
    self.behaviours = behaviours
    self.readiness = readiness
    self.clusterKinds = clusterKinds
    self.settingKinds = settingKinds
  }

  /// Case, spacing and the punctuation people vary are folded away: `Head-Teacher ` is `headteacher`.
  /// Between two digits something stays: 1-2 is neither 12 nor 1.2.
  public static func folded(_ text: String) -> String {
    var result = ""
    var between: Unicode.Scalar?
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", "-", "\u{2010}"..."\u{2014}", "/": between = between ?? "-"
      case ".", ",": between = "."
      case "\u{2019}", "'", "(", ")": continue
      default:
        if let mark = between, isDigit(scalar), result.unicodeScalars.last.map(isDigit) == true {
          result.unicodeScalars.append(mark)
        }
        between = nil
        if scalar == "&" { result += "and" } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

/// Levenshtein's edit distance, O(a·b) time, O(b) memory.
public func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var row = Array(0...b.count)
  for i in 1...a.count {
    var diagonal = row[0]
    row[0] = i
    for j in 1...b.count {
      let substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)
      diagonal = row[j]
      row[j] = min(substituted, row[j] + 1, row[j - 1] + 1)
    }
  }
  return row[b.count]
}
