/// How two words of names agree.
struct WordAgreement {
  let says: String
  let points: Int
  var isSame = false
  /// Whether the two are nothing alike.
  var isAnother = false
  /// Whether one is but an initial.
  var isInitial = false

  /// What another forename says: few people's change.
  static let anotherForename = -50
  /// What another surname says: one in ten changes by marriage.
  static let anotherSurname = -33

  init(
    _ one: Int32, _ other: Int32, whenAnother another: Int = anotherForename,
    in pool: borrowing Pool, _ weights: borrowing Weights
  ) {
    if one == other {
      (says, points) = ("the same", weights.name(one))
      isInitial = pool.names[one].letters == 1
      isSame = true
      return
    }
    let (a, b) = (pool.names[one], pool.names[other])
    if a.letters == 1 || b.letters == 1 {
      let fits = a.initial == b.initial
      (says, points) = fits ? ("an initial that fits", 25) : ("another initial", -50)
      isInitial = true
      isAnother = !fits
      return
    }
    let least = min(weights.name(one), weights.name(other))
    if a.isShort(with: b) {
      (says, points) = ("one is short for the other", max(10, least - 20))
    } else if let slip = Slipped(one, other, least, in: pool, weights), slip.points > another {
      (says, points) = (slip.says, slip.points)
    } else {
      (says, points) = ("another", another)
      isAnother = true
    }
  }
}

/// Two words that may be one, written down with slips.
private struct Slipped {
  let says: String
  let points: Int

  init?(
    _ one: Int32, _ other: Int32, _ least: Int, in pool: borrowing Pool,
    _ weights: borrowing Weights
  ) {
    let (a, b) = (pool.names[one], pool.names[other])
    let (most, fewest) = (max(a.letters, b.letters), min(a.letters, b.letters))
    let limit = most > 6 ? 3 : most > 3 ? 2 : 1
    // A word that several people have is more often a name of its own than a slip of another.
    let rarer = min(pool.names.count(of: one), pool.names.count(of: other))
    let often = rarer > 2 ? max(weights.name(one), weights.name(other)) : 200
    let (mine, theirs) = (pool.names.text(one), pool.names.text(other))
    let isAlike = a.sound == b.sound
    if a.isNear(b, atMost: limit), let count = slips(mine, theirs, atMost: limit) {
      let lost = Self.lost[count - 1] + max(0, 5 + count - most) * 10
      // How much rarer this slip is among all than just that name.
      let asSlip = often + (isAlike ? -45 : -70) - count * 10
      (says, points) = (Self.counted[count - 1], max(-30, min(least - lost, asSlip)))
    } else if fewest >= 3, mine.hasPrefix(theirs) || theirs.hasPrefix(mine) {
      (says, points) = ("one is the beginning of the other", 20)
    } else if most > 3, isAlike {
      (says, points) = ("sounds alike", rarer > 2 ? 5 : max(5, least - 60))
    } else {
      return nil
    }
  }

  private static let lost = [20, 45, 75]
  private static let counted = ["one slip apart", "two slips apart", "three slips apart"]
}
