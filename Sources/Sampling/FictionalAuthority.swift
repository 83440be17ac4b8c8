import Domain

/// Wexcombe: a county that does not exist, with sixty schools, for the demonstration.
///
/// Reference numbers from 990001, authority code 990 and postcodes in WX are used by nobody: GIAS gives
/// six-digit numbers from 100000 to about 150000.
public struct FictionalAuthority: Sendable {
  public static let name = "Wexcombe"
  public static let code = "990"

  /// In URN order.
  public let schools: [School]
  /// The same schools as the public GIAS file has them: comma-separated UTF-8 with CRLF.
  public let csv: String

  init(seed: UInt64) {
    var generator = Generator(seed, .fictional)
    let towns = FictionalTown.all(&generator)
    var names = FictionalNames(&generator)
    let made = FictionalSchool.Kind.inOrder.enumerated().compactMap { index, kind in
      FictionalSchool(
        kind, number: index,
        town: towns[FictionalAuthority.town(of: index, kind, among: towns.count)],
        names: &names, &generator)
    }
    schools = made.map(\.school)
    csv = ([FictionalSchool.headings] + made.map(\.row)).map(FictionalAuthority.line).joined()
  }

  /// The county town has every fourth school; the others go round the rest.
  private static func town(of index: Int, _ kind: FictionalSchool.Kind, among count: Int) -> Int {
    index % 4 == 0 ? 0 : 1 + (index - index / 4 - 1) % (count - 1)
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      cell.contains(where: { $0 == "," || $0 == "\"" })
        ? "\"\(cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
        : cell
    }.joined(separator: ",") + "\r\n"
  }
}
