import Commands

/// The `talent` command.
@main
struct Main {
  static func main() { Talent.start() }
}
