import ArgumentParser
import Domain
import Reporting
import Storing

struct PlanPin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Pin a line: every plan made after it keeps it.",
    discussion: """
      Later plans are made around a pinned line, whatever it costs them, until it is decided or unpinned. \
      A line that a rule bars by then cannot be kept; the plan says so.
      """)

  @Argument(help: "The plan's number.") var plan: Int
  @Argument(help: "The need's reference.") var need: String
  @Option(help: "Whom the plan proposes there: P17, 17 or a TRN.") var person: String
  @Option(help: "Who pins it.") var by: String
  @Option(help: "Why.") var reason: String?
  @OptionGroup var output: Output

  func run() throws {
    let reference = try Typed.person(person)
    let name = try Typed.words(by, for: "--by", atMost: 200)
    let why = try reason.map { try Typed.words($0, for: "--reason") }
    let store = try Session().store()
    let pin = try store.deciding {
      let number = try store.whom(reference)
      if try store.planHead(plan).state == .superseded {
        throw Failure(
          .conflict, "plan \(plan) is superseded by a newer published plan\n  Try: talent plan list"
        )
      }
      if let earlier = try store.earlierDecision(plan: plan, need: need, person: number) {
        throw Failure(
          .conflict, "\(need) with \(number) is decided already: \(earlier)\nNothing was changed.")
      }
      return try store.pin(plan: plan, need: need, person: number, by: name, because: why)
    }
    if output.json { return try output.print(json: PinPage.json(pin)) }
    try Terminal.print(
      "\(shown(pin.need)) with \(pin.person) \(shown(pin.personName)) is pinned by \(shown(name)): "
        + "later plans keep it.")
  }
}

struct PlanUnpin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpin", abstract: "Take a pin away: later plans may choose otherwise.")

  @Argument(help: "The need's reference.") var need: String
  @Option(help: "Whose line: P17, 17 or a TRN.") var person: String
  @Option(help: "Who takes it away.") var by: String
  @OptionGroup var output: Output

  func run() throws {
    let reference = try Typed.person(person)
    let name = try Typed.words(by, for: "--by", atMost: 200)
    let store = try Session().store()
    let pin = try store.deciding {
      try store.unpin(need: need, person: try store.whom(reference), by: name)
    }
    if output.json { return try output.print(json: PinPage.json(pin)) }
    try Terminal.print(
      "\(shown(pin.need)) with \(pin.person) \(shown(pin.personName)) is no longer pinned: "
        + "\(shown(name)) took away the pin of \(shown(pin.by)).")
  }
}

struct PlanPins: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pins", abstract: "List pinned lines.")

  @OptionGroup var output: Output

  func run() throws {
    let pins = try Session().store().pins()
    try output.print(PinPage.table(pins), json: .array(pins.map(PinPage.json)))
  }
}

/// Pins as a table, a sentence and JSON.
enum PinPage {
  static func table(_ pins: [PinRecord]) -> Table {
    var table = Table(
      [
        .init("Need"), .init("At", canShrink: true, minimumWidth: 14), .init("Person"),
        .init("Name", canShrink: true, minimumWidth: 12), .init("Plan", .trailing),
        .init("Pinned by"), .init("On"), .init("Why", canShrink: true),
      ], whenEmpty: "Nothing is pinned. Try: talent plan pin PLAN NEED --person P --by NAME")
    for pin in pins {
      table.add([
        pin.need, pin.placeName, pin.person.description, pin.personName, "\(pin.plan)", pin.by,
        pin.on.typed, pin.reason ?? "",
      ])
    }
    return table
  }

  /// `pinned by Ann Example on 3 Dec 2026: the head was promised her`
  static func sentence(_ pin: PinRecord) -> String {
    "pinned by \(pin.by) on \(pin.on.spoken)" + (pin.reason.map { ": \($0)" } ?? "")
  }

  static func json(_ pin: PinRecord) -> JSON {
    [
      "need": .string(pin.need), "person": .string(pin.person.description),
      "name": .string(pin.personName), "plan": .int(pin.plan), "pinned_by": .string(pin.by),
      "pinned_on": .day(pin.on), "reason": .optional(pin.reason),
    ]
  }
}
