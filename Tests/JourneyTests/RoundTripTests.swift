import Foundation
import Testing

/// What is exported, emptied and loaded is exported the same, byte for byte, whatever the kind.
@Suite struct `An export` {
  static let kinds = [
    "schools", "links", "settings", "clusters", "people", "designations", "specialisms",
    "readiness", "programmes", "steps", "availability", "vetting", "conflicts", "posts", "release",
    "needs", "placements",
  ]

  @Test(arguments: ["csv", "xlsx"])
  func `of every kind loads into an empty database and is exported the same`(
    _ ending: String
  ) throws {
    let full = try Workspace()
    let empty = try Workspace()
    defer {
      full.remove()
      empty.remove()
    }
    try full.loadCounty()
    try full.fillEveryKind()
    for kind in Self.kinds {
      let answer = try full.talent("export", kind, "--out", "\(kind).csv")
      #expect(answer.code == 0, "\(kind): \(answer.complaint)")
      let sheet = try full.read("\(kind).csv")
      #expect(sheet.split(whereSeparator: \.isNewline).count > 1, "\(kind) has rows")
      if ending != "csv" { try full.talent("export", kind, "--out", "\(kind).\(ending)") }
      try FileManager.default.copyItem(
        at: full.folder.appendingPathComponent("\(kind).\(ending)"),
        to: empty.folder.appendingPathComponent("\(kind).\(ending)"))
    }
    for kind in Self.kinds {
      let answer = try empty.talent("load", kind, "\(kind).\(ending)")
      #expect(answer.code == 0, "\(kind): \(answer.out)\(answer.complaint)")
    }
    for kind in Self.kinds {
      let again = try empty.talent("export", kind)
      let sheet = try full.read("\(kind).csv")
      #expect(again.out == sheet, "\(kind) came back otherwise")
    }
  }

  @Test(arguments: ["csv", "xlsx"])
  func `loaded where it came from changes nothing`(_ ending: String) throws {
    let place = try Workspace()
    defer { place.remove() }
    try place.loadCounty(people: 40, designated: 20, needs: 12)
    try place.fillEveryKind()
    for kind in Self.kinds {
      try place.talent("export", kind, "--out", "\(kind).\(ending)")
      let answer = try place.talent("load", kind, "\(kind).\(ending)", "--json")
      let counts = try answer.json()
      #expect(answer.code == 0, "\(kind): \(answer.complaint)")
      #expect(counts["created"] as? Int == 0 && counts["updated"] as? Int == 0, "\(kind)")
      #expect(counts["load"] is NSNull, "\(kind)")
    }
  }
}

extension Workspace {
  /// A few records of the kinds a sample does not have, awkward ones among them.
  func fillEveryKind() throws {
    let sheets = [
      (
        "links", "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate",
        ["990001,990002,Somewhere,Successor,01-09-1931", "990002,990001,,Predecessor - merged,"]
      ),
      (
        "settings", "Reference,Name,Kind,LA,Phase,Postcode,Easting,Northing",
        ["NUR1,\"Acorns, the nursery\",nursery,,Nursery,,,", "CC-2,Tŷ Bach,children's centre,,,,,"]
      ),
      (
        "clusters", "Cluster,Kind,School URN,Setting",
        ["The Oaks,family,,NUR1", "Nobody yet,triad,none,"]
      ),
      (
        "people", "Name,Setting,School URN,Notes,Current role",
        [
          "Björk,NUR1,,\"=HYPERLINK(\"\"x\"\") she said\n\"\"yes\"\"\",Nursery manager",
          "Ann-Marie d'Arcy,CC-2,,'tis,", "Zoë Quote,CC-2,,''=1+1,",
          "Line Break,CC-2,,\"\nnext line\",", "Return Key,CC-2,,\"\r\n=next line\",",
        ]
      ),
      (
        "steps", "Person,Career step,Due,Owner,Source,Done on,Outcome",
        [
          "P1,\"Lead, then coach\",01/02/2027,Ann,SIP visit,,",
          "P1,Shadow a head,,,,01/03/2026,\"Went well\nvery\"",
          "P2,-12 degrees,,,,,", "P2,\"\nSee the SENCo\",,,,01/03/2026,\"\n\nDone\"",
        ]
      ),
      (
        "programmes", "Person,Programme,From,To,Outcome",
        ["P1,NPQH,01/09/2024,,", "P3,NPQSL,01/09/2020,31/08/2021,Passed"]
      ),
      (
        "readiness", "Person,Post,Readiness,Judged on",
        ["P1,Trust leader,Not yet,01/05/2026", "P1,Head of school,now,"]
      ),
      (
        "availability", "Person,Available from,Available until",
        ["P2,01/01/2027,", "P3,,31/08/2027"]
      ),
      ("vetting", "Person,Vetted on,Vetted by,Prohibited", ["P2,01/10/2026,HR,no", "P4,,,yes"]),
      (
        "conflicts", "Person,School URN,Setting,Kind,Why,Recorded on",
        ["P1,990003,,conflict,Married to the head,03/02/2021", "P1,,NUR1,hidden,Own wish,"]
      ),
      (
        "placements",
        "Person,School URN,Setting,Kind,Role,Specialism,Days,FTE,From,To,Outcome,Impact,Comment",
        [
          "P1,990004,,deployment,SLE,Phonics,2.5,,01/02/2024,31/03/2024,completed,4,Made a start",
          "P1,,NUR1,secondment,Head of school,,,0.6,01/09/2024,31/08/2025,stopped,,\"\nIll\"",
        ]
      ),
    ]
    for (kind, headings, rows) in sheets {
      try write("few-\(kind).csv", ([headings] + rows).joined(separator: "\n") + "\n")
      let answer = try talent("load", kind, "few-\(kind).csv")
      #expect(answer.code == 0, "\(kind): \(answer.out)\(answer.complaint)")
    }
    try sql(
      """
      update held_specialism set verified_on = '2020-01-01', expires_on = '2030-01-01'
        where specialism = (select min(specialism) from held_specialism);
      update person set home_school = null, half_days_a_year = 0 where number = 5;
      update need set closed_on = '2026-11-01', closed_because = 'No longer wanted'
        where reference = (select min(reference) from need);
      """)
  }
}
