import ArgumentParser

/// How long a search may take: seconds, 0 or more, fractions allowed.
struct TimeLimit {
  let duration: Duration

  init(typed: String) throws {
    guard let seconds = Double(typed), seconds >= 0, seconds <= 1e6 else {
      throw ValidationError("it is seconds, 0 or more, such as 0.5")
    }
    duration = .seconds(seconds)
  }
}
