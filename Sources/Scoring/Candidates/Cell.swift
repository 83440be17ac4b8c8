/// Where a person stands in the order the spatial grid is searched in: by how far they may travel,
/// then by the square of the National Grid their home is in, row by row.
struct Cell: Comparable, Sendable {
  /// Squares are 2^13 = 8192 m wide: a limit of 15 miles touches about five by five of them.
  private static let widthBits: Int32 = 13
  /// Moves the squares of any 32-bit position above zero.
  private static let offset: UInt64 = 1 << 18
  /// The layer of people whose home has no known position.
  static let unlocatedLayer: UInt64 = 255

  /// Layer in bits 40 to 47, row in bits 20 to 39, column in bits 0 to 19.
  let key: UInt64

  init(layer: UInt64, row: Int32, column: Int32) {
    key = layer << 40 | Cell.offset(row) << 20 | Cell.offset(column)
  }

  /// People who travel about equally far share a layer: limits within a power of two.
  init(_ place: PlaceFacts?, reach: Int32) {
    if let place, place.located {
      let layer = UInt64(32 - max(1, reach).leadingZeroBitCount)
      self.init(
        layer: layer, row: Cell.square(place.northing), column: Cell.square(place.easting))
    } else {
      self.init(layer: Cell.unlocatedLayer, row: 0, column: 0)
    }
  }

  var layer: UInt64 { key >> 40 }

  static func square(_ metres: Int32) -> Int32 { metres >> widthBits }

  private static func offset(_ square: Int32) -> UInt64 { UInt64(Int64(square) + Int64(offset)) }

  static func < (a: Cell, b: Cell) -> Bool { a.key < b.key }
}
