import Domain

extension Layout where Draft == ClusterDraft {
  /// Which places are in which alliance, family or trust: one place in one cluster a row.
  public static var clusters: Layout {
    var sheet = Columns()
    let cluster = sheet.required("Cluster")
    let kind = sheet.required("Kind")
    let place = sheet.place()
    let same = Sameness<ClusterDraft>.text(hint: "Try: keep the row that is right") {
      "\($0.place) in \(quoted($0.cluster))"
    }
    return Layout("clusters", sheet, same: same) { cells in
      let name = cells.text(cluster)
      let kind = cells.word(kind, .clusterKinds)
      let place = cells.place(place)
      guard let name, let kind, let place else { return nil }
      return ClusterDraft(cluster: name, kind: kind, place: place)
    }
  }
}
