/// `clusters.csv`: one school in one alliance or family a row.
struct ClustersSheet {
  let pool: Pool

  func write(into sink: @escaping SampleSink) throws {
    var writer = SheetWriter("clusters.csv", sink)
    try writer.row(["Cluster", "Kind", "School URN"])
    for cluster in pool.clusters.all {
      for school in cluster.schools {
        try writer.row([cluster.name, cluster.kind, pool.urn(school)])
      }
    }
    try writer.flush()
  }
}
