/// PostgreSQL's binary arrays of one dimension.
///
/// Layout: dimensions, a flag for nulls, the element's type; then, unless there are no dimensions,
/// length and lower bound; then each element as its length (-1 is null) and its bytes.
enum WireArray {
  static let headerLength = 20

  /// The elements, nil where the array holds a null. Nil when the bytes are no such array.
  static func read<Element: WireValue>(
    _ bytes: UnsafeRawBufferPointer, of: Element.Type
  ) -> [Element?]? {
    read(bytes) { field in
      guard let field else { return .some(nil) }
      return Element(wire: field).map { .some($0) }
    }
  }

  /// Like `read`, for arrays that hold no null.
  static func readAll<Element: WireValue>(
    _ bytes: UnsafeRawBufferPointer, of: Element.Type
  ) -> [Element]? {
    read(bytes) { $0.flatMap { Element(wire: $0) } }
  }

  /// What `element` makes of each field, nil being null; nil where it makes nothing of one.
  @inline(__always)
  static func read<Element>(
    _ bytes: UnsafeRawBufferPointer, _ element: (UnsafeRawBufferPointer?) -> Element?
  ) -> [Element]? {
    guard bytes.count >= 12 else { return nil }
    let dimensions = networkOrder(bytes, as: Int32.self)
    if dimensions == 0 { return bytes.count == 12 ? [] : nil }
    guard dimensions == 1, bytes.count >= headerLength else { return nil }
    let count = Int(networkOrder(bytes, at: 12, as: Int32.self))
    guard count >= 0, count <= (bytes.count - headerLength) / 4 else { return nil }
    var offset = headerLength
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count {
      guard let field = nextField(bytes, &offset), let value = element(field) else { return nil }
      elements.append(value)
    }
    return offset == bytes.count ? elements : nil
  }

  /// The bytes of an array, written by `write` an element at a time; nil is null.
  static func encode<Element>(
    _ elements: [Element?], type: WireType, _ write: (Element, inout [UInt8]) -> Void
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(headerLength + elements.count * 12)
    append(Int32(elements.isEmpty ? 0 : 1), to: &bytes)
    append(Int32(elements.contains { $0 == nil } ? 1 : 0), to: &bytes)
    append(type.rawValue, to: &bytes)
    if elements.isEmpty { return bytes }
    append(Int32(elements.count), to: &bytes)
    append(Int32(1), to: &bytes)
    for element in elements {
      guard let element else {
        append(Int32(-1), to: &bytes)
        continue
      }
      let start = bytes.count
      append(Int32(0), to: &bytes)
      write(element, &bytes)
      patch(Int32(bytes.count - start - 4), at: start, in: &bytes)
    }
    return bytes
  }

  static func append<T: FixedWidthInteger>(_ value: T, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  private static func patch(_ value: Int32, at offset: Int, in bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes {
      $0.storeBytes(of: value.bigEndian, toByteOffset: offset, as: Int32.self)
    }
  }

  /// The next element's bytes: outer nil when the array is cut short, inner nil for null.
  private static func nextField(
    _ bytes: UnsafeRawBufferPointer, _ offset: inout Int
  ) -> UnsafeRawBufferPointer?? {
    guard offset + 4 <= bytes.count else { return nil }
    let length = Int(networkOrder(bytes, at: offset, as: Int32.self))
    offset += 4
    if length < 0 { return .some(nil) }
    guard offset + length <= bytes.count else { return nil }
    defer { offset += length }
    return .some(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]))
  }
}

/// An array without nulls, as a column's value.
struct WireList<Element: WireValue>: WireValue {
  static var type: WireType {
    switch Element.type {
    case .text: .textArray
    case .int4: .int4Array
    case .int8: .int8Array
    case .int2: .int2Array
    case .bool: .boolArray
    case .date: .dateArray
    default: .textArray
    }
  }

  let elements: [Element]

  init() { elements = [] }

  init?(wire bytes: UnsafeRawBufferPointer) {
    guard let elements = WireArray.readAll(bytes, of: Element.self) else { return nil }
    self.elements = elements
  }
}
