import Configuring
import Defaults
import Domain
import Testing

@Suite struct `The shipped files` {
  @Test func `say everything a policy needs`() throws {
    let policy = try configuration().policy()
    #expect(policy.weights[.specialism] == 200)
    #expect(policy.weights.count == Criterion.weighted.count)
    #expect(policy.rulesOff == [.ownCluster: "families help each other by default"])
    #expect(policy.joint == JointNorms())
    #expect(policy.penalties == [.mustFill: 3000, .high: 1500, .normal: 700])
    #expect(policy.defaultHalfDaysAYear == HalfDays(days: 15))
    #expect(policy.releaseBySize.map(\.pupils) == [150, 400, 900, 9999])
    #expect(policy.releaseOfUnknownSize.halfDaysPerHalfTerm == HalfDays(days: 5))
    #expect(policy.halfTerms.count == 18)
    #expect(policy.steps.first == Policy.StepRule(words: "exchange", kind: .secondment))
    #expect(policy.readinessForSecondment == ["Ready now"])
  }

  @Test func `relate both ways`() throws {
    let policy = try configuration().policy()
    #expect(policy.adjacentPhases["Primary"]?.contains("Nursery") == true)
    #expect(policy.adjacentPhases["Nursery"] == ["Primary"])
    #expect(policy.relatedSpecialisms["Phonics"] == ["English", "Early years"])
  }

  @Test func `hold every list`() throws {
    let vocabulary = try configuration().vocabulary()
    #expect(vocabulary.specialisms.names.count == 33)
    #expect(vocabulary.specialisms.name(for: "d & t") == "Design and technology")
    #expect(vocabulary.rungs.name(for: "SENCo") == "Middle leader")
    #expect(vocabulary.rungs.names.count == 13)
    #expect(vocabulary.behaviours.names.count == 8)
    #expect(vocabulary.readiness.name(for: "RN") == "Ready now")
    #expect(vocabulary.clusterKinds.names.count == 6)
    #expect(vocabulary.settingKinds.name(for: "childrens centre") == "children's centre")
  }

  @Test func `name each kind of list`() throws {
    #expect(try configuration().list(.rungs).noun == "post on the ladder")
  }

  @Test func `connect to nothing`() throws {
    #expect(try configuration().conninfo() == nil)
  }

  @Test func `are the twelve the product knows`() {
    #expect(Defaults.files.map(\.name).sorted() == Defaults.files.map(\.name))
    #expect(Defaults.files.count == 12)
  }
}
