import ArgumentParser
import Glibc

/// Measures parts of the product outside it: one subcommand for each kind of measurement.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure the solver and whole commands.",
    subcommands: [
      Solve.self, Replan.self, Generate.self, Compare.self, Check.self, Measure.self, Peer.self,
      Joint.self,
    ])

  /// A file that is refused ends it with 3, as it ends `talent`.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as InstanceError {
      Array("Error: \(error)\n".utf8).withUnsafeBytes {
        _ = write(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      Self.exit(withError: ExitCode(3))
    } catch {
      Self.exit(withError: error)
    }
  }
}
