import Domain

/// How the days of needs and of supervising fall on the parts of the calendar.
struct DaySpread {
  private var touched: [Int32] = []
  private var touchedStart: [Int] = [0]
  private var shares: [TermCalendar.Share] = []
  /// Needs first, then firsts.
  private var shareStart: [Int] = [0]
  private let needs: Int

  init(_ making: JointMaking) {
    needs = making.needs.count
    let (calendar, asked) = (making.calendar, making.snapshot.needs)
    for (need, open) in zip(making.needs, asked) {
      touched += calendar.parts(touchedBy: open.need.window).map(Int32.init)
      touchedStart.append(touched.count)
      shares += calendar.shares(of: need.halfDays, over: open.need.window)
      shareStart.append(shares.count)
    }
    for first in making.findings.firsts {
      let window = asked[Int(first.need)].need.window
      shares += calendar.shares(of: first.halfDays.count, over: window)
      shareStart.append(shares.count)
    }
  }

  /// Half-days a part spends, by part of the calendar, ascending; none for secondments.
  func shares(of part: PartRecord) -> ArraySlice<TermCalendar.Share> {
    let index: Int
    switch part.kind {
    case .placement: index = Int(part.need)
    case .supervising: index = needs + Int(part.of)
    case .cover: return []
    }
    return shares[shareStart[index]..<shareStart[index + 1]]
  }

  /// Parts of the calendar that the window touches, ascending.
  func touched(by part: PartRecord) -> ArraySlice<Int32> {
    touched[touchedStart[Int(part.need)]..<touchedStart[Int(part.need) + 1]]
  }
}
