import Domain

extension Layout where Draft == ClusterDraft {
  /// Which places are in which alliance, family or trust: one place in one cluster a row;
  /// `none` under School URN is a cluster nobody is in yet.
  public static var clusters: Layout {
    var sheet = Columns()
    let cluster = sheet.required("Cluster")
    let kind = sheet.required("Kind", holds: .name(.clusterKinds))
    let place = sheet.place()
    let same = Sameness<ClusterDraft>.text(hint: "Try: keep the row that is right") {
      "\($0.place?.description ?? "nobody") in \(quoted($0.cluster))"
    }
    return Layout("clusters", sheet, same: same) { cells in
      let name = cells.text(cluster)
      let typed = cells.cell(cluster)
      if typed.isTotal {
        cells.refuse(
          cluster, "\(quoted(typed)) is not a cluster's name", hint: "Try: take this line out")
      }
      let kind = cells.word(kind, .clusterKinds)
      let isEmpty =
        cells.cell(place.school).text.lowercased() == "none" && cells.cell(place.setting).isBlank
      let place = isEmpty ? nil : cells.place(place)
      guard let name, let kind, isEmpty || place != nil else { return nil }
      return ClusterDraft(cluster: name, kind: kind, place: place)
    }
  }
}
