extension PersonLoad {
  /// Of several open steps the next one; readiness for the post aspired to. The rest have sheets of
  /// their own.
  public static let export = ExportSQL(
    [
      ("Surname", "p.family_name"), ("Forename", "p.given_name"), ("Name", "p.name"),
      ("TRN", "p.trn"), ("School URN", "p.home_school"), ("Setting", "p.home_setting"),
      ("Person", "'P' || p.number"), ("Current role", "p.role"), ("Aspiration", "p.aspiration"),
      ("Readiness", "r.level"), ("Readiness judged on", ExportSQL.day("r.judged_on")),
      (
        "Programmes",
        """
        select string_agg(t.programme, '; ' order by t.programme collate "C") from participation t
        where t.organisation = p.organisation and t.person = p.number
        """
      ), ("Strengths", ExportSQL.list("p.strengths")),
      ("Behaviours", ExportSQL.list("p.behaviours")), ("Next career step", "s.what"),
      ("Next step due", ExportSQL.day("s.due")), ("Max travel (miles)", "p.travel_miles"),
      ("Days a year", ExportSQL.days("p.half_days_a_year")),
      ("Performance (1-3)", "p.performance"), ("Potential (1-3)", "p.potential"),
      ("Notes", "p.notes"),
    ],
    from: """
      person p
      left join readiness r on r.organisation = p.organisation and r.person = p.number
        and r.post = p.aspiration
      left join (
        select distinct on (person) person, what, due from career_step
        where organisation = $1 and done_on is null and outcome is null
        order by person, due nulls last, what collate "C") s on s.person = p.number
      where p.organisation = $1 order by p.number
      """)
}

extension DesignationLoad {
  /// The specialisms verified on the latest day; those of other days are in the specialisms sheet.
  public static let export = ExportSQL(
    [
      ("Surname", "p.family_name"), ("Forename", "p.given_name"), ("Name", "p.name"),
      ("TRN", "p.trn"), ("Home school URN", "p.home_school"), ("Setting", "p.home_setting"),
      ("Person", "'P' || p.number"), ("Designation", "t.role"),
      ("Designated on", ExportSQL.day("t.since")), ("Until", ExportSQL.day("t.until")),
      ("Specialisms", "h.names"), ("Verified on", ExportSQL.day("h.verified_on")),
      ("Phases", ExportSQL.list("t.phases")), ("Days a year", ExportSQL.days("t.half_days_a_year")),
      ("Max travel (miles)", "t.travel_miles"), ("Completed deployments", "t.completed"),
      ("Alliance", "c.name"), ("Supervises", ExportSQL.yes("t.supervises")),
    ],
    from: """
      designation t join person p on p.organisation = t.organisation and p.number = t.person
      left join cluster c on c.organisation = t.organisation and c.number = t.alliance
      left join (
        select designation, verified_on, string_agg(specialism, '; ' order by specialism collate "C") as names
        from (select *, rank() over (partition by designation order by verified_on desc nulls last) as place
              from held_specialism where organisation = $1) ranked
        where place = 1 group by designation, verified_on) h on h.designation = t.number
      where t.organisation = $1 order by t.person, t.role collate "C", t.since
      """)
}

extension SpecialismLoad {
  public static let export = ExportSQL(
    ExportSQL.mention + [
      ("Designation", "t.role"), ("Designated on", ExportSQL.day("t.since")),
      ("Specialism", "s.specialism"), ("Verified on", ExportSQL.day("s.verified_on")),
      ("Expires on", ExportSQL.day("s.expires_on")),
    ],
    from: """
      held_specialism s
      join designation t on t.organisation = s.organisation and t.number = s.designation
      join person p on p.organisation = t.organisation and p.number = t.person
      where s.organisation = $1
      order by t.person, t.role collate "C", t.since, s.specialism collate "C"
      """)
}

extension ReadinessLoad {
  public static let export = ExportSQL(
    ExportSQL.mention + [
      ("Post", "t.post"), ("Readiness", "t.level"), ("Judged on", ExportSQL.day("t.judged_on")),
    ], from: ExportSQL.ofPeople("readiness", then: ", t.post collate \"C\""))
}

extension ProgrammeLoad {
  public static let export = ExportSQL(
    ExportSQL.mention + [
      ("Programme", "t.programme"), ("From", ExportSQL.day("t.started_on")),
      ("To", ExportSQL.day("t.ended_on")), ("Outcome", "t.outcome"),
    ], from: ExportSQL.ofPeople("participation", then: ", t.programme collate \"C\""))
}

extension StepLoad {
  public static let export = ExportSQL(
    ExportSQL.mention + [
      ("Career step", "t.what"), ("Due", ExportSQL.day("t.due")), ("Owner", "t.owner"),
      ("Source", "t.source"), ("Done on", ExportSQL.day("t.done_on")), ("Outcome", "t.outcome"),
    ], from: ExportSQL.ofPeople("career_step", then: ", t.due nulls last, t.what collate \"C\""))
}

extension AvailabilityLoad {
  public static let export = ExportSQL(
    ExportSQL.mention + [
      ("Available from", ExportSQL.day("p.available_from")),
      ("Available until", ExportSQL.day("p.available_until")),
    ],
    from: """
      person p where p.organisation = $1
        and (p.available_from is not null or p.available_until is not null) order by p.number
      """)
}

extension VettingLoad {
  public static let export = ExportSQL(
    ExportSQL.mention + [
      ("Vetted on", ExportSQL.day("p.vetted_on")), ("Vetted by", "p.vetted_by"),
      ("Prohibited", ExportSQL.yes("p.prohibited")),
    ],
    from: """
      person p where p.organisation = $1 and (p.vetted_on is not null or p.prohibited)
      order by p.number
      """)
}

extension ConflictLoad {
  public static let export = ExportSQL(
    ExportSQL.mention + ExportSQL.place() + [
      ("Kind", "t.kind"), ("Why", "t.why"), ("Recorded on", ExportSQL.day("t.declared_at")),
    ],
    from: ExportSQL.ofPeople(
      "conflict", then: ", t.school, t.setting collate \"C\", t.kind collate \"C\""))
}

extension PlacementLoad {
  public static let export = ExportSQL(
    ExportSQL.mention + ExportSQL.place() + [
      ("Kind", "t.kind"), ("Role", "t.role"), ("Specialism", "t.specialism"),
      ("Days", ExportSQL.days("t.half_days")), ("FTE", ExportSQL.hundredths("t.fte_hundredths")),
      ("From", ExportSQL.day("t.starts_on")), ("To", ExportSQL.day("t.ends_on")),
      ("Outcome", "t.outcome"), ("Impact (1-5)", "t.impact"), ("Comment", "t.comment"),
    ],
    from: ExportSQL.ofPeople(
      "past_placement",
      then: ", t.starts_on, t.school, t.setting collate \"C\", t.kind collate \"C\""))
}
