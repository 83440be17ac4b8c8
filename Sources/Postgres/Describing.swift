import CPostgres

/// What the database says about a statement, without running it.
public struct Description: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public let name: String
    /// As in pg_type: int4, text, text[]; a domain's underlying type.
    public let type: String
    /// Nil when the column is not one of a table's own.
    public let nullable: Bool?
    let oid: UInt32
    let isEnumeration: Bool
  }

  public struct Parameter: Hashable, Sendable {
    public let type: String
    let oid: UInt32
    let isEnumeration: Bool
  }

  public let parameters: [Parameter]
  public let columns: [Column]
}

extension Connection {
  /// Parameter types and columns of a statement, as the server infers them.
  public func describe(_ sql: String) throws(PostgresError) -> Description {
    try describe(sql, types: [])
  }

  /// Like `describe(_:)`, with the parameters' types given.
  func describe(_ sql: String, types: [WireType]) throws(PostgresError) -> Description {
    try ready()
    let oids = types.map(\.rawValue)
    _ = try good(PQprepare(session, "", sql, Int32(oids.count), oids))
    let answer = try good(PQdescribePrepared(session, ""))
    let parameters = (0..<PQnparams(answer.pointer)).map { PQparamtype(answer.pointer, $0) }
    let columns = (0..<PQnfields(answer.pointer)).map { column in
      RawColumn(
        name: PQfname(answer.pointer, column).map { String(cString: $0) } ?? "",
        type: PQftype(answer.pointer, column), table: PQftable(answer.pointer, column),
        number: PQftablecol(answer.pointer, column))
    }
    let types = try typeNames(Set(parameters + columns.map(\.type)))
    let nullability = try nullability(of: columns)
    return Description(
      parameters: parameters.map { oid in
        let type = types[oid] ?? .unknown(oid)
        return .init(type: type.name, oid: type.base, isEnumeration: type.isEnumeration)
      },
      columns: zip(columns, nullability).map { column, nullable in
        let type = types[column.type] ?? .unknown(column.type)
        return .init(
          name: column.name, type: type.name, nullable: nullable, oid: type.base,
          isEnumeration: type.isEnumeration)
      })
  }

  private struct RawColumn {
    let name: String
    let type: UInt32
    let table: UInt32
    let number: Int32
  }

  private struct TypeName {
    let name: String
    let base: UInt32
    let isEnumeration: Bool

    static func unknown(_ oid: UInt32) -> TypeName {
      TypeName(name: "type \(oid)", base: oid, isEnumeration: false)
    }
  }

  /// Names by number; domains (of domains) resolved to what they are made of.
  private func typeNames(_ oids: Set<UInt32>) throws(PostgresError) -> [UInt32: TypeName] {
    if oids.isEmpty { return [:] }
    let answer = try plain(
      """
      with recursive resolved as (
        select oid as asked, oid, typname, typelem, typtype, typbasetype
          from pg_type where oid in (\(Self.list(oids)))
        union all
        select r.asked, t.oid, t.typname, t.typelem, t.typtype, t.typbasetype
          from resolved as r join pg_type as t on t.oid = r.typbasetype
      )
      select r.asked, r.oid, coalesce(e.typname || '[]', r.typname), r.typtype
        from resolved as r
        left join pg_type as e on e.oid = r.typelem and r.typname like '\\_%'
       where r.typbasetype = 0
      """)
    var names: [UInt32: TypeName] = [:]
    for row in 0..<answer.rows {
      guard let asked = answer.text(row, 0).flatMap({ UInt32($0) }),
        let base = answer.text(row, 1).flatMap({ UInt32($0) })
      else { continue }
      names[asked] = TypeName(
        name: answer.text(row, 2) ?? "", base: base, isEnumeration: answer.text(row, 3) == "e")
    }
    return names
  }

  /// For each column whether it may be null; nil unless it is a table's own.
  private func nullability(of columns: [RawColumn]) throws(PostgresError) -> [Bool?] {
    let tables = Set(columns.map(\.table)).subtracting([0])
    if tables.isEmpty { return columns.map { _ in nil } }
    let answer = try plain(
      """
      select a.attrelid, a.attnum, a.attnotnull or coalesce(t.typnotnull, false)
        from pg_attribute as a
        join pg_class as c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'f')
        left join pg_type as t on t.oid = a.atttypid
       where a.attrelid in (\(Self.list(tables)))
      """)
    var nullable: [String: Bool] = [:]
    for row in 0..<answer.rows {
      nullable["\(answer.text(row, 0) ?? "") \(answer.text(row, 1) ?? "")"] =
        answer.text(row, 2) == "f"
    }
    return columns.map { nullable["\($0.table) \($0.number)"] }
  }

  private static func list(_ oids: Set<UInt32>) -> String {
    oids.sorted().map(String.init).joined(separator: ", ")
  }
}
