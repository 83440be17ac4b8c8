import Domain
import Postgres

/// A talent database: one row a person.
public enum PersonLoad: LoadKind {
  public static let name = "people"
  public static let tables = "person, readiness, participation, career_step"
  public static let columns =
    ClaimSQL.columns
    + [
      ("role", "text"), ("aspiration", "text"), ("readiness", "text"), ("judged_on", "date"),
      ("programmes", "text[]"), ("strengths", "text[]"), ("behaviours", "text[]"),
      ("next_step", "text"), ("next_step_due", "date"), ("travel_miles", "integer"),
      ("half_days_a_year", "integer"), ("performance", "integer"), ("potential", "integer"),
      ("notes", "text"), ("judged_post", "text"),
    ].map { (name: $0.0, type: $0.1) }

  public static func write(_ draft: PersonDraft, to copy: inout CopyWriter) {
    ClaimSQL.write(draft.person, to: &copy)
    copy.add(draft.role)
    copy.add(draft.aspiration)
    copy.add(draft.readiness)
    copy.addDate(draft.readinessJudgedOn?.number)
    copy.add(draft.programmes)
    copy.add(draft.strengths)
    copy.add(draft.behaviours)
    copy.add(draft.nextStep)
    copy.addDate(draft.nextStepDue?.number)
    copy.add(draft.travelMiles)
    copy.add(draft.halfDaysAYear?.count)
    copy.add(draft.performance)
    copy.add(draft.potential)
    copy.add(draft.notes)
    copy.add(draft.readiness == nil ? nil : draft.aspiration)
  }

  public static let checks =
    ClaimSQL.checks(
      home: "School URN",
      typedOwner: """
        select typed, number as person from person
        where organisation = :organisation
          and (trn is null or edited_at is not null or changed_load is distinct from created_load)
        """, asBefore: asBefore, columns: said
    ).replacing(":one_row_each", with: "true") + judgements + saidBefore

  private static let asBefore = "p.typed = i.typed"

  private static let said: [SaidBeforeSQL.Column] = [
    .init("home_school", "School URN", unit: "home"),
    .init("home_setting", "Setting", unit: "home"),
    .init("role", "Current role"), .init("aspiration", "Aspiration"),
    .init("strengths", "Strengths"), .init("behaviours", "Behaviours"),
    .init("travel_miles", "Max travel (miles)"), .init("half_days_a_year", "Days a year"),
    .init("performance", "Performance (1-3)"), .init("potential", "Potential (1-3)"),
    .init("notes", "Notes"),
  ]

  /// A judgement is of a post: that of the row, else the one the person is stored as aspiring to.
  private static let judgements = """
    update incoming i set judged_post = p.aspiration from resolved r
      join person p on p.organisation = :organisation and p.number = r.person
      where i.line = r.line and i.judged_post is null and i.readiness is not null;
    insert into finding select 1, i.line, 'Readiness', 'for which post?', 'fill in Aspiration'
      from incoming i where i.readiness is not null and i.judged_post is null;

    """

  private static let saidBefore =
    SaidBeforeSQL(
      table: "readiness",
      rows: SaidBeforeSQL.resolved(
        asBefore: asBefore, and: "i.judged_post = s.record ->> 'post'"),
      columns: [
        .init("level", "Readiness", typed: "readiness", unit: "judgement"),
        .init("judged_on", "Readiness judged on", unit: "judgement"),
      ]
    ).checks
    + SaidBeforeSQL(
      table: "career_step",
      rows: SaidBeforeSQL.resolved(
        asBefore: asBefore, and: "i.next_step = s.record ->> 'what'"),
      columns: [.init("due", "Next step due", typed: "next_step_due")]
    ).checks

  /// Somebody new has nothing yet that a judgement could contradict.
  private static func judged(_ who: String) -> String {
    """
    insert into readiness (organisation, person, post, level, judged_on, created_load, changed_load)
        select :organisation, w.person, i.judged_post, i.readiness, i.judged_on, :load, :load
        from incoming i join who w using (line)
        where \(who) and i.readiness is not null and i.judged_post is not null
    """
  }

