import CPostgres

/// One row on its way in: columns are read in order, each by its name.
///
/// The same calls read a result's row, a COPY row, or nothing at all: a *recording* reader invents
/// values and notes what was asked for, so that a statement's decoding can be compared with the
/// database. `sample` is what it invents, for decoders that refuse an empty text or a zero.
public struct RowReader {
  /// What one call asked for.
  struct Request {
    let name: String
    let type: WireType
    let isOptional: Bool
  }

  /// Notes of a recording reader; shared, because readers are passed around.
  final class Recording {
    var requests: [Request] = []
  }

  enum Field {
    case value(UnsafeRawBufferPointer)
    case null
    /// No value at all: a recording reader.
    case invented
  }

  /// The row's number, from 1, for messages.
  let number: Int
  private let result: OpaquePointer?
  private let resultRow: Int32
  private let checksTypes: Bool
  private let recording: Recording?
  private let words: WordPool?
  private var rest: UnsafeRawBufferPointer
  private var column: Int32 = 0
  private let columns: Int32

  /// Over a row of a result that outlives this reader.
  init(
    result: OpaquePointer, row: Int32, number: Int, checksTypes: Bool, words: WordPool? = nil
  ) {
    self.words = words
    self.number = number
    self.result = result
    self.resultRow = row
    self.checksTypes = checksTypes
    self.columns = PQnfields(result)
    recording = nil
    rest = UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// Over the cells of a binary COPY row, after their count.
  init(copyRow cells: UnsafeRawBufferPointer, columns: Int16, number: Int) {
    self.number = number
    self.columns = Int32(columns)
    rest = cells
    result = nil
    resultRow = 0
    checksTypes = false
    recording = nil
    words = nil
  }

  init(recording: Recording) {
    self.recording = recording
    words = nil
    number = 1
    columns = .max
    result = nil
    resultRow = 0
    checksTypes = false
    rest = UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// The error for a value that is here but means nothing, for decoders of their own.
  public func unreadable(_ column: StaticString, as type: String) -> PostgresError {
    .decoding(type: type, column: column.description, row: number)
  }

  /// A value that may not be null.
  @inline(__always)
  mutating func read<T: WireValue>(
    _ name: StaticString, _ sample: @autoclosure () -> T
  ) throws(PostgresError) -> T {
    switch try next(name, T.type, isOptional: false) {
    case .value(let bytes):
      guard let value = T(wire: bytes) else { throw unreadable(name, as: T.type.name) }
      return value
    case .null: throw unreadable(name, as: "\(T.type.name) but null")
    case .invented: return sample()
    }
  }

  /// A value that may be null. A recording reader says null.
  @inline(__always)
  mutating func readOptional<T: WireValue>(
    _ name: StaticString, as: T.Type = T.self
  ) throws(PostgresError) -> T? {
    switch try next(name, T.type, isOptional: true) {
    case .value(let bytes):
      guard let value = T(wire: bytes) else { throw unreadable(name, as: T.type.name) }
      return value
    case .null, .invented: return nil
    }
  }

  /// A text out of few. A recording reader says null.
  mutating func readWord(
    _ name: StaticString, isOptional: Bool
  ) throws(PostgresError) -> String? {
    switch try next(name, .text, isOptional: isOptional) {
    case .value(let bytes): return words?.text(bytes) ?? String(decoding: bytes, as: UTF8.self)
    case .null:
      guard isOptional else { throw unreadable(name, as: "\(WireType.text.name) but null") }
      return nil
    case .invented: return nil
    }
  }

  /// An array of texts out of few, without nulls; of no elements from a recording reader.
  mutating func readWords(_ name: StaticString) throws(PostgresError) -> [String] {
    switch try next(name, .textArray, isOptional: false) {
    case .value(let bytes):
      let read = WireArray.read(bytes) { [words] field in
        field.map { words?.text($0) ?? String(decoding: $0, as: UTF8.self) }
      }
      guard let elements = read else { throw unreadable(name, as: WireType.textArray.name) }
      return elements
    case .null: throw unreadable(name, as: "\(WireType.textArray.name) but null")
    case .invented: return []
    }
  }

  @inline(__always)
  private mutating func next(
    _ name: StaticString, _ type: WireType, isOptional: Bool
  ) throws(PostgresError) -> Field {
    if let result { return try nextOfResult(result, name, type) }
    if let recording {
      recording.requests.append(
        Request(name: name.description, type: type, isOptional: isOptional))
      return .invented
    }
    return try nextOfCopy(name, type)
  }

  private mutating func nextOfResult(
    _ result: OpaquePointer, _ name: StaticString, _ type: WireType
  ) throws(PostgresError) -> Field {
    guard column < columns else { throw unreadable(name, as: "there: the row has fewer columns") }
    if checksTypes, !type.accepts(PQftype(result, column)) {
      throw unreadable(name, as: type.name)
    }
    defer { column += 1 }
    if PQgetisnull(result, resultRow, column) != 0 { return .null }
    let length = Int(PQgetlength(result, resultRow, column))
    return .value(
      UnsafeRawBufferPointer(start: PQgetvalue(result, resultRow, column), count: length))
  }

  private mutating func nextOfCopy(
    _ name: StaticString, _ type: WireType
  ) throws(PostgresError) -> Field {
    guard column < columns, rest.count >= 4 else {
      throw unreadable(name, as: "there: the row has fewer columns")
    }
    column += 1
    let length = Int(networkOrder(rest, as: Int32.self))
    if length < 0 {
      rest = UnsafeRawBufferPointer(rebasing: rest[4...])
      return .null
    }
    guard rest.count - 4 >= length else { throw unreadable(name, as: type.name) }
    let value = UnsafeRawBufferPointer(rebasing: rest[4..<4 + length])
    rest = UnsafeRawBufferPointer(rebasing: rest[(4 + length)...])
    return .value(value)
  }
}
