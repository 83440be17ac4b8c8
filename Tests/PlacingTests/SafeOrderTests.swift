import Domain
import Placing
import Testing

@Suite("In which order the moves of a secondment are confirmed")
struct SafeOrderTests {
  private func cover(_ person: Int32, for other: Int32, _ way: Cover.Way) -> Cover {
    Cover(
      person: PersonNumber(person), insteadOf: PersonNumber(other), post: "Post \(other)",
      place: .setting("S\(other)"), way: way, points: 1, lines: [])
  }

  private func order(_ covers: [Cover]) -> [SafeMove] {
    safeOrder(
      of: Proposal(need: "N1", person: PersonNumber(1), points: 0, lines: [], covers: covers),
      naming: \.description, at: \.description)
  }

  @Test("where no post has to be covered there is nothing to order")
  func none() { #expect(order([]).isEmpty) }

  @Test("the end of the chain comes first, who fills the need last")
  func chain() {
    let moves = order([cover(2, for: 1, .moves), cover(3, for: 2, .stepsUp)])
    #expect(moves.map(\.person.number) == [3, 2, 1])
    #expect(
      moves.map(\.does) == [
        "steps up to Post 2 at S2 in place of P2", "moves to Post 1 at S1 in place of P1",
        "goes to N1",
      ])
    #expect(
      moves.map(\.otherwise) == [
        "P2 and P1 stay where they are and N1 stays open",
        "P1 stays where they are, N1 stays open and P3 is free again",
        "N1 stays open and P3 and P2 are free again",
      ])
  }

  @Test("two who change places depend on each other")
  func exchange() {
    let moves = order([cover(2, for: 1, .exchanges)])
    #expect(
      moves.map(\.does) == [
        "changes places: takes Post 1 at S1 in place of P1", "goes to N1",
      ])
    #expect(
      moves.map(\.otherwise) == [
        "P1 stays where they are and N1 stays open", "N1 stays open and P2 is free again",
      ])
  }

  @Test(
    "in chains of any length, whoever falls through holds those after them and frees those before")
  func anyLength() {
    for length in 1...6 {
      let covers = (1...length).map { cover(Int32($0) + 1, for: Int32($0), .moves) }
      let moves = order(covers)
      #expect(moves.map(\.person.number) == (1...Int32(length) + 1).reversed())
      for (index, move) in moves.enumerated() {
        for (other, person) in moves.map(\.person).enumerated() where other != index {
          let (held, free) = move.otherwise.split(at: "stays open")
          #expect((other > index) == held.mentions(person), "\(move.otherwise)")
          #expect((other < index) == free.mentions(person), "\(move.otherwise)")
        }
      }
    }
  }
}

extension String {
  fileprivate func split(at words: String) -> (String, String) {
    guard let range = firstRange(of: words) else { return (self, "") }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }

  fileprivate func mentions(_ person: PersonNumber) -> Bool {
    split { !$0.isLetter && !$0.isNumber }.contains { $0 == person.description }
  }
}
