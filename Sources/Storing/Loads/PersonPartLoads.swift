import Domain
import Postgres

/// Career steps people have named, open or done.
public enum StepLoad: LoadKind {
  public static let name = "steps"
  public static let tables = "career_step"
  public static let columns: [(name: String, type: String)] =
    KnownPersonSQL.columns + [
      ("what", "text"), ("due", "date"), ("owner", "text"), ("source", "text"),
      ("done_on", "date"), ("outcome", "text"),
    ]

  public static func write(_ step: StepDraft, to copy: inout CopyWriter) {
    KnownPersonSQL.write(step.person, to: &copy)
    copy.add(step.what)
    copy.addDate(step.due?.number)
    copy.add(step.owner)
    copy.add(step.source)
    copy.addDate(step.doneOn?.number)
    copy.add(step.outcome)
  }

  public static let checks =
    KnownPersonSQL.checks
    + SaidBeforeSQL(
      table: "career_step", rows: SaidBeforeSQL.keyed(["person", "what"]),
      columns: [
        .init("due", "Due"), .init("owner", "Owner"), .init("source", "Source"),
        .init("done_on", "Done on", unit: "done"), .init("outcome", "Outcome", unit: "done"),
      ]
    ).checks + KnownPersonSQL.once(", what")
  public static let merge = LoadSQL.keyed(
    "career_step", keys: ["person", "what"],
    compared: ["due", "owner", "source", "done_on", "outcome"])
}

/// Who took part in which programme.
public enum ProgrammeLoad: LoadKind {
  public static let name = "programmes"
  public static let tables = "participation"
  public static let columns: [(name: String, type: String)] =
    KnownPersonSQL.columns + [
      ("programme", "text"), ("started_on", "date"), ("ended_on", "date"), ("outcome", "text"),
    ]

  public static func write(_ draft: ProgrammeDraft, to copy: inout CopyWriter) {
    KnownPersonSQL.write(draft.person, to: &copy)
    copy.add(draft.programme)
    copy.addDate(draft.from?.number)
    copy.addDate(draft.to?.number)
    copy.add(draft.outcome)
  }

  public static let checks =
    KnownPersonSQL.checks
    + SaidBeforeSQL(
      table: "participation", rows: SaidBeforeSQL.keyed(["person", "programme"]),
      columns: [
        .init("started_on", "From"), .init("ended_on", "To"), .init("outcome", "Outcome"),
      ]
    ).checks + KnownPersonSQL.once(", programme") + """
      insert into finding select 1, i.line, 'To',
          'with the first day that is stored, ' || to_char(d.started_on, 'DD/MM/YYYY')
            || ', it would end before it starts', 'give both days in this row'
        from incoming i join participation d on d.organisation = :organisation
          and d.person = i.person and d.programme = i.programme
        where coalesce(i.ended_on, d.ended_on) < coalesce(i.started_on, d.started_on);
      """
  public static let merge = LoadSQL.keyed(
    "participation", keys: ["person", "programme"], compared: ["started_on", "ended_on", "outcome"])
}

/// How ready people are for which post. An older judgement never replaces a newer one.
public enum ReadinessLoad: LoadKind {
  public static let name = "readiness"
  public static let tables = "readiness"
  public static let columns: [(name: String, type: String)] =
    KnownPersonSQL.columns + [("post", "text"), ("level", "text"), ("judged_on", "date")]

  public static func write(_ draft: ReadinessDraft, to copy: inout CopyWriter) {
    KnownPersonSQL.write(draft.person, to: &copy)
    copy.add(draft.readiness.post)
    copy.add(draft.readiness.level)
    copy.addDate(draft.readiness.judgedOn?.number)
  }

  public static let checks =
    KnownPersonSQL.checks
    + SaidBeforeSQL(
      table: "readiness", rows: SaidBeforeSQL.keyed(["person", "post"]),
      columns: [
        .init("level", "Readiness", unit: "judgement"),
        .init("judged_on", "Judged on", unit: "judgement"),
      ]
    ).checks + KnownPersonSQL.once(", post") + """
      insert into finding select 0, i.line, 'Judged on',
          'P' || i.person || ' was judged later, on ' || to_char(d.judged_on, 'DD/MM/YYYY')
            || ': that judgement stays', ''
        from incoming i join readiness d on d.organisation = :organisation and d.person = i.person
          and d.post = i.post and d.judged_on > i.judged_on and d.typed is distinct from i.typed;
      update incoming i set level = d.level, judged_on = d.judged_on from readiness d
        where d.organisation = :organisation and d.person = i.person and d.post = i.post
          and d.judged_on > i.judged_on;
      """
  public static let merge = LoadSQL.keyed(
    "readiness", keys: ["person", "post"], compared: ["level", "judged_on"])
}

/// Specialisms held in a designation, each verified on its own day.
public enum SpecialismLoad: LoadKind {
  public static let name = "specialisms"
  public static let tables = "held_specialism"
  public static let columns: [(name: String, type: String)] =
    KnownPersonSQL.columns + [
      ("role", "text"), ("since", "date"), ("specialism", "text"), ("verified_on", "date"),
      ("expires_on", "date"), ("designation", "integer"),
    ]

  public static func write(_ draft: SpecialismDraft, to copy: inout CopyWriter) {
    KnownPersonSQL.write(draft.person, to: &copy)
    copy.add(draft.role)
    copy.addDate(draft.since.number)
    copy.add(draft.specialism)
    copy.addDate(draft.verifiedOn?.number)
    copy.addDate(draft.expiresOn?.number)
    copy.add(Int32?.none)
  }

