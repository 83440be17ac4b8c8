import Domain
import Postgres

/// Whom the rows of a sheet speak of when the people have to be stored already.
enum KnownPersonSQL {
  static let columns: [(name: String, type: String)] = [
    ("person", "integer"), ("trn", "text"), ("name", "text"),
  ]

  static func write(_ who: PersonMention, to copy: inout CopyWriter) {
    copy.add(who.number?.number)
    copy.add(who.trn?.description)
    copy.add(who.name)
  }

  /// Afterwards `incoming.person` is the number of everybody who is known; the others are refused.
  static let checks =
    named("person", trn: "trn", under: "TRN") + """
      update incoming i set person = o.kept, name = null from part_of o where o.line = i.line;
      insert into finding select 1, i.line, 'TRN', 'nobody with this TRN is stored',
          'load the people first, or check the TRN'
        from incoming i where i.person is null;
      insert into finding select 1, i.line, 'Name',
          'P' || p.number || ' has another name, no word of it in common with this one',
          'check the Person column and the TRN'
        from incoming i join person p on p.organisation = :organisation and p.number = i.person
        where i.name <> p.name and not \(NameSQL.isOneName("i.name", "p.name"));

      """

  /// Afterwards a column of `incoming` has the number of everybody known by it or by the TRN; where the two are not
  /// one person's, or the number is nobody's, the row is refused. `part_of` is as `PartOfSQL` says.
  static func named(_ number: String, trn: String, under heading: String) -> String {
    PartOfSQL.followed(number, trn: trn, under: heading) + """
      insert into finding select 1, i.line, 'Person', 'there is no person P' || i.\(number),
          'talent find shows people and their numbers'
        from incoming i where i.\(number) is not null and not exists (
          select from person p where p.organisation = :organisation and p.number = i.\(number));
      insert into finding select 1, i.line, '\(heading)',
          'this TRN belongs to P' || p.number || ', and the row says it is P' || i.\(number),
          'correct the TRN or the Person column'
        from incoming i join person p on p.organisation = :organisation and p.trn = i.\(trn)
        where i.\(number) <> p.number;
      insert into finding select 1, i.line, '\(heading)',
          'P' || p.number || ' is stored with another TRN', 'correct the TRN or the Person column'
        from incoming i join person p on p.organisation = :organisation and p.number = i.\(number)
        where p.trn <> i.\(trn) and not \(PartOfSQL.hasTheirTRN)
          and not exists (select from person o where o.organisation = :organisation and o.trn = i.\(trn));
      update incoming i set \(number) = p.number from person p
        where p.organisation = :organisation and p.trn = i.\(trn) and i.\(number) is null;

      """
  }

  /// One person may be named by TRN in one row and by number in another.
  static func once(_ key: String) -> String {
    """
    insert into finding select 1, i.line, 'Person',
        'this row and line ' || f.line || ' say the same thing of P' || i.person, 'keep one of the two'
      from (select *, min(line) over (partition by person\(key)) as first from incoming
            where person is not null) i
      join incoming f on f.line = i.first where i.line <> i.first;

    """
  }
}