  private static func stepping(_ who: String) -> String {
    """
    insert into career_step (organisation, person, what, due, created_load, changed_load)
        select :organisation, w.person, i.next_step, i.next_step_due, :load, :load
        from incoming i join who w using (line) where \(who) and i.next_step is not null
    """
  }

  public static let merge =
    ClaimSQL.merge(
      extra: [
        "role", "aspiration", "strengths", "behaviours", "travel_miles", "half_days_a_year",
        "performance", "potential", "notes",
      ].map { ($0, "i.\($0)") }, typed: true, homeMoves: true
    ).replacing(":first_row_of_person", with: "true")
      + """
      insert into load_change (organisation, load, relation, key, before, line)
        select :organisation, :load, 'readiness', jsonb_build_object('organisation', d.organisation,
            'person', d.person, 'post', d.post), to_jsonb(d), i.line
        from incoming i join who w using (line)
        join readiness d on d.organisation = :organisation and d.person = w.person and d.post = i.judged_post
        where not w.is_new and not w.same_row and i.readiness is not null
          and (d.level, d.judged_on) is distinct from (i.readiness, coalesce(i.judged_on, d.judged_on))
          and coalesce(i.judged_on >= d.judged_on, true);
      insert into changed
        select i.line from incoming i join who w using (line)
        left join readiness d on d.organisation = :organisation and d.person = w.person and d.post = i.judged_post
        where not w.is_new and not w.same_row and i.readiness is not null and i.judged_post is not null
          and (d.level, d.judged_on) is distinct from (i.readiness, coalesce(i.judged_on, d.judged_on))
          and coalesce(i.judged_on >= d.judged_on, true);
      \(judged("w.is_new"));
      \(judged("not w.is_new and not w.same_row"))
        on conflict (organisation, person, post) do update
          set level = excluded.level, judged_on = coalesce(excluded.judged_on, readiness.judged_on),
            changed_load = excluded.changed_load
          where (readiness.level, readiness.judged_on) is distinct from
              (excluded.level, coalesce(excluded.judged_on, readiness.judged_on))
            and coalesce(excluded.judged_on >= readiness.judged_on, true);
      create temp table taken_part on commit drop as
        select i.line, w.person, w.is_new, unnest(i.programmes) as programme
        from incoming i join who w using (line) where not w.same_row and i.programmes <> '{}';
      insert into changed select t.line from taken_part t
        where not t.is_new and not exists (select from participation d
          where d.organisation = :organisation and d.person = t.person and d.programme = t.programme);
      insert into participation (organisation, person, programme, created_load, changed_load)
        select :organisation, person, programme, :load, :load from taken_part
        on conflict do nothing;
      insert into load_change (organisation, load, relation, key, before, line)
        select :organisation, :load, 'career_step', jsonb_build_object('organisation', d.organisation,
            'person', d.person, 'what', d.what), to_jsonb(d), i.line
        from incoming i join who w using (line)
        join career_step d on d.organisation = :organisation and d.person = w.person and d.what = i.next_step
        where not w.is_new and not w.same_row and d.done_on is null and i.next_step_due is not null
          and d.due is distinct from i.next_step_due;
      insert into changed
        select i.line from incoming i join who w using (line)
        left join career_step d on d.organisation = :organisation and d.person = w.person and d.what = i.next_step
        where not w.is_new and not w.same_row and i.next_step is not null and (d.person is null
          or (d.done_on is null and i.next_step_due is not null and d.due is distinct from i.next_step_due));
      \(stepping("w.is_new"));
      \(stepping("not w.is_new and not w.same_row"))
        on conflict (organisation, person, what) do update
          set due = excluded.due, changed_load = excluded.changed_load
          where career_step.done_on is null and excluded.due is not null
            and career_step.due is distinct from excluded.due;
      """
}
