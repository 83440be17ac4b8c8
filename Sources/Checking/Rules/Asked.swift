import Domain

/// What is asked of somebody: a need, or a post to be covered while its holder is away.
struct Asked {
  /// The need's; nil for a post.
  var reference: String?
  /// A position in the snapshot.
  var place: Int
  var kind: Need.Kind
  var role: String?
  var specialism: String?
  /// The need's own, else its place's.
  var phase: String?
  var window: DaySpan
  var halfDays: Int
  var hundredths: Int

  init(_ snapshot: Snapshot, need position: Int) {
    let open = snapshot.needs[position]
    reference = open.need.reference
    place = open.place
    kind = open.need.kind
    role = open.need.role
    specialism = open.need.specialism
    phase = open.need.phase ?? snapshot.places[open.place].phase
    window = open.need.window
    halfDays = kind == .deployment ? Int(open.need.halfDays?.count ?? 0) : 0
    hundredths = kind == .secondment ? Int(open.need.fte?.hundredths ?? 100) : 0
  }

  /// A post left for a secondment, for as long and as much of full time as that is.
  init(_ snapshot: Snapshot, post: String?, place: Int, like secondment: Asked) {
    self = secondment
    reference = nil
    self.place = place
    role = post
    specialism = nil
    phase = snapshot.places[place].phase
  }

  var isCover: Bool { reference == nil }
}
