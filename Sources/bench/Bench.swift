import ArgumentParser

/// Measures parts of the product outside it: one subcommand for each kind of measurement.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure the solver and whole commands.",
    subcommands: [
      Solve.self, Replan.self, Generate.self, Compare.self, Check.self, Measure.self, Peer.self,
      Joint.self,
    ])
}
