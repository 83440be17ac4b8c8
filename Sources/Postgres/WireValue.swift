/// A Swift value that can be read from PostgreSQL's binary format.
protocol WireValue {
  static var type: WireType { get }

  /// Nil when the bytes are not such a value.
  init?(wire bytes: UnsafeRawBufferPointer)
}

/// The whole number in network byte order at an offset. The caller has checked the length.
@inline(__always)
func networkOrder<T: FixedWidthInteger>(
  _ bytes: UnsafeRawBufferPointer, at offset: Int = 0, as: T.Type = T.self
) -> T {
  T(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
}

extension Int16: WireValue {
  static var type: WireType { .int2 }

  init?(wire bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 2 else { return nil }
    self = networkOrder(bytes)
  }
}

extension Int32: WireValue {
  static var type: WireType { .int4 }

  init?(wire bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 4 else { return nil }
    self = networkOrder(bytes)
  }
}

extension Int64: WireValue {
  static var type: WireType { .int8 }

  init?(wire bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 8 else { return nil }
    self = networkOrder(bytes)
  }
}

extension Int: WireValue {
  static var type: WireType { .wholeNumber }

  init?(wire bytes: UnsafeRawBufferPointer) {
    switch bytes.count {
    case 8: self = Int(networkOrder(bytes, as: Int64.self))
    case 4: self = Int(networkOrder(bytes, as: Int32.self))
    case 2: self = Int(networkOrder(bytes, as: Int16.self))
    default: return nil
    }
  }
}

extension Bool: WireValue {
  static var type: WireType { .bool }

  init?(wire bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 1, bytes[0] <= 1 else { return nil }
    self = bytes[0] == 1
  }
}

extension Double: WireValue {
  static var type: WireType { .float8 }

  init?(wire bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 8 else { return nil }
    self = Double(bitPattern: networkOrder(bytes))
  }
}

extension String: WireValue {
  static var type: WireType { .text }

  init?(wire bytes: UnsafeRawBufferPointer) {
    self = String(decoding: bytes, as: UTF8.self)
  }
}

/// A day on the wire: days since 2000-01-01 there, days since 1970-01-01 here.
///
/// PostgreSQL's infinity and -infinity are `Int32.max` and `Int32.min` on both sides.
struct WireDay: WireValue {
  /// 2000-01-01 in days since 1970-01-01.
  static let epoch: Int32 = 10_957
  static var type: WireType { .date }

  let sinceUnixEpoch: Int32

  init(sinceUnixEpoch: Int32) { self.sinceUnixEpoch = sinceUnixEpoch }

  init?(wire bytes: UnsafeRawBufferPointer) {
    guard let days = Int32(wire: bytes) else { return nil }
    let (sum, overflow) = days.addingReportingOverflow(Self.epoch)
    let isInfinite = days == .min || overflow
    sinceUnixEpoch = isInfinite ? days : sum
  }

  /// What to send. A day too early for PostgreSQL becomes one that it refuses.
  var wire: Int32 {
    if sinceUnixEpoch == .max || sinceUnixEpoch == .min { return sinceUnixEpoch }
    let (days, overflow) = sinceUnixEpoch.subtractingReportingOverflow(Self.epoch)
    return overflow ? .min + 1 : days
  }
}

/// A moment on the wire: microseconds since 2000-01-01 there, since 1970-01-01 here, in UTC.
struct WireMoment: WireValue {
  static let epoch: Int64 = 946_684_800_000_000
  static var type: WireType { .timestamp }

  let sinceUnixEpoch: Int64

  init(sinceUnixEpoch: Int64) { self.sinceUnixEpoch = sinceUnixEpoch }

  init?(wire bytes: UnsafeRawBufferPointer) {
    guard let microseconds = Int64(wire: bytes) else { return nil }
    let (sum, overflow) = microseconds.addingReportingOverflow(Self.epoch)
    let isInfinite = microseconds == .min || overflow
    sinceUnixEpoch = isInfinite ? microseconds : sum
  }

  var wire: Int64 {
    if sinceUnixEpoch == .max || sinceUnixEpoch == .min { return sinceUnixEpoch }
    let (microseconds, overflow) = sinceUnixEpoch.subtractingReportingOverflow(Self.epoch)
    return overflow ? .min + 1 : microseconds
  }
}

/// Bytes as they are (bytea).
struct WireBytes: WireValue {
  static var type: WireType { .bytes }

  let bytes: [UInt8]

  init() { bytes = [] }

  init?(wire bytes: UnsafeRawBufferPointer) { self.bytes = Array(bytes) }
}
