import Domain

/// What limits read of a need, in few bytes.
struct NeedRecord: Sendable {
  var isDeployment: Bool
  /// First and last day of the window, and the first day of the school year it starts in, as day numbers.
  var from: Int32
  var to: Int32
  var schoolYear: Int32
  /// Deployments: half-days asked for; 0 when the need does not say.
  var halfDays: Int32
  /// Secondments: hundredths of full time; full time when the need does not say.
  var fte: Int32

  init(_ need: Need) {
    isDeployment = need.kind == .deployment
    from = need.window.from.number
    to = need.window.to.number
    schoolYear = need.window.from.schoolYearStart.number
    halfDays = isDeployment ? need.halfDays?.count ?? 0 : 0
    fte = isDeployment ? 0 : need.fte?.hundredths ?? 100
  }

  func isRunning(on day: Int32) -> Bool { from <= day && day <= to }
}
