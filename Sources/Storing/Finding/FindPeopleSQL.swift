/// The question as SQL, in named steps: where homes may be, who matches, which are shown.
///
/// A part that is not asked for is `null` and falls away when PostgreSQL plans the statement with its
/// values known, joins that nothing then reads included.
enum FindPeopleSQL {
  static let organisation = "$1"
  static let today = "$2::date"
  static let number = "$3::integer"
  static let trn = "$4::text"
  static let designation = "$5::text"
  static let specialism = "$6::text"
  static let phase = "$7::text"
  static let role = "$8::text"
  static let aspiration = "$9::text"
  static let readyFor = "$10::text"
  static let readiness = "$11::text"
  static let programme = "$12::text"
  static let authority = "$13::text"
  static let cluster = "$14::text"
  static let nearSchool = "$15::integer"
  static let nearSetting = "$16::text"
  static let nearPostcode = "$17::text"
  static let radius = "$18::integer"
  static let leastDays = "$19::integer"
  static let onlyOverdue = "$20::boolean"
  static let order = "$21::text"
  static let levels = "$22::text[]"
  static let limit = "$23::integer"
  static let defaultDays = "$24::integer"
  static let yearStart = "$25::date"
  static let yearEnd = "$26::date"
  static let driver = "$27::text"
  static let byHome = "$28::boolean"
  static let byLikeness = "$29::boolean"
  /// The word most likely to be rare, which an index answers, and the specialisms it may mean.
  static let word = "$30::text"
  static let meant = "$31::text[]"
  /// The other words; then, pair by pair, which of them (from 1) may mean which specialism.
  static let others = "$32::text[]"
  static let meantBy = "$33::integer[]"
  static let meantNames = "$34::text[]"
  static let rungs = "$35::text[]"
  /// Another word that can only be in name or notes, which the same index answers together with `word`.
  static let secondWord = "$36::text"

  static let sql = """
    with point as materialized (\(point)),
    wanted_authority as materialized (
      select code from authority where code = \(authority) or lower(name) = lower(\(authority))),
    wanted_cluster as materialized (
      select number from cluster
      where organisation = \(organisation) and lower(name) = lower(\(cluster))),
    homes as materialized (\(homes)),
    matching as materialized (\(matching)),
    counted as (
      select * from matching where \(leastDays) is null or half_days_left >= \(leastDays)),
    picked as (
      select *, row_number() over () as line from (
        select * from counted order by \(ordering) limit \(limit)) ordered)
    select
      (select count(*)::integer from (select from counted limit \(PeopleQuestion.mostCounted + 1)) c)
        as total,
      (select name from point) as near_name,
      exists (select from wanted_authority) as authority_is_known,
      exists (select from wanted_cluster) as cluster_is_known,
      shown.*
    from (select) head left join (\(shown)) shown on true
    order by shown.line
    """

  /// One school or setting; a postcode stands where its first school stands.
  private static let point = """
    select name, easting, northing from school
      where (urn = \(nearSchool) or postcode = \(nearPostcode)) and easting is not null
    union all
    select name, easting, northing from setting
      where organisation = \(organisation) and reference = \(nearSetting) and easting is not null
    limit 1
    """

  /// Bounding box first, which the index on positions answers; the circle after.
  private static let homes = """
    select h.urn as school, null::text as setting, \(metres("h")) as metres from school h
    where \(byHome) and \(inBox("h"))
      and (\(authority) is null or h.authority = (select code from wanted_authority limit 1))
      and (\(cluster) is null or h.urn = any(array(select m.school from cluster_member m
        where m.organisation = \(organisation) and m.cluster = any(array(select number from wanted_cluster))
          and m.school is not null)))
    union all
    select null, h.reference, \(metres("h")) from setting h
    where \(byHome) and h.organisation = \(organisation) and \(inBox("h"))
      and (\(authority) is null or h.authority = (select code from wanted_authority limit 1))
      and (\(cluster) is null or h.reference = any(array(select m.setting from cluster_member m
        where m.organisation = \(organisation) and m.cluster = any(array(select number from wanted_cluster))
          and m.setting is not null)))
    """

  private static func metres(_ home: String) -> String {
    """
    case when \(radius) is not null then sqrt(
      power(\(home).easting - (select easting from point), 2)
      + power(\(home).northing - (select northing from point), 2)) end
    """
  }

