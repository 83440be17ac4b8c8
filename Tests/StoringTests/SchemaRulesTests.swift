import Postgres
import Testing

/// What every table keeps to, read from the catalogue, so that a new table cannot forget it.
struct SchemaRulesTests {
  /// Reference data common to all organisations, and the ledger. All other tables are owned.
  private static let common = [
    "authority", "migration", "organisation", "phase", "programme", "role", "rung", "school",
    "school_link", "specialism",
  ]

  /// Tables of our own; what extensions brought is theirs.
  private static let tables = """
    select c.oid, c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    """

  private static let owned = """
    select t.oid, t.relname from (\(tables)) t
    where exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'organisation')
    """

  @Test func everyTableAndColumnSaysWhatItIs() throws {
    let silent = try migratedDatabase().lines(
      """
      select t.relname from (\(Self.tables)) t where obj_description(t.oid, 'pg_class') is null
      union all
      select t.relname || '.' || a.attname from (\(Self.tables)) t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      where col_description(t.oid, a.attnum) is null order by 1
      """)
    #expect(silent == [], "comment on them in their migration")
  }

  @Test func everyFunctionSaysWhatItIs() throws {
    let silent = try migratedDatabase().lines(
      """
      select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        and obj_description(p.oid, 'pg_proc') is null order by 1
      """)
    #expect(silent == [])
  }

  @Test func aColumnThatMayBeNullSaysWhatNullMeans() throws {
    let silent = try migratedDatabase().lines(
      """
      select t.relname || '.' || a.attname from (\(Self.tables)) t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      join pg_class c on c.oid = t.oid and c.relkind <> 'v'
      where not a.attnotnull and col_description(t.oid, a.attnum) !~ '\\mnull\\M' order by 1
      """)
    #expect(silent == [], "say it in the column's comment")
  }

  @Test func everyForeignKeyIsIndexed() throws {
    let bare = try migratedDatabase().lines(
      """
      select t.relname || ': ' || pg_get_constraintdef(f.oid) from (\(Self.tables)) t
      join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
      where not exists (
        select from pg_index i, lateral (select array_agg(k.attnum order by k.place) as columns
          from unnest(i.indkey::int2[]) with ordinality k (attnum, place)) listed
        where i.indrelid = t.oid
          and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')
          and (listed.columns[1:cardinality(f.conkey)] @> f.conkey
            or (listed.columns[1] = (select a.attnum from pg_attribute a
                  where a.attrelid = t.oid and a.attname = 'organisation')
              and listed.columns[2:cardinality(f.conkey) + 1] @> f.conkey)))
      order by 1
      """)
    #expect(bare == [], "an index must begin with the key's columns, or with organisation and them")
  }

  @Test func whatIsCommonIsListedHere() throws {
    let without = try migratedDatabase().lines(
      """
      select relname from (\(Self.tables)) t where oid not in (select oid from (\(Self.owned)) o)
      order by 1
      """)
    #expect(without == Self.common, "an owned table has a column organisation")
  }

  @Test func organisationLeadsEveryKeyOfWhatIsOwned() throws {
    let others = try migratedDatabase().lines(
      """
      select i.indexrelid::regclass::text || ': ' || pg_get_indexdef(i.indexrelid)
      from (\(Self.owned)) t join pg_index i on i.indrelid = t.oid
      join pg_attribute a on a.attrelid = t.oid and a.attname = 'organisation'
      where (i.indisunique or i.indisexclusion) and i.indkey[0] <> a.attnum order by 1
      """)
    #expect(others == [])
  }

  @Test func organisationLeadsEveryForeignKeyBetweenOwnedTables() throws {
    let others = try migratedDatabase().lines(
      """
      select t.relname || ': ' || pg_get_constraintdef(f.oid)
      from (\(Self.owned)) t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
      join pg_attribute a on a.attrelid = t.oid and a.attname = 'organisation'
      where f.conkey[1] <> a.attnum and f.confrelid in (select oid from (\(Self.owned)) o)
      order by 1
      """)
    #expect(others == [])
  }

  @Test func constraintsAreNamedAsSentences() throws {
    let mute = try migratedDatabase().lines(
      """
      select t.relname || ': ' || c.conname from (\(Self.tables)) t
      join pg_constraint c on c.conrelid = t.oid and c.contype in ('c', 'u', 'x')
      where c.conname ~ '_(check|key|excl)[0-9]*$' or c.conname !~ '^[a-z]+(_[a-z]+){2,}$' order by 1
      """)
    #expect(mute == [], "say the rule: a_designation_ends_after_it_starts")
  }
}
