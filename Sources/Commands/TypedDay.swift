import ArgumentParser
import Domain

/// A day typed on the command line: day/month/year, or ISO.
struct TypedDay: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    if let day = Day(iso: argument) {
      self.day = day
      return
    }
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let date = parts[0], let month = parts[1], let year = parts[2],
      let day = Day(year: year, month: month, day: date)
    else { return nil }
    self.day = day
  }
}
