/// What a statement says and the database does not, one sentence each; empty when they agree.
///
/// Compares parameter types, and the columns' number, names, types and nulls. A column that may be null
/// must be read as optional; the reverse is allowed, for outer joins. Runs nothing.
public func mismatches<S: Statement>(of: S.Type, on connection: Connection) throws -> [String] {
  var parameters = Parameters()
  S.example.bind(&parameters)
  let sent: Description
  do throws(PostgresError) {
    sent = try connection.describe(S.sql, types: parameters.types)
  } catch {
    guard case .server(let refusal) = error else { throw error }
    return ["\(S.self) cannot be prepared: \(refusal.message)"]
  }
  // Left to itself the server says what it would rather have; where it cannot tell, ours stands.
  let inferred = (try? connection.describe(S.sql))?.parameters ?? sent.parameters
  return parameterMismatches(parameters.types, inferred, sent.parameters)
    + columnMismatches(of: S.self, sent.columns)
}

private func parameterMismatches(
  _ types: [WireType], _ inferred: [Description.Parameter], _ sent: [Description.Parameter]
) -> [String] {
  if types.count != inferred.count {
    return ["\(types.count) parameters are bound here, the SQL has \(inferred.count)"]
  }
  return zip(types, inferred).enumerated().compactMap { index, pair in
    let (type, parameter) = pair
    if type.accepts(parameter.oid), !isForeign(parameter.oid) || parameter.isEnumeration {
      return nil
    }
    return "parameter \(index + 1) is \(type.name) here, \(parameter.type) in the database"
  }
}

private func columnMismatches<S: Statement>(
  of: S.Type, _ columns: [Description.Column]
) -> [String] {
  let recording = RowReader.Recording()
  var reader = RowReader(recording: recording)
  var stopped: String?
  do throws(PostgresError) {
    _ = try S.decode(&reader)
  } catch {
    stopped = "\(error)"
  }
  let read = recording.requests
  var found = zip(read, columns).enumerated().flatMap { index, pair in
    columnMismatches(index + 1, pair.0, pair.1)
  }
  if let stopped {
    let last = read.last?.name ?? "none"
    found.append("decoding stopped at column \(last) (\(stopped)): give that column a sample")
  } else if read.count != columns.count {
    found.append("\(read.count) columns are read here, the SQL returns \(columns.count)")
  }
  return found
}

private func columnMismatches(
  _ number: Int, _ read: RowReader.Request, _ column: Description.Column
) -> [String] {
  var found: [String] = []
  if read.name != column.name {
    found.append("column \(number) is called \(read.name) here, \(column.name) in the database")
  }
  if !read.type.accepts(column.oid) {
    found.append("\"\(read.name)\" is \(read.type.name) here, \(column.type) in the database")
  }
  if column.nullable == true, !read.isOptional {
    found.append(
      "\"\(read.name)\" can be null in the database but is decoded as never null")
  }
  return found
}

/// Whether a type is one that the database defined itself.
private func isForeign(_ oid: UInt32) -> Bool { oid >= 16384 }
