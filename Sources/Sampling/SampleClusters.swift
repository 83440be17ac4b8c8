import Domain

/// Alliances and families over all schools: named, and known by school.
struct SampleClusters: Sendable {
  struct Cluster: Sendable {
    var name: String
    var kind: String
    /// Positions of its schools.
    var schools: [Int]
  }

  /// Alliances of an authority, then its families, authority by authority.
  let all: [Cluster]
  /// The alliance of each school, by position into `all`.
  private let allianceOfSchool: [Int32]

  init(_ schools: [School], seed: UInt64) {
    let grouping = Grouping(schools: schools)
    var all: [Cluster] = []
    var allianceOfSchool = [Int32](repeating: 0, count: schools.count)
    for (number, members) in grouping.authorities().enumerated() {
      let authority = members.first.map { schools[$0].authorityName } ?? ""
      var generator = Generator(seed, .cluster, number)
      let names = generator.some(SampleClusters.names.count, of: SampleClusters.names)
      let alliances = grouping.alliances(of: members)
      for (index, group) in alliances.enumerated() {
        let again = index < names.count ? "" : " \(index / names.count + 1)"
        for school in group { allianceOfSchool[school] = Int32(all.count) }
        let name = "\(authority) \(names[index % names.count])\(again) Alliance"
        all.append(Cluster(name: name, kind: "alliance", schools: group))
      }
      for (index, group) in alliances.flatMap(grouping.families).enumerated() {
        let name = "\(authority) Family \(index + 1)"
        all.append(Cluster(name: name, kind: "family", schools: group))
      }
    }
    self.all = all
    self.allianceOfSchool = allianceOfSchool
  }

  func alliance(ofSchool school: Int) -> String { all[Int(allianceOfSchool[school])].name }

  private static let names = [
    "Beacon", "Oak", "Lantern", "Bridge", "Harbour", "Compass", "Rowan", "Kingfisher", "Mosaic",
    "Summit", "Willow", "Tapestry", "Keystone", "Horizon", "Sycamore", "Meridian", "Heron",
    "Causeway", "Hawthorn", "Weaver", "Lighthouse", "Orchard", "Millstone", "Skylark",
  ]
}
