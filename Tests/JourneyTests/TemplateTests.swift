import Testing

/// An empty sheet of every kind has the headings that load, and loads as no rows.
@Suite struct `A template` {
  @Test func `of every kind is read as its kind`() throws {
    let place = try Workspace()
    defer { place.remove() }
    for kind in `An export`.kinds {
      for ending in ["csv", "xlsx"] {
        let made = try place.talent("template", kind, "--out", "\(kind).\(ending)")
        #expect(made.code == 0, "\(kind): \(made.complaint)")
        let answer = try place.talent("load", kind, "\(kind).\(ending)")
        #expect(answer.code == 0, "\(kind): \(answer.complaint)")
        #expect(answer.complaint.contains("no rows under them"), "\(answer.complaint)")
        #expect(answer.out.hasPrefix("\(kind): 0 rows read"), "\(answer.out)")
        #expect(answer.out.hasSuffix("Nothing to do.\n"), "\(answer.out)")
      }
    }
    #expect(try place.talent("template", "people", "--out", "people.ods").code == 64)
    #expect(try place.talent("export", "people", "--out", "people.pdf").code == 64)
    let needed = try place.talent("template", "vetting").out
    #expect(
      needed.contains(/Vetted on +heading/) && needed.contains("Where it says heading"), "\(needed)"
    )
    try expectGolden(try place.talent("template", "steps").out, "template-steps")
  }
}
