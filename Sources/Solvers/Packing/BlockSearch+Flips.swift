extension BlockSearch {
  /// As `most`, with what a home of several limits would be worth at most if one free part were decided otherwise.
  ///
  /// Told by the prices of the limits: a group is worth no more than what its people win after paying.
  ///
  /// - Parameters:
  ///   - isChosen: parts of the choice decided against.
  ///   - bound: by part, what is found.
  mutating func flips(
    ofHome home: Int, worth: borrowing Table<Int>, state: borrowing Table<UInt8>,
    isChosen: borrowing Table<Bool>, into bound: borrowing Table<Int>
  ) {
    var taken = 0
    for part in tables.parts(home) {
      // So it is with parts that meet no limit that binds.
      ifTaken[part] = min(0, worth[part])
      ifLeft[part] = -max(0, worth[part])
      if state[part] == State.taken { taken += 1 }
    }
    groups.isForFlips = true
    let found = most(ofHome: home, worth: worth, state: state)
    groups.isForFlips = false
    let first = Int(tables.limitStart[home])
    for part in tables.parts(home) where state[part] == State.free {
      if isChosen[part] {
        bound[part] = found + ifLeft[part]
      } else {
        bound[part] = fits(part, first, taken) ? found + ifTaken[part] : Self.impossible
      }
    }
  }

  /// - Parameter most: what the group just solved is worth.
  mutating func noteFlips(
    _ group: Int, _ first: Int, _ most: Int, _ worth: borrowing Table<Int>, isKnapsack: Bool
  ) {
    if isKnapsack {
      let priced = knapsack.priced
      knapsack.eachItem { part, reduced in
        ifTaken[part] = min(0, priced + min(0, reduced) - most)
        ifLeft[part] = min(0, priced - max(0, reduced) - most)
      }
    } else {
      groups.eachFlip { part, with, without in
        ifTaken[part] = min(0, with - most)
        ifLeft[part] = min(0, without - most)
      }
    }
  }
}
