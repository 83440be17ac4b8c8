/// A school's unique reference number in GIAS. An opaque key that is written as digits.
public struct URN: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let number: Int32

  /// Nil unless 1 to 999999999 is given.
  public init?(_ number: Int) {
    guard (1...999_999_999).contains(number) else { return nil }
    self.number = Int32(number)
  }

  /// Digits only, 5 to 7 of them (6 today).
  @inlinable
  public init?(_ text: some StringProtocol) {
    guard (5...7).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(text)
    else { return nil }
    self.init(number)
  }

  public static func < (a: URN, b: URN) -> Bool { a.number < b.number }
  public var description: String { String(number) }
}

/// A teacher reference number: exactly seven digits, leading zeros kept, never all zeros.
public struct TRN: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let description: String

  /// Seven digits as stored; typed spellings with spaces, dashes or a slash are read by Loading.
  @inlinable
  public init?(_ digits: some StringProtocol) {
    guard digits.utf8.count == 7, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      digits.utf8.contains(where: { $0 != 48 })
    else { return nil }
    description = String(digits)
  }

  public static func < (a: TRN, b: TRN) -> Bool { a.description < b.description }
}

/// The organisation that owns a record.
public struct OrganisationID: Hashable, Sendable {
  public let number: Int32
  public init(_ number: Int32) { self.number = number }
}

/// A person's number inside an organisation: short, stable, given when first stored.
public struct PersonNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let number: Int32
  public init(_ number: Int32) { self.number = number }
  public static func < (a: PersonNumber, b: PersonNumber) -> Bool { a.number < b.number }
  /// As printed and typed: `P17`.
  public var description: String { "P\(number)" }
}

/// A place where people work and needs arise: a school by URN, or a setting by its local reference.
public enum PlaceKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  case school(URN)
  case setting(String)

  public var description: String {
    switch self {
    case .school(let urn): urn.description
    case .setting(let reference): reference
    }
  }

  public static func < (a: PlaceKey, b: PlaceKey) -> Bool {
    switch (a, b) {
    case (.school(let x), .school(let y)): x < y
    case (.setting(let x), .setting(let y)): x < y
    case (.school, .setting): true
    case (.setting, .school): false
    }
  }

  public var urn: URN? { if case .school(let urn) = self { urn } else { nil } }
  public var settingReference: String? { if case .setting(let text) = self { text } else { nil } }
}
