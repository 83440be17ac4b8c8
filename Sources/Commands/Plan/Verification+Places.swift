import Domain
import Matching

extension Verification {
  func spoken(_ part: JointMeaning.Part, _ work: PlanWork) -> String {
    let need = "need \(work.need(part.need).reference), \(work.person(part.person).number)"
    switch part {
    case .placement: return need
    case .supervising: return "\(need) supervising"
    case .cover(_, _, let whose, _, _, _):
      return "\(need) covering for \(work.person(whose).number)"
    }
  }

  func spoken(_ row: JointMeaning.Row, _ work: PlanWork) -> String {
    switch row {
    case .need(let need): "need \(work.need(need).reference)"
    case .supervisors(let need, _): "supervising at need \(work.need(need).reference)"
    case .cover(let need, let whose, _):
      "cover for \(work.person(whose).number), need \(work.need(need).reference)"
    }
  }

  func spoken(_ limit: JointMeaning.Limit, _ work: PlanWork) -> String {
    switch limit {
    case .days(let person, _, _): "the days of \(work.person(person).number)"
    case .supervising(let person, _): "the supervising days of \(work.person(person).number)"
    case .fairLoad(let person): "the fair share of \(work.person(person).number)"
    case .time(let person, let span): "the time of \(work.person(person).number), \(span.spoken)"
    case .oneThing(let person, let need):
      "\(work.person(person).number) at need \(work.need(need).reference)"
    case .homeDays(let place, _): "the days \(work.snapshot.places[place].name) lets go"
    case .peopleOut(let place, _): "the people out of \(work.snapshot.places[place].name)"
    }
  }
}
