/// What a sheet may do to the name of somebody who is stored.
///
/// The name as written is the truth; surname and forename are kept beside it while they fit it. A name
/// that says less than the stored one changes nothing, one that says more or something else of it
/// replaces it, and both are said. One that has nothing in common with it is somebody else's.
enum RenamingSQL {
  /// Afterwards each row of a known person has the name that person is to have; a part that no longer
  /// fits is an empty text.
  static func checks(asBefore: String) -> String {
    held(asBefore) + refusals + kept + replaced
  }

  /// Each row whose name is not as stored, and what it says beside it: the two parts changed over, the
  /// parts of somebody known by another name, less, the same letters spelled otherwise, the same words,
  /// more, half of it, none of it. A row loaded before says nothing anew.
  private static func held(_ asBefore: String) -> String {
    let (i, p) = ("h.words", "h.stored_words")
    return """
      update incoming i set (name, family_name, given_name) = row(p.name, p.family_name, p.given_name)
        from resolved r join person p on p.organisation = :organisation and p.number = r.person
        where i.line = r.line and \(differs) and \(asBefore);
      create temp table name_held on commit drop as
        select h.*, case
            when family = stored_given and given = stored_family and family <> given then 'swapped'
            when family = stored_family and given = stored_given and is_joined
              and not stored_is_joined and stored_family <@ stored_words then 'parts'
            when letters = stored_letters and not has_accents and stored_has_accents then 'less'
            when letters = stored_letters then 'spelled'
            when words = stored_words then 'same'
            when num_nulls(family, given, stored_family, stored_given) = 0
              and not \(NameSQL.share("h.family", "h.stored_family"))
              and not \(NameSQL.share("h.given", "h.stored_given")) then 'none'
            when \(NameSQL.isWithin(i, p)) then 'less'
            when \(NameSQL.isWithin(p, i)) then 'more'
            when \(NameSQL.share(i, p)) and \(NameSQL.cutsShort(i, p)) then 'less'
            when \(NameSQL.share(i, p)) then 'half'
            else 'none' end as verdict
        from (
          select i.line, p.number, i.name, p.name as stored, i.trn is not null as by_trn,
            i.family_name is null as is_whole, i.name = i.given_name || ' ' || i.family_name as is_joined,
            p.name = p.given_name || ' ' || p.family_name as stored_is_joined,
            i.name in (upper(i.name), lower(i.name)) and p.name not in (upper(p.name), lower(p.name))
              as is_plainer,
            num_nonnulls(i.home_school, i.home_setting) > 0
              and (i.home_school, i.home_setting) is distinct from (p.home_school, p.home_setting)
              as is_elsewhere,
            p.family_name, p.given_name,
            \(NameSQL.words("i.name")) as words, \(NameSQL.words("p.name")) as stored_words,
            \(part("i.family_name")) as family, \(part("i.given_name")) as given,
            \(part("p.family_name")) as stored_family,
            \(part("p.given_name")) as stored_given,
            \(letters("search_text(i.name)")) as letters,
            \(letters("search_text(p.name)")) as stored_letters,
            \(hasAccents("i.name")) as has_accents, \(hasAccents("p.name")) as stored_has_accents
          from incoming i join resolved r using (line)
          join person p on p.organisation = :organisation and p.number = r.person
          where \(differs) offset 0) h;
      analyze name_held;

      """
  }

  private static func part(_ name: String) -> String {
    "case when \(name) is not null then \(NameSQL.words(name)) end"
  }

  private static func quoted(_ name: String) -> String { NameSQL.quoted(name) }

  private static let differs =
    "(i.name <> p.name or i.family_name <> p.family_name or i.given_name <> p.given_name)"

  private static func letters(_ text: String) -> String {
    "translate(\(text), ' -.,''’‘`´‐‑–()', '')"
  }

  private static func hasAccents(_ name: String) -> String {
    let typed = letters("lower(normalize(\(name), NFC))")
    return "\(typed) <> \(letters("search_text(\(name))"))"
  }

