import Domain
import Glibc

/// The people of a made-up joint problem: where they are, what they hold, and how much of them there is.
struct JointCountry {
  static let halfTerms = 6
  static let specialisms = 6
  typealias Features = SIMD8<Double>

  let request: JointRequest
  let towns: Towns
  let homePlace: [SIMD2<Double>]
  /// Which homes ask for cover before anybody leaves on secondment.
  let needsCover: [Bool]
  private(set) var home: [Int32] = []
  /// Bit `s` is set when the person holds specialism `s`.
  private(set) var held: [UInt8] = []
  private(set) var features: [Features] = []
  /// Half-days a year that the person has for deployments.
  private(set) var halfDays: [Int32] = []
  /// Whether nobody has seen the person at work yet: they are placed with a supervisor.
  private(set) var isNew: [Bool] = []
  private(set) var canSupervise: [Bool] = []

  init(_ request: JointRequest) {
    self.request = request
    towns = Towns(people: request.people, seed: request.seed)
    var random = SeededRandom(request.seed, .homes)
    let homes = max(1, request.people * 2 / 5)
    homePlace = (0..<homes).map { [towns] _ in towns.place(&random) }
    needsCover = (0..<homes).map { _ in random.fraction() < 0.7 }
    var count = [Int](repeating: 0, count: homes)
    random = SeededRandom(request.seed, .candidates)
    for _ in 0..<request.people {
      var drawn = random.below(homes)
      while count[drawn] >= 5 { drawn = (drawn + 1) % homes }
      count[drawn] += 1
      home.append(Int32(drawn))
      addPerson(&random)
    }
  }

  private mutating func addPerson(_ random: inout SeededRandom) {
    var bits = UInt8(1) << UInt8(random.below(Self.specialisms))
    for specialism in 0..<Self.specialisms where random.fraction() < 0.35 {
      bits |= 1 << UInt8(specialism)
    }
    held.append(bits)
    features.append(Self.features(&random))
    halfDays.append(random.within(20...120))
    let drawn = random.fraction()
    isNew.append(drawn < 0.2)
    canSupervise.append(drawn > 0.8)
  }

  static func features(_ random: inout SeededRandom) -> Features {
    var made = Features()
    for index in 0..<8 { made[index] = random.fraction() }
    return made
  }

  func place(_ person: Int32) -> SIMD2<Double> { homePlace[Int(home[Int(person)])] }

  /// Up to 10,000, by fit, nearness and a share of chance.
  func points(_ person: Int32, _ wanted: Features, squaredDistance: Double, key: UInt64) -> Int {
    let difference = features[Int(person)] - wanted
    let unlike = difference.replacing(with: -difference, where: difference .< 0).sum() / 8
    let noise = SeededRandom.fraction(
      SeededRandom.mixed(
        request.seed &+ SeededRandom.mixed(key << 32 | UInt64(UInt32(bitPattern: person)))))
    let points =
      0.55 * (1 - unlike) + 0.35 * exp(-squaredDistance.squareRoot() / 40) + 0.10 * noise
    return Int((10_000 * points).rounded())
  }
}