  public static let checks =
    KnownPersonSQL.checks + KnownPersonSQL.once(", role, since, specialism") + """
      update incoming i set designation = d.number from designation d
        where d.organisation = :organisation and d.person = i.person and d.role = i.role
          and d.since = i.since;
      insert into finding select 1, i.line, 'Designation',
          'P' || i.person || ' holds no ' || i.role || ' from ' || to_char(i.since, 'DD/MM/YYYY'),
          'load the designations first, or check the day'
        from incoming i where i.person is not null and i.designation is null;
      insert into finding select 1, i.line, 'Expires on', 'the verification would expire before it was made',
          'give both days in this row'
        from incoming i join held_specialism d on d.organisation = :organisation
          and d.designation = i.designation and d.specialism = i.specialism
        where coalesce(i.expires_on, d.expires_on) < coalesce(i.verified_on, d.verified_on);
      """
  public static let merge = LoadSQL.keyed(
    "held_specialism", keys: ["designation", "specialism"],
    compared: ["verified_on", "expires_on"])
}

/// Places people may not be sent to.
public enum ConflictLoad: LoadKind {
  public static let name = "conflicts"
  public static let tables = "conflict"
  public static let columns: [(name: String, type: String)] =
    KnownPersonSQL.columns + [
      ("school", "integer"), ("setting", "text"), ("kind", "text"), ("why", "text"),
      ("declared_at", "date"),
    ]

  public static func write(_ draft: ConflictDraft, to copy: inout CopyWriter) {
    KnownPersonSQL.write(draft.person, to: &copy)
    copy.add(draft.place.urn?.number)
    copy.add(draft.place.settingReference)
    copy.add(draft.kind.rawValue)
    copy.add(draft.why)
    copy.addDate(draft.recordedOn?.number)
  }

  public static let checks =
    KnownPersonSQL.checks
    + SaidBeforeSQL(
      table: "conflict", rows: SaidBeforeSQL.keyed(["person", "place", "kind"]),
      columns: [.init("why", "Why")]
    ).checks + LoadSQL.places(heading: "School URN")
    + KnownPersonSQL.once(", coalesce(school::text, setting), kind")
    + LoadSQL.assumed(
      "Recorded on",
      in: """
        incoming i where i.declared_at is null and i.person is not null and not exists (
            select from conflict c where c.organisation = :organisation and c.person = i.person
              and c.place = coalesce(i.school::text, i.setting) and c.kind = i.kind)
        """, of: "conflicts", "today is taken")
  public static let merge = LoadSQL.keyed(
    "conflict", keys: ["person", "place", "kind"],
    inserted: ["person", "school", "setting", "kind", "why", "declared_at"], compared: ["why"])
}

/// Between which days people can be asked: said of people who are stored.
public enum AvailabilityLoad: LoadKind {
  public static let name = "availability"
  public static let tables = "person"
  public static let columns: [(name: String, type: String)] =
    KnownPersonSQL.columns + [("available_from", "date"), ("available_until", "date")]

  public static func write(_ draft: AvailabilityDraft, to copy: inout CopyWriter) {
    KnownPersonSQL.write(draft.person, to: &copy)
    copy.addDate(draft.from?.number)
    copy.addDate(draft.until?.number)
  }

  public static let checks =
    KnownPersonSQL.checks
    + SaidBeforeSQL(
      table: "person", rows: SaidBeforeSQL.numbered,
      columns: [
        .init("available_from", "Available from"), .init("available_until", "Available until"),
      ]
    ).checks + KnownPersonSQL.once("") + """
      insert into finding select 1, i.line, 'Available until',
          'with what is stored, P' || p.number || ' would be available until before they are available from',
          'give both days in this row'
        from incoming i join person p on p.organisation = :organisation and p.number = i.person
        where coalesce(i.available_until, p.available_until) < coalesce(i.available_from, p.available_from);
      """
  public static let merge = LoadSQL.ofPeople(["available_from", "available_until"])
}

/// Whether vetting was confirmed: said of people who are stored.
public enum VettingLoad: LoadKind {
  public static let name = "vetting"
  public static let tables = "person"
  public static let columns: [(name: String, type: String)] =
    KnownPersonSQL.columns + [
      ("vetted_on", "date"), ("vetted_by", "text"), ("prohibited", "boolean"),
    ]

  public static func write(_ draft: VettingDraft, to copy: inout CopyWriter) {
    KnownPersonSQL.write(draft.person, to: &copy)
    copy.addDate(draft.vettedOn?.number)
    copy.add(draft.vettedBy)
    copy.add(draft.prohibited)
  }

  public static let checks =
    KnownPersonSQL.checks
    + SaidBeforeSQL(
      table: "person", rows: SaidBeforeSQL.numbered,
      columns: [
        .init("vetted_on", "Vetted on", unit: "vetting"),
        .init("vetted_by", "Vetted by", unit: "vetting"), .init("prohibited", "Prohibited"),
      ]
    ).checks + KnownPersonSQL.once("")
    + LoadSQL.assumed(
      "Prohibited",
      in: """
        incoming i join person p on p.organisation = :organisation and p.number = i.person
          where i.prohibited is null and i.vetted_on is not null and p.vetted_on is null
            and not p.prohibited
        """, of: "confirmations", "no prohibition is taken")
  public static let merge = LoadSQL.ofPeople(["vetted_on", "vetted_by", "prohibited"])
}
