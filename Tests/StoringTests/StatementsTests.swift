import Foundation
import Postgres
import Testing

@testable import Storing

/// Every statement of the store, held against the migrated schema: SQL, parameters and decoding agree.
struct StatementsTests {
  /// All of them, by file; `noStatementIsForgotten` names one that is missing here.
  static var all: [any Statement.Type] {
    [
      AppliedMigrations.self, RecordMigration.self, OrganisationMeant.self, Organisations.self,
      AddOrganisation.self, SeedVocabulary.self, BeginLoad.self, EndLoad.self,
      LoadOfSameRows.self, StagedFindings.self, StagedFates.self, DropRefused.self,
      StageContested.self, StageDoubted.self, LeaveRowsLoadedBefore.self, StandsFor.self,
      StagedRefusals.self,
      LoadRecords.self, KeepRows.self, ForgetRows.self, TypedRows.self, RefusedRows.self,
      LoadChanges.self, ReplacedFirst.self,
      StagedStates.self, KeepRehearsal.self, KeptRehearsal.self, ForgetRehearsal.self,
      ChangedSince.self,
      UndoLoad.self, UndoBlockers.self, ScopeNamed.self, OpenNeedsInScope.self, RelevantPeople.self,
      NeedsOver.self,
      CandidatePeople.self, CandidatePosts.self, CandidateImpact.self, CandidateDesignations.self,
      CandidateSpecialisms.self,
      CandidateReadiness.self, CandidateSteps.self, CandidateConflicts.self, DeclinedThisYear.self,
      ActiveCommitments.self, PlacesByKey.self, ClustersOfPlaces.self, NextPlanNumber.self,
      SealPlan.self, StandInDay.self,
      PlanIsIntact.self, DecisionsOfPlan.self,
      PublishPlan.self, PlanHeads.self, WholePlan.self, Proposals.self,
      UnfilledNeeds.self, PlanNotes.self, ProposalsForNeed.self,
      EarlierDecision.self, InsertPlacement.self, WithdrawPlacements.self, CoverChain.self,
      CloseCoverNeeds.self, InsertCoverNeed.self, Covers.self, PublishedPlans.self,
      LinesOfPlan.self, PinnedLines.self,
      PlacedLines.self, Pins.self,
      PinsOfPlan.self, CoverIsNeeded.self, DecisionsOnPlan.self, InsertPin.self, TakePin.self,
      InsertDecision.self, SupervisorNumbers.self,
      PersonByReference.self, FindPeople.self, FindPlaces.self, PoolIsEmpty.self,
      ResemblingPerson.self, KnownAuthority.self, NearestName.self, KnownName.self,
      ProfileRecord.self,
      ProfileClusters.self, ProfileProgrammes.self, ProfileSteps.self, ProfilePosts.self,
      ProfileBarriers.self, Placements.self, PlaceByKey.self, InsertPerson.self, UpdatePerson.self,
      LockPerson.self, WriteReadiness.self, WriteParticipation.self, WriteStep.self,
      FinishStep.self,
      WriteBarrier.self, Needs.self, InsertNeed.self, CloseNeed.self, WriteRelease.self,
      ExportedRows<SchoolLoad>.self, ExportedRows<LinkLoad>.self, ExportedRows<SettingLoad>.self,
      ExportedRows<ClusterLoad>.self, ExportedRows<PersonLoad>.self,
      ExportedRows<DesignationLoad>.self, ExportedRows<SpecialismLoad>.self,
      ExportedRows<ReadinessLoad>.self, ExportedRows<ProgrammeLoad>.self,
      ExportedRows<StepLoad>.self, ExportedRows<AvailabilityLoad>.self,
      ExportedRows<VettingLoad>.self, ExportedRows<ConflictLoad>.self, ExportedRows<PostLoad>.self,
      ExportedRows<ReleaseLoad>.self, ExportedRows<NeedLoad>.self,
      ExportedRows<PlacementLoad>.self, SpecialismsApart.self,
      Everybody.self, PairedPeople.self, HeldBy.self, StandInForPlans.self, StandApartInPlans.self,
      Dismissals.self,
      DismissPair.self,
      RestorePair.self, DismissalOf.self, Differing.self, MergePeople.self, StandingMerge.self,
      MergesSince.self,
      ChangedSinceMerge.self, UnmergePeople.self,
      InsertCluster.self, ClusterByName.self, InsertMember.self,
    ]
  }

  @Test func everyStatementAgreesWithTheSchema() throws {
    let connection = try migratedDatabase()
    try connection.script(LoadSQL.stagingTables([]).replacing("on commit drop", with: ""))
    for type in Self.all {
      let found = try mismatches(of: type, on: connection)
      #expect(found == [], "\(type)")
    }
  }

  @Test func noStatementIsForgotten() throws {
    let declared = try Self.declaredNames()
    // A generic statement is listed for each of its types: ExportedRows<SchoolLoad>.
    let listed = Set(
      Self.all.map { String(describing: $0).split(separator: "<").first.map(String.init) })
    #expect(declared.filter { !listed.contains($0) } == [], "add them to StatementsTests.all")
    #expect(declared.count >= listed.count)
  }

  /// Types declared to be statements anywhere in Sources/Storing.
  private static func declaredNames() throws -> [String] {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Storing")
    let files =
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
    return try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8)
        .matches(of: /(?:struct|enum|extension) (\w+)[^{\n]*: (?:[^{\n]*\W)?Statement\b/)
        .map { String($0.output.1) }
    }.sorted()
  }
}
