/// Names of schools that do not exist, each given once.
struct FictionalNames {
  private var saints: [String]
  private var places: [String]
  private var founders: [String]
  private var streets: [String]

  init(_ generator: inout Generator) {
    saints = generator.some(.max, of: FictionalNames.saints)
    places = generator.some(.max, of: FictionalNames.places)
    founders = generator.some(.max, of: FictionalNames.founders)
    streets = FictionalNames.streets
  }

  mutating func saint() -> String { FictionalNames.take(&saints) }
  mutating func place() -> String { FictionalNames.take(&places) }
  mutating func founder() -> String { FictionalNames.take(&founders) }

  func street(_ generator: inout Generator) -> String { generator.one(of: streets) ?? "" }

  private static func take(_ names: inout [String]) -> String {
    names.popLast() ?? "New"
  }

  private static let saints = [
    "St Alkelda's", "St Bega's", "St Cedd's", "St Dunstan's", "St Ethelburga's", "St Frideswide's",
    "St Guthlac's", "St Hybald's", "St Ia's", "St Juliana's", "St Kyneburgha's", "St Lawrence's",
    "St Milburga's", "St Neot's", "St Oswin's", "St Petroc's", "St Rumwold's", "St Sidwell's",
    "Holy Cross", "Our Lady of the Marsh",
  ]
  private static let places = [
    "Alder Bank", "Beacon Lane", "Cuckoo Field", "Dovecote", "Elm Hollow", "Foxglove", "Gorse Hill",
    "Hazel Grove", "Ivy Bridge Road", "Juniper", "Kiln Lane", "Lower Meadow", "Mill Race",
    "Nettlebed Road", "Old Forge", "Pump Street", "Quince Tree", "Rookery", "Sallow Bank",
    "Tannery Road", "Upland", "Vale View", "Wharfside", "Yew Tree", "Barley Mow Road", "Coppice",
    "Larch Road", "Martin's Brook", "Orchard Rise", "Peregrine", "Reedmace", "Sand Lane", "Teasel",
    "Winding Lane", "Brickfield", "Chalk Pit Lane",
  ]
  private static let founders = [
    "Ada Merrow", "Josiah Thwaite", "Margery Pell", "Ninian Hale", "Octavia Bright", "Tobias Wren",
    "Winifred Oake", "Silas Fenn",
  ]
  private static let streets = [
    "Church Lane", "School Road", "Station Road", "The Green", "Mill Lane", "Park Avenue",
    "High Street", "Chapel Hill",
  ]
}
