/// Names as small whole numbers, so that nothing compares text where pairs are counted in millions.
struct NameTable: Sendable {
  /// What a blank name gives.
  static let blank: Int32 = -1
  /// What a name gives that is recorded but stands in no list compared with it.
  static let foreign: Int32 = -2

  private var numbers: [String: Int32] = [:]
  private var names: [String] = []

  var count: Int { names.count }

  mutating func add(_ name: String?) {
    guard let name, numbers[name] == nil else { return }
    numbers[name] = Int32(names.count)
    names.append(name)
  }

  /// The name of a number that is neither blank nor foreign.
  func name(_ number: Int32) -> String { names[Int(number)] }

  func number(_ name: String?) -> Int32 {
    guard let name else { return NameTable.blank }
    return numbers[name] ?? NameTable.foreign
  }
}
