import Domain

/// How the names of a sheet's people are held against those of people who are stored.
enum NameSQL {
  /// The words of a name that tell people apart, sorted: without accents, capitals, points and
  /// apostrophes, without titles and what stands in brackets, in whatever order they were typed.
  static func words(_ name: String) -> String { words(folded: "search_text(\(name))") }

  /// The same of what `search_text` makes of a name. It stands here several times: a column, where there
  /// are many. A name of letters alone, as nearly all are, takes no subquery and no expression that replaces.
  static func words(folded: String) -> String {
    let plain = """
      tsvector_to_array(array_to_tsvector(array_remove(
        string_to_array(translate(\(folded), '-''.', ' '), ' '), '')))
      """
    return """
      case when \(folded) ~ '^[a-z][a-z ''.-]*$' and length(\(folded)) <= 1000
          and not \(plain) && \(titles)
        then \(plain) else \(unusualWords(folded)) end
      """
  }

  private static func unusualWords(_ folded: String) -> String {
    """
    (select case when cardinality(named.words) = 0 then array[\(folded)]
        when named.words <@ \(titles) then named.words
        else array(select unnest(named.words) collate "C" except select unnest(\(titles)) order by 1) end
      from (select array(select distinct word collate "C" from regexp_split_to_table(
          regexp_replace(
            regexp_replace(\(folded), '\\([^)]*\\)|\\[[^]]*\\]', ' ', 'g'), '[''’‘`´.]', '', 'g'),
          '[^[:alnum:]]+') as word where word <> '' order by 1) as words offset 0) named)
    """
  }

  /// A stored person's name as `search_text` makes it: kept with the record, with the notes behind it.
  static let storedFolded = "case when p.notes is null then p.found_by else search_text(p.name) end"

  private static let titles = "'{\(personTitles.joined(separator: ","))}'::text[]"

  /// A name in a finding: in quotes, so that findings which differ in it alone are of one kind.
  static func quoted(_ name: String) -> String { "'\"' || \(name) || '\"'" }

  /// What many surnames of people who are no kin begin with, and what joins the parts of one.
  private static let particles = """
    '{de,da,das,do,dos,del,della,di,du,la,le,van,von,der,den,ter,ten,al,el,bin,binti,bint,ibn,mac,mc,o,st,y,e,ap,ab,and}'::text[]
    """

  /// Whether two names, as words, have one in common that says something: an initial and the `de` of a
  /// surname do not.
  static func share(_ a: String, _ b: String) -> String {
    """
    (\(a) && \(b) and exists (select from unnest(\(a)) w
        where w = any(\(b)) and w !~ '^[a-z]$' and w <> all(\(particles))))
    """
  }

  /// Whether two names as typed can be one person's.
  static func isOneName(_ a: String, _ b: String) -> String {
    """
    (select a.words = b.words or \(share("a.words", "b.words"))
      from (select \(words(a)) as words offset 0) a, (select \(words(b)) as words offset 0) b)
    """
  }

  /// Whether each word of a name stands in the other, or is the initial of one there.
  static func isWithin(_ a: String, _ b: String) -> String {
    """
    not exists (select from unnest(\(a)) w where not exists (
        select from unnest(\(b)) o where o = w or (w ~ '^[a-z]$' and left(o, 1) = w)))
    """
  }

  /// Whether a name has only the initial of a word that stands in full in the other.
  static func cutsShort(_ a: String, _ b: String) -> String {
    """
    exists (select from unnest(\(a)) w join unnest(\(b)) o
        on left(o, 1) = w and length(o) > 1 and w ~ '^[a-z]$' and o <> all(\(a)))
    """
  }

  /// Whether two names may be one person's in a short and a long form: all words of one are those of the
  /// other, or begin them.
  static func isAlike(_ a: String, _ b: String) -> String {
    let unmatched = { (these: String, those: String) in
      """
      exists (select from unnest(\(these)) w where not exists (select from unnest(\(those)) o
          where starts_with(o, w) and length(w) <> 2 or starts_with(w, o) and length(o) <> 2 or o = w))
      """
    }
    return "not (\(unmatched(a, b)) and \(unmatched(b, a)))"
  }

  /// Whether two names are the same but for a slip or two, an initial, or a name more.
  private static func isNear(_ a: String, _ b: String) -> String {
    """
    \(a) && \(b) and \(a) <> \(b) and (
      similarity(array_to_string(\(a), ' '), array_to_string(\(b), ' ')) > 0.6
      or not exists (
        select from unnest(case when cardinality(\(a)) <= cardinality(\(b)) then \(a) else \(b) end) s
        where not exists (
          select from unnest(case when cardinality(\(a)) <= cardinality(\(b)) then \(b) else \(a) end) l
          where l = s or (1 in (length(l), length(s)) and left(l, 1) = left(s, 1)))))
    """
  }

