import Domain
import Reporting

/// Who could supervise a first deployment, in words; where nobody could, what keeps them from it.
struct SupervisorAdvice {
  let alliance: String
  let places: [Place]
  /// By number.
  let able: [Candidate]
  let held: [(person: Candidate, bars: [String])]

  private static let named = 5

  /// `Who could supervise: P5 Ed Elm of Castle Primary School`
  var sentence: String {
    guard !able.isEmpty else {
      if held.isEmpty { return "Nobody of \(shown(alliance)) supervises" }
      let reasons = held.prefix(Self.named).map {
        "\(name($0.person)): \($0.bars.joined(separator: "; "))"
      }
      return "Nobody of \(shown(alliance)) could supervise it. "
        + listed(reasons, of: held.count, separator: ". ")
    }
    return "Who could supervise: "
      + listed(able.prefix(Self.named).map(name), of: able.count, separator: ", ")
  }

  /// `--supervisor P5`; nil where nobody could.
  var option: String? { able.first.map { "--supervisor \($0.number)" } }

  private func name(_ person: Candidate) -> String {
    let home = person.home.map { " of \(shown(places[$0].name))" } ?? ""
    return "\(person.number) \(shown(person.name))\(home)"
  }

  private func listed(_ names: [String], of count: Int, separator: String) -> String {
    let more = count - names.count
    return (names + (more > 0 ? ["and \(more) more"] : [])).joined(separator: separator)
  }
}