  private static func inBox(_ home: String) -> String {
    """
    (\(radius) is null or (
      \(home).easting between (select easting - \(radius) from point)
        and (select easting + \(radius) from point)
      and \(home).northing between (select northing - \(radius) from point)
        and (select northing + \(radius) from point)))
    """
  }

  private static let matching = """
    select p.number, p.found_by, \(measured) as metres,
      case when \(leastDays) is not null or \(order) = 'days' then \(halfDaysLeft) end
        as half_days_left,
      case when \(order) = 'readiness' then array_position(\(levels), r.level) end as readiness_rank,
      case when \(order) = 'overdue' then \(overdueSince) end as overdue_since,
      case when \(order) = 'role' then array_position(\(rungs), p.role) end as rung,
      case when \(byLikeness) then \(unlikeness) end as unlikeness
    from person p
    left join school h on h.urn = p.home_school
    left join setting s on s.organisation = p.organisation and s.reference = p.home_setting
    left join readiness r on r.organisation = p.organisation and r.person = p.number
      and r.post = coalesce(\(readyFor), p.aspiration)
    where p.organisation = \(organisation) and \(conditions)
    """

  private static let measured = """
    coalesce(
      case when \(radius) is not null then sqrt(
        power(h.easting - (select easting from point), 2)
        + power(h.northing - (select northing from point), 2)) end,
      case when \(radius) is not null then sqrt(
        power(s.easting - (select easting from point), 2)
        + power(s.northing - (select northing from point), 2)) end)
    """

  private static let conditions =
    [
      "(\(number) is null or p.number = \(number))",
      "(\(trn) is null or p.trn = \(trn))",
      "(\(role) is null or p.role = \(role))",
      "(\(aspiration) is null or p.aspiration = \(aspiration))",
      "(\(readyFor) is null or r.post = \(readyFor))",
      "(\(readiness) is null or r.level = \(readiness))",
      """
      (not \(byHome)
        or p.home_school = any(array(select school from homes where school is not null
          and (\(radius) is null or metres <= \(radius))))
        or p.home_setting = any(array(select setting from homes where setting is not null
          and (\(radius) is null or metres <= \(radius)))))
      """,
      """
      (\(phase) is null or h.phase = \(phase) or s.phase = \(phase)
        or exists (select from designation d where d.organisation = \(organisation)
          and d.person = p.number and \(inForce) and \(phase) = any(d.phases)))
      """,
      // A specialism asked for beside it is looked for in that designation already.
      "(\(specialism) is not null or "
        + asked(
          designation, startingFrom: .designation, person: "d.person",
          "from designation d where d.organisation = \(organisation) and \(inForce)"
            + " and d.role = \(designation)") + ")",
      asked(
        specialism, startingFrom: .specialism, person: "d.person",
        holding("k.specialism = \(specialism)"),
        or: "\(designation) is null and p.strengths @> array[\(specialism)]"),
      asked(
        programme, startingFrom: .programme, person: "t.person",
        "from participation t where t.organisation = \(organisation) and t.programme = \(programme)"
      ),
      asked(
        onlyOverdue, startingFrom: .overdue, person: "c.person",
        "from career_step c where c.organisation = \(organisation) and c.done_on is null"
          + " and c.due < \(today)"),
    ].joined(separator: "\n and ") + words

  /// Nothing when the parameter is null; else whether the person is among `people`, looked up one by
  /// one, or beforehand when the search starts from there.
  private static func asked(
    _ parameter: String, startingFrom start: PeopleQuestion.Driver, person: String,
    _ people: String, or otherwise: String = "false"
  ) -> String {
    """
    (\(parameter) is null
      or (\(driver) = '\(start.rawValue)' and p.number = any(array(select \(person) \(people))))
      or (\(driver) <> '\(start.rawValue)' and exists (select \(people) and \(person) = p.number))
      or (\(otherwise)))
    """
  }

  /// Designations in force with a specialism, in the designation asked for if one is.
  private static func holding(_ condition: String) -> String {
    """
    from held_specialism k join designation d
      on d.organisation = k.organisation and d.number = k.designation
    where k.organisation = \(organisation) and \(condition) and \(inForce)
      and (\(designation) is null or d.role = \(designation))
    """
  }

