import Postgres
import Testing

@testable import Storing

/// What tells the names of people apart, one by one: most are of letters alone, and those are taken apart another way.
struct NameWordsTests {
  private func words(_ name: String) throws -> String? {
    let quoted = "'" + name.replacing("'", with: "''") + "'"
    return try migratedDatabase().scalar(
      "select array_to_string(\(NameSQL.words("typed.name")), ' ') from (select \(quoted)::text as name) typed"
    )
  }

  @Test(arguments: [
    ("Ann Ashby", "ann ashby"), ("ASHBY ann", "ann ashby"), ("Ann Ann Ashby", "ann ashby"),
    ("Siân O'Brien-Smith", "obrien sian smith"), ("Siân O’Brien‐Smith", "obrien sian smith"),
    ("J.P. Ashby", "ashby jp"), ("Ashby  - Ann", "ann ashby"), ("Łukasz Żak", "lukasz zak"),
    ("Dr. Ann Ashby", "ann ashby"), ("Ann Ashby (Dr)", "ann ashby"), ("Mrs", "mrs"),
    ("Mr & Mrs Ashby", "ashby"), ("Ann (Annie) Ashby", "ann ashby"),
    ("Ann [left] Ashby", "ann ashby"), ("Ann Ashby 2", "2 ann ashby"), ("Анна Бой", "анна бой"),
    ("-", "-"), ("...", "..."),
  ])
  func aNameHasTheseWords(_ name: String, _ expected: String) throws {
    #expect(try words(name) == expected)
  }

  @Test(arguments: ["", " Ann"])
  func noNameIsTooLong(_ more: String) throws {
    let long = String(repeating: "x", count: 5_000)
    #expect(try words(long + more) == (more.isEmpty ? "" : "ann ") + long)
  }
}
