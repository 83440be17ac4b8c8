import ArgumentParser

/// A program that solves instances: `NAME=COMMAND`, where `{i}` stands for the instance and `{o}` for the
/// matching file to write.
///
/// It prints one line of JSON with `objective`, `status`, `solve_s` and `solve_cpu_s`.
struct Contender: ExpressibleByArgument {
  let name: String
  private let words: [String]

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "=") else { return nil }
    name = String(argument[..<equals])
    words = argument[argument.index(after: equals)...].split(separator: " ").map(String.init)
    guard !name.isEmpty, !words.isEmpty else { return nil }
  }

  func command(instance: String, out: String) -> [String] {
    command(["{i}": instance, "{o}": out])
  }

  /// - Parameter given: what stands for each word in braces.
  func command(_ given: [String: String]) -> [String] { words.map { given[$0] ?? $0 } }
}
