import ArgumentParser

/// Measures the solver outside the product: one subcommand for each kind of measurement.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure the solver on stored instances.",
    subcommands: [
      Solve.self, Replan.self, Generate.self, Compare.self, Check.self, Measure.self, Peer.self,
    ])
}
