import Foundation
import Testing

/// With no connection configured a command starts a private server and says where it is.
@Suite("The private server, as commands see it", .serialized)
struct PrivateServerTests {
  @Test("the first command creates it; status, url, stop and start tell the truth")
  func life() throws {
    let work = try Workspace(isPrivate: true)
    defer {
      _ = try? work.talent("db", "stop")
      work.remove()
    }
    #expect(try work.talent("db", "status", "--json").json()["running"] as? Bool == false)
    #expect(try work.talent("org", "list", "--plain").out.contains("local"))
    let status = try work.talent("db", "status", "--json").json()
    #expect(status["running"] as? Bool == true)
    let url = try work.talent("db", "url").out
    #expect(url.hasPrefix("postgresql://talent@/talent?host="))
    #expect(status["url"] as? String == url.trimmingCharacters(in: .newlines))
    #expect(try work.talent("db", "migrate").out.contains("the newest"))
    #expect(try work.talent("db", "stop").out.contains("was stopped"))
    #expect(try work.talent("db", "stop").out.contains("not running"))
    #expect(try work.talent("db", "start").out.contains("was started"))
    #expect(try work.talent("db", "start").out.contains("running already"))
  }
}
