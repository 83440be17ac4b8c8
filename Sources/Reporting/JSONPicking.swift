extension JSON {
  /// Only these fields of an object, or of every object in an array, in the order they are asked for.
  ///
  /// `a.b` is the field `b` inside `a`, where `a` is an object or an array of objects; a whole field
  /// asked for together with a part of it is whole. An object that lacks a field which another one in
  /// the same array has gets null. No fields asked for means all of them.
  ///
  /// - Throws: `UnknownField` when no object has it. An empty array has every field.
  public func picking(_ fields: [String]) throws(UnknownField) -> JSON {
    guard !fields.isEmpty else { return self }
    var selection = Selection()
    for field in fields {
      selection.add(field.split(separator: ".", omittingEmptySubsequences: false))
    }
    try selection.check(against: [self], path: "")
    return selection.pick(from: self)
  }
}

/// Which fields are asked for, as a tree: the names in order, each with what is asked for inside it.
private struct Selection {
  /// A selection without branches asks for everything.
  private var branches: [(name: String, inside: Selection)] = []
  private var isWhole = false

  mutating func add(_ path: some Collection<Substring>) {
    guard let name = path.first.map(String.init) else {
      isWhole = true
      return
    }
    let position = branches.firstIndex { $0.name == name }
    if position == nil { branches.append((name, Selection())) }
    branches[position ?? branches.count - 1].inside.add(path.dropFirst())
  }

  /// - Parameters:
  ///   - values: every value that stands at this place.
  ///   - path: the way here, each name followed by a point.
  func check(against values: [JSON], path: String) throws(UnknownField) {
    guard !isWhole else { return }
    let standing = values.flatMap(\.elements)
    guard !standing.isEmpty else { return }
    let members = standing.flatMap(\.members)
    let known = namesInOrder(members)
    for (name, inside) in branches {
      let values = members.filter { $0.0 == name }.map(\.1)
      guard !values.isEmpty else {
        throw UnknownField(field: path + name, known: known.map { path + $0 })
      }
      try inside.check(against: values, path: path + name + ".")
    }
  }

  func pick(from value: JSON) -> JSON {
    guard !isWhole else { return value }
    switch value {
    case .array(let elements): return .array(elements.map(pick))
    case .object(let members):
      return .object(
        branches.map { name, inside in
          (name, inside.pick(from: members.first { $0.0 == name }?.1 ?? .null))
        })
    default: return .null
    }
  }

  private func namesInOrder(_ members: [(String, JSON)]) -> [String] {
    var seen: Set<String> = []
    return members.map(\.0).filter { seen.insert($0).inserted }
  }
}

extension JSON {
  /// What can have fields or be asked in vain for one: the elements of an array, the value itself
  /// otherwise, and nothing for null, which says nothing about fields.
  fileprivate var elements: [JSON] {
    switch self {
    case .null: []
    case .array(let elements): elements.flatMap(\.elements)
    default: [self]
    }
  }

  fileprivate var members: [(String, JSON)] {
    if case .object(let members) = self { members } else { [] }
  }
}
