import ArgumentParser
import Domain
import Loading
import Reporting
import Storing

/// A kind of sheet by the word people type, in the order an empty database takes them.
enum SheetKind: String, CaseIterable, ExpressibleByArgument {
  case schools, links, settings, clusters, people, designations, specialisms, readiness, programmes
  case steps, availability, vetting, conflicts, posts, release, needs, placements

  /// All of them in a sentence.
  static var list: String {
    let words = allCases.map(\.rawValue)
    return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  /// Hands the kind's types to whoever works with any of them.
  func visited(by visitor: some SheetKindVisitor) throws {
    switch self {
    case .schools: try visitor.visit(SchoolLoad.self, .schools)
    case .links: try visitor.visit(LinkLoad.self, .links)
    case .settings: try visitor.visit(SettingLoad.self, .settings)
    case .clusters: try visitor.visit(ClusterLoad.self, .clusters)
    case .people: try visitor.visit(PersonLoad.self, .people)
    case .designations: try visitor.visit(DesignationLoad.self, .designations)
    case .specialisms: try visitor.visit(SpecialismLoad.self, .specialisms)
    case .readiness: try visitor.visit(ReadinessLoad.self, .readiness)
    case .programmes: try visitor.visit(ProgrammeLoad.self, .programmes)
    case .steps: try visitor.visit(StepLoad.self, .steps)
    case .availability: try visitor.visit(AvailabilityLoad.self, .availability)
    case .vetting: try visitor.visit(VettingLoad.self, .vetting)
    case .conflicts: try visitor.visit(ConflictLoad.self, .conflicts)
    case .posts: try visitor.visit(PostLoad.self, .posts)
    case .release: try visitor.visit(ReleaseLoad.self, .release)
    case .needs: try visitor.visit(NeedLoad.self, .needs)
    case .placements: try visitor.visit(PlacementLoad.self, .placements)
    }
  }
}

/// Something done alike for every kind of sheet.
protocol SheetKindVisitor {
  func visit<K: LoadKind>(_ kind: K.Type, _ layout: Layout<K.Draft>) throws
}