  static let inForce = "d.since <= \(today) and coalesce(d.until >= \(today), true)"

  /// The first word in name or notes, or meaning a specialism held or claimed; then the others.
  private static let words = """

     and (\(word) is null
      or (not \(byLikeness) and p.found_by like search_text(\(word)))
      or (\(byLikeness) and p.found_by %> search_text(\(word)))
      or p.strengths && \(meant)
      or (not \(byHome) and p.number = any(array(
        select d.person \(holding("k.specialism = any(\(meant))")))))
      or (\(byHome) and exists (
        select \(holding("k.specialism = any(\(meant))")) and d.person = p.number)))
     and (\(secondWord) is null or p.found_by like search_text(\(secondWord)))
     and (\(others) = '{}' or not exists (
      select from unnest(\(others)) with ordinality w(word, line)
      where not (
        case when \(byLikeness) then p.found_by %> search_text(w.word)
          else p.found_by like search_text(w.word) end
        or exists (select from unnest(\(meantBy), \(meantNames)) m(line, name)
          where m.line = w.line and (m.name = any(p.strengths)
            or exists (select \(holding("k.specialism = m.name")) and d.person = p.number))))))
    """

  /// Grows as the words are less like the name.
  private static let unlikeness = """
    1 - word_similarity(search_text(\(word)), p.found_by) + coalesce((
      select sum(1 - word_similarity(search_text(w), p.found_by)) from unnest(\(others)) w), 0)
    """

  private static let ordering = """
    unlikeness, case when \(order) = 'distance' then metres end, readiness_rank,
      case when \(order) = 'days' then -half_days_left end, overdue_since, -rung,
      case when \(order) = 'number' then number end, found_by collate "C", number
    """

  private static let overdueSince = """
    (select min(c.due) from career_step c where c.organisation = p.organisation
      and c.person = p.number and c.done_on is null and c.due < \(today))
    """

  /// The most any designation in force (the one asked for, if one is) has left this school year.
  private static let halfDaysLeft = """
    (select max(coalesce(d.half_days_a_year, \(defaultDays)) - coalesce((
        select sum(t.half_days) from placement t where t.organisation = d.organisation
          and t.person = d.person and t.role = d.role and t.kind = 'deployment'
          and t.state <> 'withdrawn' and t.starts_on between \(yearStart) and \(yearEnd)), 0)
        - coalesce((
        select sum(t.supervising_half_days) from placement t where t.organisation = d.organisation
          and t.supervisor = d.person and t.supervisor_role = d.role
          and t.state <> 'withdrawn' and t.starts_on between \(yearStart) and \(yearEnd)), 0))
      from designation d where d.organisation = p.organisation and d.person = p.number
        and \(inForce) and (\(designation) is null or d.role = \(designation)))::integer
    """

  private static let shown = """
    select k.line, p.number, p.name, p.trn, p.home_school as school, p.home_setting as setting,
      coalesce(h.name, s.name) as home_name, coalesce(h.phase, s.phase) as home_phase,
      a.name as authority, p.role, p.aspiration, held.roles, held.specialisms, p.strengths,
      r.post, r.level, r.judged_on, k.metres, \(halfDaysLeft) as half_days_left,
      late.what as overdue_step, late.due as overdue_since
    from picked k join person p on p.organisation = \(organisation) and p.number = k.number
    left join school h on h.urn = p.home_school
    left join setting s on s.organisation = p.organisation and s.reference = p.home_setting
    left join authority a on a.code = coalesce(h.authority, s.authority)
    left join readiness r on r.organisation = p.organisation and r.person = p.number
      and r.post = coalesce(\(readyFor), p.aspiration)
    left join lateral (
      select array_agg(d.role order by d.role, d.number, c.specialism) as roles,
        array_agg(coalesce(c.specialism, '') order by d.role, d.number, c.specialism) as specialisms
      from designation d left join held_specialism c
        on c.organisation = d.organisation and c.designation = d.number
      where d.organisation = p.organisation and d.person = p.number and \(inForce)) held on true
    left join lateral (
      select c.what, c.due from career_step c where c.organisation = p.organisation
        and c.person = p.number and c.done_on is null and c.due < \(today)
      order by c.due, c.what limit 1) late on true
    """
}
