/// A deployment instance in the benchmark's binary layout `DEPLOY1`, little-endian.
///
/// Minimise the costs of the chosen edges plus `penalty` for each unit of demand left unfilled; an
/// edge is chosen at most once, a candidate at most `cap` times, a home at most `release` times.
struct DeploymentInstance {
  var release: [Int32]
  var home: [Int32]
  var cap: [Int32]
  var demand: [Int32]
  var penalty: [Int32]
  /// Edges of need `n` are `rowStart[n]..<rowStart[n + 1]`.
  var rowStart: [Int]
  var candidate: [Int32]
  var cost: [Int32]

  enum FormatError: Error, CustomStringConvertible {
    case notAnInstance
    case cutShort

    var description: String {
      switch self {
      case .notAnInstance: "the file does not begin with DEPLOY1: is it a flow instance?"
      case .cutShort: "the file ends before its last edge: generate it again"
      }
    }
  }

  init(_ bytes: [UInt8]) throws(FormatError) {
    var rest = bytes[...]
    guard rest.starts(with: Array("DEPLOY1\0".utf8)) else { throw .notAnInstance }
    rest = rest.dropFirst(8)
    let homes = Int(try Self.take(1, from: &rest, as: UInt32.self)[0])
    let candidates = Int(try Self.take(1, from: &rest, as: UInt32.self)[0])
    let needs = Int(try Self.take(1, from: &rest, as: UInt32.self)[0])
    _ = try Self.take(1, from: &rest, as: UInt32.self)
    let edges = Int(try Self.take(1, from: &rest, as: UInt64.self)[0])
    release = try Self.take(homes, from: &rest, as: Int32.self)
    home = try Self.take(candidates, from: &rest, as: Int32.self)
    cap = try Self.take(candidates, from: &rest, as: Int32.self)
    demand = try Self.take(needs, from: &rest, as: Int32.self)
    penalty = try Self.take(needs, from: &rest, as: Int32.self)
    rowStart = try Self.take(needs + 1, from: &rest, as: UInt64.self).map { Int($0) }
    candidate = try Self.take(edges, from: &rest, as: Int32.self)
    cost = try Self.take(edges, from: &rest, as: Int32.self)
  }

  private static func take<Number: FixedWidthInteger & BitwiseCopyable>(
    _ count: Int, from rest: inout ArraySlice<UInt8>, as: Number.Type
  ) throws(FormatError) -> [Number] {
    let width = MemoryLayout<Number>.size
    guard rest.count / width >= count else { throw .cutShort }
    let numbers = rest.withUnsafeBytes { bytes in
      (0..<count).map {
        Number(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * width, as: Number.self))
      }
    }
    rest = rest.dropFirst(count * width)
    return numbers
  }
}
