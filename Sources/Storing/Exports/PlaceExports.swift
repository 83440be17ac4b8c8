extension SchoolLoad {
  public static let export = ExportSQL(
    [
      ("URN", "t.urn"), ("LA (code)", "t.authority"), ("LA (name)", "a.name"),
      ("EstablishmentNumber", "t.establishment_number"), ("EstablishmentName", "t.name"),
      ("TypeOfEstablishment (name)", "t.type"), ("EstablishmentStatus (name)", "t.status"),
      ("PhaseOfEducation (name)", "coalesce(t.phase, 'Not applicable')"),
      ("NumberOfPupils", "t.pupils"),
      ("PercentageFSM", "trim_scale(t.free_meals_permille / 10.0)"), ("Town", "t.town"),
      ("Postcode", "t.postcode"), ("Easting", "t.easting"), ("Northing", "t.northing"),
      ("UrbanRural (name)", "case t.rural when true then 'Rural' when false then 'Urban' end"),
    ],
    from: """
      school t join authority a on a.code = t.authority where $1::integer is not null order by t.urn
      """)
}

extension LinkLoad {
  public static let export = ExportSQL(
    [
      ("URN", "t.urn"), ("LinkURN", "t.linked"), ("LinkType", "t.type"),
      ("LinkEstablishedDate", ExportSQL.day("t.established_on")),
    ],
    from: """
      school_link t where $1::integer is not null order by t.urn, t.linked, t.type collate "C"
      """)
}

extension SettingLoad {
  public static let export = ExportSQL(
    [
      ("Reference", "t.reference"), ("Name", "t.name"), ("Kind", "t.kind"),
      ("LA", "coalesce(a.name, t.authority)"), ("Phase", "t.phase"), ("Postcode", "t.postcode"),
      ("Easting", "t.easting"), ("Northing", "t.northing"),
    ],
    from: """
      setting t left join authority a on a.code = t.authority
      where t.organisation = $1 order by t.reference collate "C"
      """)
}

extension ClusterLoad {
  public static let export = ExportSQL(
    [
      ("Cluster", "c.name"), ("Kind", "c.kind"),
      ("School URN", "case when t.cluster is null then 'none' else t.school::text end"),
      ("Setting", "t.setting"),
    ],
    from: """
      cluster c left join cluster_member t on t.organisation = c.organisation and t.cluster = c.number
      where c.organisation = $1 order by c.name collate "C", t.school, t.setting collate "C"
      """)
}

extension ReleaseLoad {
  public static let export = ExportSQL(
    ExportSQL.place() + [
      ("Days per half-term", ExportSQL.days("t.half_days_per_half_term")),
      ("Out at once", "t.out_at_once"), ("Cover needed", ExportSQL.yes("t.cover_needed")),
      ("Agreed by", "t.agreed_by"), ("Agreed on", ExportSQL.day("t.agreed_on")),
    ],
    from: """
      release t where t.organisation = $1 order by t.school, t.setting collate "C"
      """)
}

extension PostLoad {
  /// As typed, or as stored by now where they have no word in common any more: else it would not load again.
  private static let incumbent = """
    coalesce((select p.name from person p
      where p.organisation = t.organisation and p.number = t.incumbent
        and not \(NameSQL.isOneName("t.incumbent_name", "p.name"))), t.incumbent_name)
    """

  public static let export = ExportSQL(
    ExportSQL.place() + [
      ("Post", "t.title"), ("Number", "t.number"), ("Incumbent TRN", "t.incumbent_trn"),
      ("Person", "'P' || t.incumbent"), ("Incumbent", incumbent),
      ("Expected vacant from", ExportSQL.day("t.vacant_from")), ("Why", "t.why"),
      ("Critical", ExportSQL.yes("t.critical")),
    ],
    from: """
      post t where t.organisation = $1
      order by t.school, t.setting collate "C", t.title collate "C", t.number
      """)
}

extension NeedLoad {
  public static let export = ExportSQL(
    [("Reference", "t.reference")] + ExportSQL.place() + [
      ("Kind", "t.kind"), ("Role wanted", "t.role"), ("Specialism", "t.specialism"),
      ("Phase", "t.phase"), ("Days", ExportSQL.days("t.half_days")),
      ("FTE", ExportSQL.hundredths("t.fte_hundredths")), ("From", ExportSQL.day("t.starts_on")),
      ("To", ExportSQL.day("t.ends_on")), ("Priority", "t.priority"),
      ("Behaviours wanted", ExportSQL.list("t.behaviours")), ("People", "t.people"),
      ("Asked by", "t.asked_by"), ("Asked on", ExportSQL.day("t.asked_on")),
      ("Closed on", ExportSQL.day("t.closed_on")), ("Closed because", "t.closed_because"),
    ],
    from: """
      need t where t.organisation = $1 and t.cover_of is null order by t.reference collate "C"
      """)
}
