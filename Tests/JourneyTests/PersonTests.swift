import Foundation
import Testing

/// People shown, compared and kept by hand.
struct PersonTests {
  @Test func `a person is shown whole, and compared`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    try expectGolden(
      try town.transcript([
        ["person", "show", "0012345"], ["person", "compare", "1", "P2", "P3"],
        ["person", "compare", "P1", "0012345"],
        ["placement", "list"], ["placement", "show", "1"],
        ["placement", "list", "--person", "P3", "--state", "withdrawn", "--plain"],
      ]), "person-show")
  }

  @Test func `an edit says what changed from what to what`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    try expectGolden(
      try town.transcript([
        [
          "person", "add", "--name", "Zoë Quinn", "--home", "100002", "--role", "DHT",
          "--aspiration", "HT", "--readiness", "HT=now", "--judged-on", "01/10/2026",
        ],
        [
          "person", "edit", "P6", "--readiness", "HT=1-2 years", "--available-from", "2027-01-04",
          "--strength", "literacy", "--vetted-on", "01/09/2026", "--vetted-by", "A Hall",
          "--prohibited", "no", "--hide-from", "100001", "--step", "Lead a review", "--step-due",
          "01/02/2027",
        ],
        [
          "person", "edit", "P6", "--clear", "vetting", "--step-done", "lead a review", "--outcome",
          "well led",
        ],
        ["person", "edit", "P6", "--role", "DHT"],
        ["person", "edit", "P6", "--trn", "0012345"], ["person", "edit", "P6", "--home", "999999"],
        ["person", "edit", "P6", "--vetted-by", "A Hall"],
        ["person", "edit", "P6", "--clear", "nmae"],
        ["person", "edit", "P6", "--available-until", "01/01/2026"],
        ["person", "add", "--name", "A\u{1B}[31m"],
        ["person", "show", "P6"],
      ]), "person-edit")
    #expect(
      try town.scalar("select count(*) from person where edited_at is not null") == "1")
    #expect(
      try town.scalar("select count(*) from readiness where edited_at is not null") == "1")
  }

  @Test func `the same name at the same school is not added again unasked`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    let add = ["person", "add", "--name", "zoe QUINN"]
    #expect(
      try town.talent("person", "add", "--name", "Zoë Quinn", "--home", "100002").code == 0)
    let refused = try town.talent(add + ["--home", "100002"])
    #expect(refused.code == 3)
    #expect(refused.complaint.contains("resembles P6 (same name, same school)"))
    #expect(refused.complaint.contains("talent person edit P6, or --another"))
    #expect(try town.scalar("select count(*) from person where number >= 6") == "1")
    #expect(try town.talent(add + ["--home", "100002", "--another"]).code == 0)
    #expect(try town.talent(add + ["--home", "100003"]).code == 0)
  }

  @Test func `a designation's own travel limit is shown beside the person's`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    try town.sql(
      """
      update person set travel_miles = 1 where number = 1;
      update designation set travel_miles = 12 where person = 1 and role = 'SLE';
      """)
    let page = try town.talent("person", "show", "P1").out
    #expect(page.contains("up to 1 mile\n") && page.contains("as SLE up to 12 miles"), "\(page)")
    #expect(try town.talent("person", "compare", "P1", "P2").out.contains("as SLE up to 12 miles"))
  }
}
