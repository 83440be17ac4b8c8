extension Policy {
  /// What a home lets go: as recorded, else the default for its size.
  public func release(of place: Place) -> Release {
    if let recorded = place.release { return recorded }
    let sized = place.pupils.flatMap { releaseBySize[safely: sizeBand(pupils: $0)] }
    let used = sized ?? releaseOfUnknownSize
    return Release(
      halfDaysPerHalfTerm: used.halfDaysPerHalfTerm, outAtOnce: used.outAtOnce, coverNeeded: false)
  }

  /// The entry of `releaseBySize` a school of so many pupils falls in; the last takes all above it.
  public func sizeBand(pupils: Int32) -> Int {
    releaseBySize.firstIndex { pupils <= $0.pupils } ?? max(0, releaseBySize.count - 1)
  }
}

extension Array {
  /// The element, or nil outside the array.
  fileprivate subscript(safely index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
