/// Names as small whole numbers, so that nothing compares text where pairs are counted in millions.
struct NameTable: Sendable {
  /// What a blank name gives.
  static let blank: Int32 = -1
  /// What a name gives that is recorded but stands in no list compared with it.
  static let foreign: Int32 = -2

  private var numbers: [String: Int32] = [:]

  var count: Int { numbers.count }

  mutating func add(_ name: String?) {
    guard let name, numbers[name] == nil else { return }
    numbers[name] = Int32(numbers.count)
  }

  func number(_ name: String?) -> Int32 {
    guard let name else { return NameTable.blank }
    return numbers[name] ?? NameTable.foreign
  }
}
