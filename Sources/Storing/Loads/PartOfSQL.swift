/// Rows that name a record which became part of another's: they are of who stayed.
enum PartOfSQL {
  /// Afterwards a column of `incoming` that holds a person's number has who stands for them now, which is said,
  /// and `part_of` says of each row that names somebody who went, by number or by TRN, whom, and who stayed.
  /// A TRN that is somebody else's by now names them.
  static func followed(_ number: String, trn: String, under heading: String = "TRN") -> String {
    """
    create temp table part_of on commit drop as
      select i.line, m.gone, p.number as kept, false as by_trn
      from incoming i
      join merge m on m.organisation = :organisation and m.gone = i.\(number) and m.undone_at is null
      join person p on p.organisation = :organisation and p.number = person_now(m.organisation, m.gone);
    update incoming i set \(number) = o.kept from part_of o where i.line = o.line;
    insert into part_of
      select line, gone, kept, true from (
        select i.line, m.gone, person_now(m.organisation, m.gone) as kept,
          coalesce(nullif(i.\(number), 0), t.number,
            first_value(person_now(m.organisation, m.gone)) over (partition by i.line order by m.number desc)) as named
        from incoming i
        join merge m on m.organisation = :organisation and m.gone_trn = i.\(trn) and m.undone_at is null
        left join person t on t.organisation = :organisation and t.trn = i.\(trn)) o
      where kept = named;
    insert into finding
      select distinct on (o.line) 0, o.line, case when o.by_trn then '\(heading)' else 'Person' end,
          case when o.by_trn then 'it is that of P' || o.gone || ', who' else 'P' || o.gone end || ' is part of P'
            || o.kept || ' since ' || to_char(m.merged_at, 'FMDD Mon YYYY') || ': the row is taken as of P' || o.kept, ''
      from part_of o
      join incoming i on i.line = o.line and (not o.by_trn or nullif(i.\(number), 0) is null)
      join merge m on m.organisation = :organisation and m.gone = o.gone and m.undone_at is null
      order by o.line, m.number;
    analyze part_of;

    """
  }

  /// Whether a row `i` has the TRN of somebody who became part of whom it is of.
  static let hasTheirTRN = "exists (select from part_of o where o.line = i.line and o.by_trn)"
}
