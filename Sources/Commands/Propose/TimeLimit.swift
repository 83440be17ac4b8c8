import ArgumentParser

/// How long a search may take: seconds, 0 or more, fractions allowed.
struct TimeLimit: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    guard let seconds = Double(argument), seconds >= 0, seconds <= 1e6 else { return nil }
    duration = .seconds(seconds)
  }
}
