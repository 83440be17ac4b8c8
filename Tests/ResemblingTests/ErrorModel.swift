/// How records of one person come to differ.
enum ErrorModel: String, CaseIterable {
  /// Febrl's sets 1, 2, 3 and 4, and as much as its generator changes at all.
  case febrl1, febrl2, febrl3, febrl4, febrlMost
  /// The last two with each TRN only once in the pool.
  case febrl4Once, febrlMostOnce
  case names500, names10000
  case voters
  case offices

  func pool(_ people: Int, seed: UInt64) -> KnownPool {
    switch self {
    case .febrl1: FebrlPool(mostOfRecord: 1, mostOfField: 1).pool(people / 2, seed: seed)
    case .febrl2:
      FebrlPool(mostOfRecord: 2, mostOfField: 2, mostAgain: 5).pool(people / 2, seed: seed)
    case .febrl3:
      FebrlPool(mostOfRecord: 6, mostOfField: 4, mostAgain: 5).pool(people / 2, seed: seed)
    case .febrl4: FebrlPool(mostOfRecord: 4, mostOfField: 2).pool(people / 2, seed: seed)
    case .febrlMost:
      FebrlPool(mostOfRecord: 10, mostOfField: 3, mostAgain: 3).pool(people / 2, seed: seed)
    case .febrl4Once:
      FebrlPool(mostOfRecord: 4, mostOfField: 2, isEachTRNOnce: true).pool(people / 2, seed: seed)
    case .febrlMostOnce:
      FebrlPool(mostOfRecord: 10, mostOfField: 3, mostAgain: 3, isEachTRNOnce: true)
        .pool(people / 2, seed: seed)
    case .names500: namesAlonePool(500, seed: seed)
    case .names10000: namesAlonePool(people, seed: seed)
    case .voters: votersPool(people, seed: seed)
    case .offices: officesPool(people, seed: seed)
    }
  }
}
