import Foundation
import Testing

/// Long work of the program's own ends where it stands when it is told to.
struct InterruptedTests {
  @Test(arguments: [SIGINT, SIGTERM])
  func `a search ends at once, says so, and has saved nothing`(_ signal: Int32) throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 200, designated: 90, needs: 80)
    let search = try work.start(["propose"], environment: ["TALENT_TIMINGS": "1"])
    // The problem is made and the search for a plan has begun.
    while try !String(contentsOf: search.complaint, encoding: .utf8).contains("timing: problem") {
      #expect(search.process.isRunning)
      usleep(5_000)
    }
    let told = Date()
    kill(search.process.processIdentifier, signal)
    let answer = try search.answer()
    #expect(answer.code == 128 + signal)
    #expect(answer.complaint.hasSuffix("talent: interrupted: nothing was changed\n"))
    #expect(answer.out.isEmpty && !answer.complaint.contains("timing: solve"))
    #expect(Date().timeIntervalSince(told) < 5)
    #expect(try work.scalar("select count(*) from plan") == "0")
  }
}
