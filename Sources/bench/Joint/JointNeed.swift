/// One need of a made-up joint problem.
struct JointNeed {
  let number: Int
  let place: SIMD2<Double>
  let specialism: Int
  let wanted: JointCountry.Features
  let isSecondment: Bool
  let units: Int32
  let penalty: Int
  let mustFill: Bool
  /// Half-terms that it touches.
  let window: Range<Int>
  let halfDays: Int32
  /// Of full time, for a secondment, in 64ths of a hundredth.
  let share: Int32

  init(_ number: Int, _ towns: Towns, _ random: inout SeededRandom) {
    self.number = number
    place = towns.place(&random)
    specialism = random.below(JointCountry.specialisms)
    wanted = JointCountry.features(&random)
    isSecondment = random.fraction() < 0.15
    units = random.below(10) == 0 && !isSecondment ? 2 : 1
    let drawn = random.below(20)
    mustFill = drawn == 0
    penalty = drawn < 4 ? 30_000 : drawn < 14 ? 15_000 : 7_000
    let first = random.below(JointCountry.halfTerms)
    window = first..<min(JointCountry.halfTerms, first + 1 + random.below(3))
    halfDays = random.within(4...40)
    share = random.below(2) == 0 ? 6_400 : 3_200
  }
}
