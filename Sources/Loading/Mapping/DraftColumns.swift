import Domain

/// The columns of a kind, with all that a sheet's headings are held against.
struct DraftColumns {
  let noun: String
  let columns: Columns
  /// By folded heading, of ours and of the mappings that are known.
  let names: [String: Int]
  let bareNames: [String: Int]
  /// By folded name: the columns that people call so.
  let callings: [String: [Int]]
  /// The columns' names by their numbers, in order.
  let spellings: [(column: Int, name: Int)]

  init(_ noun: String, _ columns: Columns, known: [SheetMapping.Column]) {
    self.noun = noun
    self.columns = columns
    var names = columns.byFoldedHeading
    for column in known {
      guard let at = columns.plans.firstIndex(where: { $0.heading == column.heading }) else {
        continue
      }
      for typed in column.typed where names[foldedHeading(typed)] == nil {
        names[foldedHeading(typed)] = at
      }
    }
    self.names = names
    bareNames = columns.byBareHeading
    var callings: [String: [Int]] = [:]
    for (at, plan) in columns.plans.enumerated() {
      for name in Set(LikelyHeadings.names(of: plan.heading, in: noun).map { foldedHeading($0) }) {
        callings[name, default: []].append(at)
      }
    }
    self.callings = callings
    spellings = columns.plans.enumerated().flatMap { at, plan in
      ([plan.heading] + plan.synonyms).compactMap { name in
        OurNames.numbers[name].map { (at, $0) }
      }
    }
  }
}