  private static let refusals = """
    insert into finding select 1, line, case when by_trn then 'TRN' else 'Person' end,
        case when by_trn then 'this TRN belongs to P' else 'this is P' end || number
          || ', whose forename and surname are both different',
        case when by_trn then 'check the TRN' else 'check the number' end
          || '; a person who changed both names is edited by hand: talent person edit'
      from name_held where verdict = 'none';
    insert into finding select 1, line, 'TRN',
        'this TRN belongs to P' || number || ', of another school and with another forename',
        'check the TRN; somebody who changed both is edited by hand: talent person edit'
      from name_held where verdict = 'half' and by_trn and is_elsewhere
        and not \(NameSQL.isAlike("given", "stored_given"));
    insert into finding select 1, line, 'Person',
        'this is P' || number || ', of another school and with another forename or surname',
        'check the number; somebody who changed both is edited by hand: talent person edit'
      from name_held where verdict in ('less', 'more', 'half') and not by_trn and is_elsewhere;
    insert into finding select 1, line, 'Name',
        'P' || number || ' is stored with forename and surname the other way round',
        'change the two over'
      from name_held where verdict = 'swapped';

    """

  /// Capitals, titles and the order of one name say nothing new; what says less is told.
  private static let kept = """
    create temp table name_kept on commit drop as
      select * from name_held where verdict = 'less'
        or verdict = 'parts' or verdict = 'spelled' and is_plainer and name <> stored
        or verdict = 'same' and (is_whole or is_plainer);
    insert into finding select 0, line, 'Name',
        'P' || number || ' is stored as ' || \(quoted("stored")) || ', and ' || \(quoted("name")) || ' says less: '
          || \(quoted("stored")) || ' is kept',
        'talent person edit P' || number || ' --name changes it by hand'
      from name_kept where verdict = 'less' and (by_trn or not is_elsewhere);
    update incoming i set (name, family_name, given_name) = row(k.stored,
          coalesce(k.family_name, case when k.verdict <> 'less' then \(asStored("i.family_name")) end),
          coalesce(k.given_name, case when k.verdict <> 'less' then \(asStored("i.given_name")) end))
      from name_kept k where k.line = i.line;

    """

  /// A part as the stored name spells it; null where it does not stand there.
  private static func asStored(_ part: String) -> String {
    #"""
    (regexp_match(k.stored, '\m' || regexp_replace(\#(part), '([^[:alnum:]])', '\\\1', 'g') || '\M', 'i'))[1]
    """#
  }

  /// A part as the name is spelled now, where each of its letters stands where it stood.
  private static func respelled(_ part: String) -> String {
    """
    case when h.verdict = 'spelled' and length(h.name) = length(h.stored) and strpos(h.stored, \(part)) > 0
      then substr(h.name, strpos(h.stored, \(part)), length(\(part))) else \(part) end
    """
  }

  /// Of several rows of one person the longest name is taken, so that their order decides nothing.
  private static let replaced = """
    create temp table name_taken on commit drop as
      select distinct on (h.number) h.number, h.line, h.name,
        coalesce(i.family_name, case when fits.family then \(respelled("h.family_name")) else '' end)
          as family_name,
        coalesce(i.given_name,
          case when fits.family and fits.given then \(respelled("h.given_name")) else '' end) as given_name
      from name_held h join incoming i using (line)
      cross join lateral (select coalesce(h.stored_family <@ h.words or i.family_name is not null, true) as family,
        coalesce(h.stored_given <@ h.words or not h.stored_given <@ h.stored_words, true) as given) fits
      where h.verdict in ('spelled', 'same', 'more', 'half')
        and line not in (select line from name_kept)
        and line not in (select line from finding where weight = 1)
      order by h.number, length(h.name) desc, h.name collate "C", h.line;
    insert into finding
      select 0, h.line, 'Name', 'P' || h.number || ' is stored as ' || \(quoted("h.stored"))
          || case when t.name = h.stored then ': surname and forename are updated to '
                || \(quoted("concat_ws(', ', t.family_name, t.given_name)"))
                || ' from ' || \(quoted("concat_ws(', ', h.family_name, h.given_name)"))
              else ': the name is updated to ' || \(quoted("t.name")) end
          || case when h.name <> t.name then ', as line ' || t.line || ' has it' else '' end
          || case when h.family_name <> '' and t.family_name = ''
              then '; surname and forename are no longer kept apart' else '' end, ''
      from name_held h join name_taken t using (number)
      where h.line not in (select line from name_kept)
        and h.line not in (select line from finding where weight = 1);
    update incoming i set (name, family_name, given_name) = row(t.name, t.family_name, t.given_name)
      from name_taken t join resolved r on r.person = t.number where i.line = r.line;

    """
}
