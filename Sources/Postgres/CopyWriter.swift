import CPostgres
import Glibc

/// Rows on their way into a binary COPY: say how many columns, then add each in the table's order.
///
/// Values are written straight into one buffer of 256 KB, which goes to libpq when it is full; adding
/// a value allocates nothing (arrays and JSON aside). The types must be the columns' own: binary COPY
/// converts nothing. When the server or the user has stopped the copy, `beginRow` throws.
public struct CopyWriter: ~Copyable {
  static let bufferBytes = 256 * 1024

  private let session: OpaquePointer
  private let isInterrupted: () -> Bool
  private let buffer: UnsafeMutableRawPointer
  private var used = 0
  /// Columns announced and not yet added.
  private var missing = 0
  private var hasFailed = false

  init(session: OpaquePointer, isInterrupted: @escaping () -> Bool) {
    self.session = session
    self.isInterrupted = isInterrupted
    buffer = .allocate(byteCount: Self.bufferBytes, alignment: 16)
    writeHeader()
  }

  deinit { buffer.deallocate() }

  /// Starts a row. The row before it must be complete.
  public mutating func beginRow(columns: Int16) throws(PostgresError) {
    if missing != 0 { throw Self.incomplete(missing) }
    if hasFailed { throw .misuse("the copy was stopped") }
    missing = Int(columns)
    put(columns)
  }

  public mutating func add(_ value: Int16?) { number(value) }

  public mutating func add(_ value: Int32?) { number(value) }

  public mutating func add(_ value: Int64?) { number(value) }

  /// Sent as int8; see `addInt4` for an integer column.
  public mutating func add(_ value: Int?) { number(value.map(Int64.init)) }

  /// For an integer column. The caller has checked the range.
  public mutating func addInt4(_ value: Int?) { number(value.map(Int32.init(clamping:))) }

  public mutating func add(_ value: Double?) { number(value?.bitPattern) }

  /// A date, as days since 1970-01-01.
  public mutating func addDate(_ daysSince1970: Int32?) {
    number(daysSince1970.map { WireDay(sinceUnixEpoch: $0).wire })
  }

  /// A timestamptz, as microseconds since 1970-01-01 UTC.
  public mutating func addTimestamp(_ microsecondsSince1970: Int64?) {
    number(microsecondsSince1970.map { WireMoment(sinceUnixEpoch: $0).wire })
  }

  public mutating func add(_ value: Bool?) {
    missing -= 1
    guard let value else { return put(Int32(-1)) }
    put(Int32(1))
    put(UInt8(value ? 1 : 0))
  }

  /// Text, varchar, citext or an enumeration.
  public mutating func add(_ value: String?) {
    missing -= 1
    guard var value else { return put(Int32(-1)) }
    value.withUTF8 { putField(UnsafeRawBufferPointer($0)) }
  }

  /// Sent as bytea.
  public mutating func add(_ value: [UInt8]?) {
    missing -= 1
    guard let value else { return put(Int32(-1)) }
    value.withUnsafeBytes { putField($0) }
  }

  /// Text of a JSON document, for a jsonb column.
  public mutating func addJSON(_ text: String?) { add(text.map { [1] + Array($0.utf8) }) }

  public mutating func add(_ values: [String]) {
    add(WireArray.encode(values, type: .text) { $1.append(contentsOf: $0.utf8) })
  }

  /// Texts that are encoded already: each its length as four bytes, the highest first, then UTF-8.
  public mutating func addTexts(_ count: Int, encoded: [UInt8]) {
    missing -= 1
    put(Int32(truncatingIfNeeded: encoded.count + (count == 0 ? 12 : 20)))
    put(Int32(count == 0 ? 0 : 1))
    put(Int32(0))
    put(Int32(25))  // pg_type.oid of text
    if count > 0 {
      put(Int32(truncatingIfNeeded: count))
      put(Int32(1))
    }
    encoded.withUnsafeBytes { append($0) }
  }

  public mutating func add(_ values: [Int16]) {
    add(WireArray.encode(values, type: .int2) { WireArray.append($0, to: &$1) })
  }

  public mutating func add(_ values: [Int32]) {
    add(WireArray.encode(values, type: .int4) { WireArray.append($0, to: &$1) })
  }

  public mutating func add(_ values: [Int64]) {
    add(WireArray.encode(values, type: .int8) { WireArray.append($0, to: &$1) })
  }

  /// Ends the stream: trailer and what is still in the buffer. False when the server stopped it.
  mutating func finish() throws(PostgresError) -> Bool {
    if missing != 0 { throw Self.incomplete(missing) }
    put(Int16(-1))
    flush()
    return !hasFailed
  }

  private static func incomplete(_ missing: Int) -> PostgresError {
    .misuse("a row for COPY has \(missing) columns fewer than announced, and nothing was changed")
  }

  /// Signature, flags and the length of an extension there is none of.
  private mutating func writeHeader() {
    let signature: [UInt8] = [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00]
    signature.withUnsafeBytes { append($0) }
    put(Int32(0))
    put(Int32(0))
  }

  @inline(__always)
  private mutating func number<T: FixedWidthInteger>(_ value: T?) {
    missing -= 1
    guard let value else { return put(Int32(-1)) }
    put(Int32(T.bitWidth / 8))
    put(value)
  }

  @inline(__always)
  private mutating func put<T: FixedWidthInteger>(_ value: T) {
    makeRoom(T.bitWidth / 8)
    (buffer + used).storeBytes(of: value.bigEndian, as: T.self)
    used += T.bitWidth / 8
  }

  @inline(__always)
  private mutating func putField(_ bytes: UnsafeRawBufferPointer) {
    put(Int32(truncatingIfNeeded: bytes.count))
    append(bytes)
  }

  @inline(__always)
  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if bytes.count > Self.bufferBytes { return stream(bytes) }
    makeRoom(bytes.count)
    guard let start = bytes.baseAddress else { return }
    memcpy(buffer + used, start, bytes.count)
    used += bytes.count
  }

  /// A value larger than the buffer goes to libpq from where it lies, a buffer's length at a time: a
  /// stream may be cut anywhere.
  @inline(never)
  private mutating func stream(_ bytes: UnsafeRawBufferPointer) {
    flush()
    var rest = bytes[...]
    while !rest.isEmpty {
      send(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.bufferBytes)))
      rest = rest.dropFirst(Self.bufferBytes)
    }
  }

  @inline(__always)
  private mutating func makeRoom(_ count: Int) {
    if used + count > Self.bufferBytes { flush() }
  }

  @inline(never)
  private mutating func flush() {
    send(UnsafeRawBufferPointer(start: buffer, count: used))
    used = 0
  }

  private mutating func send(_ bytes: UnsafeRawBufferPointer) {
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    if !hasFailed, isInterrupted() || PQputCopyData(session, start, Int32(bytes.count)) != 1 {
      hasFailed = true
    }
  }
}