  /// New rows beside whom they may be: people stored at the same place and other rows of the sheet,
  /// where one of the two has no TRN. The same words ask; all but the same are noted.
  static let duplicates =
    """
    create temp table nearby on commit drop as
      select i.home_school, i.home_setting, bool_or(i.trn is null) as has_bare
      from incoming i join resolved r using (line) where r.is_new and i.settled is null group by 1, 2;
    analyze nearby;
    create temp table beside on commit drop as
      select number, home_school, home_setting, is_bare, \(words(folded: "folded")) as words
      from (
        select p.number, p.home_school, p.home_setting, p.trn is null as is_bare, \(storedFolded) as folded
        from nearby n join person p on p.organisation = :organisation
          and p.home_school = n.home_school where p.trn is null or n.has_bare
        union all
        select p.number, p.home_school, p.home_setting, p.trn is null, \(storedFolded)
        from nearby n join person p on p.organisation = :organisation
          and p.home_setting = n.home_setting where p.trn is null or n.has_bare offset 0) b;
    create temp table name_typed on commit drop as
      select line, is_new, home_school, home_setting, is_bare, \(words(folded: "folded")) as words
      from (select i.line, r.is_new and i.settled is null as is_new, i.home_school, i.home_setting,
          i.trn is null as is_bare, search_text(i.name) as folded
        from incoming i join resolved r using (line)
      where coalesce(i.home_school::text, 'S' || i.home_setting) in (
        select coalesce(home_school::text, 'S' || home_setting) from nearby where has_bare
        union select coalesce(home_school::text, 'S' || home_setting) from beside) offset 0) t;
    analyze beside;
    analyze name_typed;
    create temp table likely on commit drop as
      select i.line, i.is_bare, p.number, null::integer as other, i.words = p.words as is_same
      from name_typed i join beside p on p.home_school = i.home_school
      where i.is_new and (i.is_bare or p.is_bare) and (i.words = p.words or \(isNear("i.words", "p.words")))
      union all
      select i.line, i.is_bare, p.number, null, i.words = p.words
      from name_typed i join beside p on p.home_setting = i.home_setting
      where i.is_new and (i.is_bare or p.is_bare) and (i.words = p.words or \(isNear("i.words", "p.words")))
      union all
      select i.line, i.is_bare, null, o.line, i.words = o.words
      from name_typed i join name_typed o on o.home_school = i.home_school
      where \(isAnother)
      union all
      select i.line, i.is_bare, null, o.line, i.words = o.words
      from name_typed i join name_typed o on o.home_setting = i.home_setting
      where \(isAnother);
    insert into finding
      select 1, line, 'Person', 'possible duplicate: this row resembles P' || min(number)
          || ' (same name, same school) and '
          || case when is_bare then 'has no TRN' else 'P' || min(number) || ' has no TRN' end,
        'add a column Person with P' || min(number) || ' if they are the same person, or new if not'
      from likely where is_same and number is not null group by line, is_bare;
    insert into finding
      select 1, line, 'Person', 'possible duplicate: this row resembles line ' || min(other)
          || ' (same name, same school) and has no TRN',
        'add the TRN, or a column Person: new if they are different people, else the number they get when the other row is loaded'
      from likely where is_same and other is not null group by line;
    insert into finding
      select 0, line, 'Name', 'this row is much like ' || coalesce('P' || min(number), 'line ' || min(other))
          || ' at the same school', coalesce('add a column Person with P' || min(number)
          || ' if they are the same person', 'look whether they are the same person')
      from likely where line not in (select line from likely where is_same) group by line;

    """ + newAgain

  /// `new` makes another person each time its row is edited: where two of the name are stored, one is it already.
  private static let newAgain = """
    insert into finding
      select 1, i.line, 'Person', same.people || ' of this name are stored at this school, and new would make another',
        'put the number of the one that is meant; talent person add adds somebody else'
      from incoming i join resolved r using (line) cross join lateral (
        select string_agg('P' || p.number, ', ' order by p.number) as people, count(*) as number
        from person p where p.organisation = :organisation
          and (p.home_school = i.home_school or p.home_setting = i.home_setting)
          and \(words("p.name")) = \(words("i.name"))) same
      where r.is_new and i.settled = 0 and i.trn is null and same.number >= 2;

    """

  private static let isAnother = """
    i.is_new and i.is_bare and o.line <> i.line and (not o.is_bare or o.line < i.line)
      and (i.words = o.words or \(isNear("i.words", "o.words")))
    """
}
