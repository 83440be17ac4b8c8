/// What a statement sends for $1, $2 and so on: binary, each with its type; nil is SQL's null.
public struct Parameters {
  /// Where a value lies in `bytes`; null has none.
  private struct Place {
    let start: Int
    let length: Int
    let isNull: Bool
  }

  private(set) var types: [WireType] = []
  private var places: [Place] = []
  private var bytes: [UInt8] = []

  init() {}

  public mutating func add(_ value: Int32?) { addNumber(value, .int4) }

  public mutating func add(_ value: Int64?) { addNumber(value, .int8) }

  /// Sent as int8; see `addInt4` for an integer column.
  public mutating func add(_ value: Int?) { addNumber(value.map(Int64.init), .int8) }

  public mutating func add(_ value: Int16?) { addNumber(value, .int2) }

  public mutating func add(_ value: Bool?) {
    append(value, .bool) { $1.append($0 ? 1 : 0) }
  }

  public mutating func add(_ value: Double?) { addNumber(value?.bitPattern, .float8) }

  public mutating func add(_ value: String?) {
    append(value, .text) { $1.append(contentsOf: $0.utf8) }
  }

  /// Sent as bytea.
  public mutating func add(_ value: [UInt8]?) {
    append(value, .bytes) { $1.append(contentsOf: $0) }
  }

  /// A date, as days since 1970-01-01.
  public mutating func addDate(_ daysSince1970: Int32?) {
    addNumber(daysSince1970.map { WireDay(sinceUnixEpoch: $0).wire }, .date)
  }

  /// A timestamptz, as microseconds since 1970-01-01 UTC.
  public mutating func addTimestamp(_ microsecondsSince1970: Int64?) {
    addNumber(microsecondsSince1970.map { WireMoment(sinceUnixEpoch: $0).wire }, .timestamp)
  }

  /// Sent as int4. The caller has checked the range at the door; what is beyond it is sent as the
  /// nearest int4.
  public mutating func addInt4(_ value: Int?) {
    addNumber(value.map(Int32.init(clamping:)), .int4)
  }

  /// Text of a JSON document, sent as jsonb.
  public mutating func addJSON(_ text: String?) {
    append(text, .json) {
      $1.append(1)
      $1.append(contentsOf: $0.utf8)
    }
  }

  public mutating func add(_ values: [String]) { addStrings(values) }

  public mutating func add(_ values: [String?]) { addStrings(values) }

  public mutating func add(_ values: [Int32]) { addNumbers(values, .int4, .int4Array) }

  public mutating func add(_ values: [Int32?]) { addNumbers(values, .int4, .int4Array) }

  public mutating func add(_ values: [Int64]) { addNumbers(values, .int8, .int8Array) }

  public mutating func add(_ values: [Int64?]) { addNumbers(values, .int8, .int8Array) }

  public mutating func add(_ values: [Int16]) { addNumbers(values, .int2, .int2Array) }

  public mutating func add(_ values: [Int16?]) { addNumbers(values, .int2, .int2Array) }

  public mutating func add(_ values: [Bool]) { addTruths(values) }

  public mutating func add(_ values: [Bool?]) { addTruths(values) }

  /// Dates, as days since 1970-01-01.
  public mutating func addDates(_ daysSince1970: [Int32?]) {
    let days = daysSince1970.map { $0.map { WireDay(sinceUnixEpoch: $0).wire } }
    addNumbers(days, .date, .dateArray)
  }

  private mutating func addStrings(_ values: [String?]) {
    addArray(WireArray.encode(values, type: .text) { $1.append(contentsOf: $0.utf8) }, .textArray)
  }

  private mutating func addTruths(_ values: [Bool?]) {
    addArray(WireArray.encode(values, type: .bool) { $1.append($0 ? 1 : 0) }, .boolArray)
  }

  private mutating func addNumbers<T: FixedWidthInteger>(
    _ values: [T?], _ element: WireType, _ type: WireType
  ) {
    addArray(WireArray.encode(values, type: element) { WireArray.append($0, to: &$1) }, type)
  }

  private mutating func addNumber<T: FixedWidthInteger>(_ value: T?, _ type: WireType) {
    append(value, type) { WireArray.append($0, to: &$1) }
  }

  private mutating func addArray(_ encoded: [UInt8], _ type: WireType) {
    append(encoded, type) { $1.append(contentsOf: $0) }
  }

  private mutating func append<T>(
    _ value: T?, _ type: WireType, _ write: (T, inout [UInt8]) -> Void
  ) {
    let start = bytes.count
    types.append(type)
    if let value { write(value, &bytes) }
    places.append(Place(start: start, length: bytes.count - start, isNull: value == nil))
  }
}

/// Parameters in the shape libpq takes them, valid while the closure runs.
struct ParameterPointers {
  let count: Int32
  let types: UnsafePointer<UInt32>?
  let values: UnsafePointer<UnsafePointer<CChar>?>?
  let lengths: UnsafePointer<Int32>?
  let formats: UnsafePointer<Int32>?
}

extension Parameters {
  func withPointers<R>(_ body: (ParameterPointers) -> R) -> R {
    var padded = bytes
    padded.append(0)  // an empty text needs an address that is not null
    let oids = types.map(\.rawValue)
    let lengths = places.map { Int32($0.length) }
    let formats = [Int32](repeating: 1, count: places.count)
    return padded.withUnsafeBytes { raw in
      let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let values = places.map { place -> UnsafePointer<CChar>? in
        place.isNull ? nil : base.map { $0 + place.start }
      }
      return oids.withUnsafeBufferPointer { oids in
        values.withUnsafeBufferPointer { values in
          lengths.withUnsafeBufferPointer { lengths in
            formats.withUnsafeBufferPointer { formats in
              body(
                ParameterPointers(
                  count: Int32(places.count), types: oids.baseAddress, values: values.baseAddress,
                  lengths: lengths.baseAddress, formats: formats.baseAddress))
            }
          }
        }
      }
    }
  }
}
