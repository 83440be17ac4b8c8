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
    PartOfSQL.followed("person", trn: "trn") + """
      insert into finding select 1, i.line, 'Person', 'there is no person P' || i.person,
          'talent find shows people and their numbers'
        from incoming i where i.person is not null and not exists (
          select from person p where p.organisation = :organisation and p.number = i.person);
      insert into finding select 1, i.line, 'TRN',
          'this TRN belongs to P' || p.number || ', and the row says it is P' || i.person,
          'correct the TRN or the Person column'
        from incoming i join person p on p.organisation = :organisation and p.trn = i.trn
        where i.person <> p.number;
      insert into finding select 1, i.line, 'TRN',
          'P' || p.number || ' is stored with another TRN', 'correct the TRN or the Person column'
        from incoming i join person p on p.organisation = :organisation and p.number = i.person
        where i.trn is not null and p.trn <> i.trn and not \(PartOfSQL.hasTheirTRN)
          and not exists (select from person o where o.organisation = :organisation and o.trn = i.trn);
      update incoming i set person = p.number from person p
        where p.organisation = :organisation and p.trn = i.trn and i.person is null;
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
