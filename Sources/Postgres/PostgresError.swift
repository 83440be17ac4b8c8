/// What went wrong between this program and PostgreSQL, as one plain sentence.
public enum PostgresError: Error, Hashable, Sendable {
  /// No session could be opened. `text` is libpq's own; `hint` says what to try.
  case cannotConnect(text: String, hint: String?)
  /// The session ended under way. `outcome` says what became of the change.
  case connectionLost(outcome: Outcome, text: String)
  case server(ServerError)
  /// A value that is not what the statement says it is. Rows count from 1.
  case decoding(type: String, column: String, row: Int)
  /// SIGINT or SIGTERM arrived; what was under way has been rolled back.
  case interrupted(signal: Int32)
  /// This program called its own database room wrongly.
  case misuse(String)

  /// What became of a change whose answer never arrived.
  public enum Outcome: String, Hashable, Sendable {
    case applied
    case notApplied
    case unknown
  }

  /// PostgreSQL's code, when it was PostgreSQL that refused.
  public var state: SQLState? {
    if case .server(let error) = self { error.state } else { nil }
  }

  /// The constraint that refused, when one did.
  public var constraint: String? {
    if case .server(let error) = self { error.constraint } else { nil }
  }
}

/// What PostgreSQL said when it refused a statement.
public struct ServerError: Error, Hashable, Sendable {
  public let state: SQLState
  /// The primary message, in the server's words.
  public let message: String
  /// Quotes rows, and so people: for debug output only, never part of a description.
  public let detail: String?
  public let hint: String?
  public let constraint: String?
  public let table: String?
  public let column: String?
  /// Where in the statement's SQL, counted in characters from 1.
  public let position: Int?

  public init(
    state: SQLState, message: String, detail: String? = nil, hint: String? = nil,
    constraint: String? = nil, table: String? = nil, column: String? = nil, position: Int? = nil
  ) {
    self.state = state
    self.message = message
    self.detail = detail
    self.hint = hint
    self.constraint = constraint
    self.table = table
    self.column = column
    self.position = position
  }

  /// The message without the value that errors about data quote after a colon.
  var discreetMessage: String {
    guard state.category == "22", let quote = message.firstIndex(of: "\"") else { return message }
    let words = message[..<quote]
    let trimmed = words.reversed().drop { $0 == " " || $0 == ":" }
    return String(trimmed.reversed())
  }
}

extension PostgresError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotConnect(let text, let hint):
      "cannot connect to PostgreSQL: \(text)" + (hint.map { "\n  Try: \($0)" } ?? "")
    case .connectionLost(let outcome, let text):
      "the connection to PostgreSQL was lost\(Self.firstClause(text)), and \(outcome.words)"
    case .server(let error): error.description
    case .decoding(let type, let column, let row):
      "row \(row), column \(column): the database's value is not \(type)"
    case .interrupted(let signal): "stopped by signal \(signal), and nothing was changed"
    case .misuse(let text): text
    }
  }
}

extension PostgresError {
  /// In brackets, what libpq or the server said first.
  private static func firstClause(_ text: String) -> String {
    let clause = text.prefix { $0 != ";" && $0 != "\n" }
    return clause.isEmpty ? "" : " (\(clause))"
  }
}

extension PostgresError.Outcome {
  fileprivate var words: String {
    switch self {
    case .applied: "the change was applied"
    case .notApplied: "nothing was changed"
    case .unknown: "it is not known whether the change was applied"
    }
  }
}

extension ServerError: CustomStringConvertible {
  public var description: String { "PostgreSQL refused: \(discreetMessage) (\(state.rawValue))" }
}
