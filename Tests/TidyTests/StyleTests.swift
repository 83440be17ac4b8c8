import Testing

/// The style of the house, as far as a machine can see it. What the linter sees (force unwraps,
/// `try!`, `as!`, layout) is left to the linter.
struct StyleTests {
  @Test func filesAreShort() throws {
    let long = try SourceTree.swift(in: "Sources", "db", "config").filter { $0.lines.count > 300 }
    #expect(long.map { "\($0.path) has \($0.lines.count) lines: split it by subject" } == [])
  }

  @Test func functionsFitOnAScreen() throws {
    let long = try SourceTree.swift(in: "Sources", "db", "config").flatMap { file in
      Outline(file.lines).functions.filter { $0.length > 40 }.map {
        "\(file.path):\($0.line): \($0.length) lines: \($0.signature)"
      }
    }
    #expect(long == [])
  }

  @Test(arguments: ["TODO", "FIXME", "XXX", "HACK"])
  func nothingIsLeftForLater(_ mark: String) throws {
    let pattern = try Regex("\\b\(mark)\\b")
    let left = try SourceTree.everything().filter { !$0.isTidyTest }.flatMap { file in
      file.lines(where: { $0.contains(pattern) })
    }
    #expect(left == [])
  }

  @Test(arguments: ["fatalError(", "preconditionFailure(", "NSString", "print(\"DEBUG"])
  func productsNeverSay(_ code: String) throws {
    let said = try SourceTree.swift(in: "Sources", "db", "config").flatMap { file in
      file.lines(where: { $0.contains(code) })
    }
    #expect(said == [])
  }

  @Test(arguments: ["Utils", "Util", "Helper", "Manager", "Common", "Misc", "Service"])
  func filesAreNamedAfterWhatTheyHold(_ empty: String) throws {
    let named = try SourceTree.swift(in: "Sources", "Tests").map(\.name).filter { name in
      name.replacing(".swift", with: "").split(whereSeparator: { "+-_".contains($0) })
        .contains {
          $0 == empty || $0 == empty + "s" || $0.hasSuffix(empty) || $0.hasSuffix(empty + "s")
        }
    }
    #expect(named == [])
  }

  /// Ann is everybody's example; anybody else's home is a machine's that has no place here.
  @Test func noMachineIsSpokenOf() throws {
    let pattern = try Regex(#"/(home/(?!ann/)\w+|Users/\w+|root|work|opt/swift|tmp/w)/"#)
    let spoken = try SourceTree.everything().filter { !$0.isTidyTest }.flatMap { file in
      file.lines(where: { $0.contains(pattern) })
    }
    #expect(spoken == [])
  }

  @Test func testsAreLintedLikeProductsButMayForceUnwrap() throws {
    let configurations = try [".swift-format", "Tests/.swift-format"].map { path in
      try String(contentsOf: SourceTree.root.appending(path: path), encoding: .utf8)
    }
    let products = #""NeverForceUnwrap": true"#
    let tests = #""NeverForceUnwrap": false"#
    #expect(configurations[0].replacing(products, with: tests) == configurations[1])
  }

  @Test func anOutlineCountsTheLinesOfBodies() {
    let source = """
      struct A {
        public func short(
          _ a: Int
        ) -> Int {
          if a > 0 {
            return 1
          }
          return 0
        }
        init() { a = 0 }
        func next() {}
        func text() -> String {
          \"\"\"
          func inside() {
          \"\"\"
        }
      }
      """
    let functions = Outline(source.split(separator: "\n")).functions
    #expect(functions.map(\.line) == [2, 12])
    #expect(functions.map(\.length) == [4, 1])
  }
}

extension SourceTree.File {
  fileprivate var isTidyTest: Bool { path.hasPrefix("Tests/TidyTests/") }

  /// The lines that are so, each with its place.
  fileprivate func lines(where isSo: (Substring) -> Bool) -> [String] {
    lines.enumerated().filter { isSo($0.element) }.map {
      "\(path):\($0.offset + 1): \($0.element)"
    }
  }
}
