/// An instance as its file describes it, in one of the forms that `bench` reads.
///
/// The form is recognised by what the file holds, never by its name; docs in `formats`.
enum StoredInstance {
  case deployment(DeploymentInstance)
  case dense(DenseInstance)
  case assignment(SparseAssignment)
  case flow(FlowInstance)

  /// - Parameter maximising: asks for the dearest assignment instead of the cheapest.
  init(contentsOf path: String, maximising: Bool = false) throws(InstanceError) {
    var file = try StoredFile(path)
    let beginning = file.beginning(8)
    try Self.refusePacked(beginning, path)
    switch beginning {
    case DeploymentInstance.magic: self = .deployment(try DeploymentInstance(&file))
    case DenseInstance.magic: self = .dense(try DenseInstance(&file, maximising: maximising))
    default:
      guard file.remaining <= InstanceLimit.textBytes else {
        throw file.failure(
          "is larger than \(InstanceLimit.textBytes) bytes", "store it in the binary form instead")
      }
      self = try Self.text(file.take(file.remaining), path, maximising)
    }
    if maximising { try refuseFlow(path) }
  }

  static let formats = """
    Recognised by content, never by name:
      DEPLOY1, DENSE01  the binary forms that `bench generate` writes.
      p min             DIMACS minimum-cost flow: any sources and sinks, lower bounds, negative costs; \
    a capacity below its lower bound means no limit.
      p asn             DIMACS assignment: n lines name one side, a lines the pairs allowed.
      n, then n*n costs OR-Library assignment, row by row, line breaks anywhere.
      n, then i j cost  OR-Library sparse assignment, one pair a line.
      r c, then r*c     a matrix of r rows and c columns.
      i j cost          one pair a line; before them, if you like, `rows columns pairs`. Lines of another \
    length, all equal, are the rows of a matrix.
    Pairs that are not listed may not be made; of a pair listed twice the better cost counts. Rows and \
    columns count from 0 where a 0 occurs among them, from 1 otherwise; Matrix Market files \
    (%%MatrixMarket) from 1. Commas, semicolons and tabs separate like spaces; lines beginning with c, #, \
    % are comments. The shorter side is assigned in full.
    """

  private static func text(
    _ bytes: [UInt8], _ path: String, _ maximising: Bool
  ) throws(InstanceError) -> StoredInstance {
    var scanner = TextScanner(bytes, file: path)
    guard scanner.nextLine() else {
      throw InstanceError(
        file: path, problem: "holds nothing but blank lines and comments",
        remedy: "see `bench solve --help` for the forms that are read")
    }
    guard scanner.letter == UInt8(ascii: "p") else {
      try scanner.refuseLineBeforeHeader()
      return .assignment(try NumberTable(&scanner).assignment(maximising: maximising))
    }
    switch try scanner.problemKind() {
    case "min": return .flow(try FlowInstance(&scanner))
    case "asn": return .assignment(try SparseAssignment(dimacs: &scanner, maximising: maximising))
    case let kind:
      throw scanner.failure(
        "a problem of kind \"\(kind)\"", "give a `p min` or a `p asn` file; no other kind is read")
    }
  }

  private static func refusePacked(_ beginning: [UInt8], _ path: String) throws(InstanceError) {
    let packed: [(bytes: [UInt8], tool: String)] = [
      ([0x1f, 0x8b], "gunzip"), ([0x1f, 0x9d], "uncompress"), ([0x50, 0x4b, 3, 4], "unzip"),
      ([0x42, 0x5a, 0x68], "bunzip2"), ([0xfd, 0x37, 0x7a], "unxz"),
    ]
    for (bytes, tool) in packed where beginning.starts(with: bytes) {
      throw InstanceError(file: path, problem: "is packed", remedy: "unpack it first: \(tool)")
    }
  }

  private func refuseFlow(_ path: String) throws(InstanceError) {
    switch self {
    case .dense, .assignment: return
    case .deployment, .flow:
      throw InstanceError(
        file: path, problem: "is a flow, and only assignments can be maximised",
        remedy: "turn the signs of its costs round, and leave --maximise out")
    }
  }
}
