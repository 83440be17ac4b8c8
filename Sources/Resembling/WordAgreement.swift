/// How two words of names agree.
struct WordAgreement {
  let says: String
  let points: Int

  /// Whether the two are nothing alike.
  var isAnother: Bool { points <= Self.another }

  private static let another = -45

  init(_ one: Int32, _ other: Int32, in pool: borrowing Pool, _ weights: borrowing Weights) {
    if one == other {
      (says, points) = ("the same", weights.name(one))
      return
    }
    let (a, b) = (pool.names[one], pool.names[other])
    let most = max(a.letters, b.letters)
    if a.letters == 1 || b.letters == 1 {
      (says, points) =
        a.initial == b.initial ? ("an initial that fits", 15) : ("another initial", -50)
      return
    }
    let (mine, theirs) = (pool.names.text(one), pool.names.text(other))
    if most > 3, let count = slips(mine, theirs, atMost: most > 6 ? 2 : 1) {
      let weight = min(weights.name(one), weights.name(other))
      let isSure = count == 1 && most > 4
      (says, points) =
        count == 1
        ? ("one slip apart", max(10, weight - (isSure ? 25 : 40)))
        : ("two slips apart", max(0, weight - 50))
    } else if min(a.letters, b.letters) >= 3, mine.hasPrefix(theirs) || theirs.hasPrefix(mine) {
      (says, points) = ("one is the beginning of the other", 20)
    } else if most > 3, a.sound == b.sound {
      (says, points) = ("sounds alike", 5)
    } else {
      (says, points) = ("another", Self.another)
    }
  }
}
