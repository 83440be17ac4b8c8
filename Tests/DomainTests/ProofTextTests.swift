import Domain
import Testing

/// A proof kept as text is the same proof read back, and damage is found by its line.
@Suite("Proofs as text")
struct ProofTextTests {
  static let proof = JointProof(
    prices: [
      JointProof.Prices(
        row: [0, 0, 640, 0, 7], mustFill: 12, splitHomes: [0, 3, 4],
        limits: [
          JointProof.LimitPrice(limit: 0, price: 9), JointProof.LimitPrice(limit: 12, price: 0),
        ]),
      JointProof.Prices(row: [0, 3, 600, 0, 7]),
      JointProof.Prices(row: []),
    ],
    strikes: [0, 0, 1],
    leaves: [
      JointProof.Leaf(decided: [], prices: 0),
      JointProof.Leaf(
        decided: [
          JointProof.Decision(part: 4, isChosen: true),
          JointProof.Decision(part: 0, isChosen: false),
        ], prices: 1),
      JointProof.Leaf(
        decided: [
          JointProof.Decision(part: 4, isChosen: true),
          JointProof.Decision(part: 0, isChosen: true),
        ], prices: 2),
    ])

  @Test("the text says what `text` says it does")
  func text() {
    #expect(
      Self.proof.text == """
        talent proof\t1
        prices\t5\t12
        row\t*2 640 *1 7
        split\t0 3 1
        limit\t0:9 12:0
        prices\t5\t0
        row\t*1 3 -40 *2
        prices\t0\t0
        strikes\t0 0 1
        leaf\t0\t0
        leaf\t1\t0\t+4 -0
        leaf\t2\t1\t+0
        end

        """)
    #expect(JointProof.notNeeded.text == "talent proof\t1\nend\n")
  }

  @Test("what is written is read back, and gives the same bytes")
  func roundTrip() throws {
    for proof in [Self.proof, .notNeeded] + (0..<300).map(random) {
      let read = try JointProof(text: proof.text)
      #expect(read == proof)
      #expect(read.text == proof.text)
    }
  }

  private func random(_ seed: Int) -> JointProof {
    var generator = Seeded(state: UInt64(seed))
    func int(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
    let rows = int(0..<400)
    let prices = (0..<int(0..<4)).map { _ in
      JointProof.Prices(
        row: (0..<rows).map { _ in int(0..<3) == 0 ? int(0..<JointProblem.Bound.price) : 0 },
        mustFill: int(0..<JointProblem.Bound.price),
        splitHomes: (0..<Int32(300)).filter { _ in int(0..<2) == 0 },
        limits: (0..<Int32(300)).filter { _ in int(0..<2) == 0 }.map {
          JointProof.LimitPrice(limit: $0, price: int(0..<500))
        })
    }
    return JointProof(
      prices: prices, strikes: (0..<int(0..<300)).map { _ in int(0..<9) },
      leaves: (0..<int(0..<9)).map { _ in
        JointProof.Leaf(
          decided: (0..<int(0..<5)).map { _ in
            JointProof.Decision(part: Int32(int(0..<2)), isChosen: int(0..<2) == 0)
          }, prices: int(0..<9))
      })
  }

  @Test("every byte changed, left out or doubled is found, or gives another proof")
  func damage() throws {
    let bytes = Array(Self.proof.text.utf8)
    for position in bytes.indices {
      for other in [bytes[position] ^ 1, 9, 10, 32, 48, 57, 45, 42] where other != bytes[position] {
        var changed = bytes
        changed[position] = other
        check(changed)
      }
      check(Array(bytes[..<position]))
      check(Array(bytes[..<position] + bytes[(position + 1)...]))
      check(Array(bytes[...position] + bytes[position...]))
    }
  }

  private func check(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let read = try? JointProof(text: text) {
      #expect(read != Self.proof)
      #expect(read.text == text)
    }
  }

  @Test(
    "damage is named by its line, absurd counts among it",
    arguments: [
      ("", 1), ("talent proof\t2\n", 1), ("talent proof\t1\n", 2),
      ("talent proof\t1\nend\nmore\n", 3), ("talent proof\t1\nprices\t999999999999\t0\n", 2),
      ("talent proof\t1\nprices\t3\t0\nrow\t*4\nend\n", 3),
      ("talent proof\t1\nprices\t3\t0\nrow\t*1 *2\nend\n", 3),
      ("talent proof\t1\nprices\t3\t0\nrow\t*2 -1\nend\n", 3),
      ("talent proof\t1\nprices\t1\t0\nrow\t17179869184\nend\n", 3),
      ("talent proof\t1\nprices\t1\t0\nrow\t01\nend\n", 3),
      ("talent proof\t1\nprices\t0\t0\nsplit\t4 2147483647\nend\n", 3),
      ("talent proof\t1\nprices\t0\t0\nlimit\t4:-1\nend\n", 3),
      ("talent proof\t1\nstrikes\t1  2\nend\n", 2), ("talent proof\t1\nstrikes\t\nend\n", 2),
      ("talent proof\t1\nleaf\t0\t0\nleaf\t0\t1\nend\n", 3),
      ("talent proof\t1\nleaf\t0\t0\t+1\nleaf\t0\t0\t+1\nend\n", 3),
      ("talent proof\t1\nleaf\t0\t0\t1\nend\n", 2),
      ("talent proof\t1\nleaf\t0\t0\t+9999999999999999999999\nend\n", 2),
    ])
  func named(text: String, line: Int) {
    let error = #expect(throws: ProofError.self) { try JointProof(text: text) }
    #expect(error?.line == line)
    #expect(error?.description == "the plan's proof is damaged at line \(line)")
  }

  /// splitmix64.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      let mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      return (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    }
  }
}
