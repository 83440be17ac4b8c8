/// An establishment in GIAS.
public struct School: Hashable, Sendable {
  /// What a school's record says of its life; codes as GIAS names them.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case open = "Open"
    case closed = "Closed"
    case proposedToClose = "Open, but proposed to close"
    case proposedToOpen = "Proposed to open"
  }

  public var urn: URN
  public var name: String
  public var authorityCode: String
  public var authorityName: String
  public var establishmentNumber: String?
  public var type: String?
  /// A phase's name in the vocabulary; nil where GIAS says not applicable.
  public var phase: String?
  public var status: Status
  public var pupils: Int32?
  /// Free school meals in tenths of a percent.
  public var freeMealsPermille: Int32?
  /// GIAS's urban or rural classification begins with `Rural`; nil when not given.
  public var rural: Bool?
  public var town: String?
  public var postcode: String?
  public var location: Location?

  public init(
    urn: URN, name: String, authorityCode: String, authorityName: String,
    establishmentNumber: String? = nil, type: String? = nil, phase: String? = nil,
    status: Status = .open, pupils: Int32? = nil, freeMealsPermille: Int32? = nil,
    rural: Bool? = nil, town: String? = nil, postcode: String? = nil, location: Location? = nil
  ) {
    self.urn = urn
    self.name = name
    self.authorityCode = authorityCode
    self.authorityName = authorityName
    self.establishmentNumber = establishmentNumber
    self.type = type
    self.phase = phase
    self.status = status
    self.pupils = pupils
    self.freeMealsPermille = freeMealsPermille
    self.rural = rural
    self.town = town
    self.postcode = postcode
    self.location = location
  }
}

/// A point on the British National Grid, in metres.
public struct Location: Hashable, Sendable {
  public var easting: Int32
  public var northing: Int32

  @inlinable
  public init(easting: Int32, northing: Int32) {
    self.easting = easting
    self.northing = northing
  }

  /// Straight-line metres, rounded down.
  @inlinable
  public func metres(to other: Location) -> Int {
    let dx = Double(easting - other.easting)
    let dy = Double(northing - other.northing)
    return Int((dx * dx + dy * dy).squareRoot())
  }
}

/// A nursery, children's centre or service without a URN, known by a local reference.
public struct Setting: Hashable, Sendable {
  public var reference: String
  public var name: String
  public var kind: String
  public var authorityName: String?
  public var phase: String?
  public var postcode: String?
  public var location: Location?

  public init(
    reference: String, name: String, kind: String, authorityName: String? = nil,
    phase: String? = nil, postcode: String? = nil, location: Location? = nil
  ) {
    self.reference = reference
    self.name = name
    self.kind = kind
    self.authorityName = authorityName
    self.phase = phase
    self.postcode = postcode
    self.location = location
  }
}
