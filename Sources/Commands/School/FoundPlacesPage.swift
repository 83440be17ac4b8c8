import Domain
import Reporting
import Storing

/// Schools and settings found, as a table, as a sentence and as JSON.
enum FoundPlacesPage {
  static func table(_ answer: PlaceAnswer) -> Table {
    var table = Table(
      [
        .init("URN"), .init("Name", canShrink: true, minimumWidth: 16),
        .init("LA", canShrink: true, minimumWidth: 10),
        .init("Phase", canShrink: true, minimumWidth: 7),
        .init("Town", canShrink: true, minimumWidth: 8), .init("Postcode"),
        .init("Pupils", .trailing), .init("Status", canShrink: true, minimumWidth: 6),
      ],
      whenEmpty: "No school or setting has such a name. Try: fewer words, or talent load schools.")
    for place in answer.places {
      table.add([
        place.key.description, place.name, place.authority ?? "", place.phase ?? "",
        place.town ?? "", place.postcode ?? "", place.pupils.map { "\($0)" } ?? "",
        place.status ?? "",
      ])
    }
    return table
  }

  static func summary(_ answer: PlaceAnswer) -> String {
    let count = answer.places.count
    let text =
      count == answer.total
      ? "\(Phrase.count(count, "place"))."
      : "Showing \(Phrase.share(count, of: answer.total))."
    return answer.isByLikeness
      ? "No name has these words as typed; these are like them. \(text)" : text
  }

  static func json(_ answer: PlaceAnswer) -> JSON {
    .array(
      answer.places.map { place in
        [
          "place": .string(place.key.description), "name": .string(place.name),
          "authority": .optional(place.authority), "phase": .optional(place.phase),
          "town": .optional(place.town), "postcode": .optional(place.postcode),
          "pupils": .optional(place.pupils), "status": .optional(place.status),
        ]
      })
  }
}
