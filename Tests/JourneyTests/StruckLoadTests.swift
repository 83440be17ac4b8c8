import Foundation
import Testing

/// Whatever strikes a load and whenever: all of it is stored or nothing, what was said is true, and the
/// same load again completes. `TALENT_SOAK` strikes 50,000 rows at every tenth.
@Suite(.serialized) struct `A load that is struck` {
  private static let isLong = ProcessInfo.processInfo.environment["TALENT_SOAK"] != nil
  private static let people = isLong ? 50_000 : 1_500
  private static let tenths = isLong ? Array(0...10) : [0, 5]

  /// What strikes, and the exit code of a load that it ended.
  enum Strike: CaseIterable {
    case kill, deathOfItsBackend, restart, interrupt, termination

    var code: Int32 {
      switch self {
      case .kill: SIGKILL
      case .deathOfItsBackend, .restart: 2
      case .interrupt: 130
      case .termination: 143
      }
    }

    func hit(_ load: StruckLoad, _ running: Workspace.Running) throws {
      let program = running.process.processIdentifier
      switch self {
      case .kill: Glibc.kill(program, SIGKILL)
      case .deathOfItsBackend:
        let backend = try load.backend(seenBy: try load.connection())
        if let backend { Glibc.kill(backend, SIGKILL) }
      case .restart:
        try load.work.talent("db", "stop")
        try load.work.talent("db", "start")
      case .interrupt: Glibc.kill(program, SIGINT)
      case .termination: Glibc.kill(program, SIGTERM)
      }
    }
  }

  @Test func `stores all or nothing, says which, leaves no files, and completes when done again`()
    throws
  {
    let load = try StruckLoad(people: Self.people)
    defer { load.remove() }
    for strike in Strike.allCases {
      var struck = 0
      for tenth in Self.tenths {
        let answer = try load.load(strikeAtTenth: tenth) { try strike.hit(load, $0) }
        struck += answer.code == strike.code ? 1 : 0
        let moment: Comment = "\(strike) at tenth \(tenth)"
        // The server notices a program's death a little later.
        if answer.code != SIGKILL { try expectTruth(answer, load, lost: strike.code, moment) }
        #expect(try load.leftovers() == [], moment)
        try load.loadAgain(moment)
        try load.empty()
      }
      #expect(struck > 0, "\(strike) never found the load at work")
    }
  }

  @Test func `whose commit is not answered says that it stands`() throws {
    let load = try StruckLoad(people: 200)
    defer { load.remove() }
    let watcher = try load.connection()
    try watcher.script("set synchronous_commit = local")
    // A commit that has reached the disk waits for a standby that does not exist.
    try load.set("synchronous_standby_names", to: "'nobody'")
    let answer = try load.load(strikeAtTenth: 0) { _ in
      let waiting = "select pid from pg_stat_activity where wait_event = 'SyncRep'"
      var backend: String?
      for _ in 0..<600 where backend == nil {
        usleep(50_000)
        backend = try watcher.scalar(waiting)
      }
      try load.set("synchronous_standby_names", to: nil)
      _ = try watcher.scalar("select pg_terminate_backend(\(try #require(backend)))")
    }
    #expect(answer.code == 3 && answer.out.contains("This is load"), "\(answer.complaint)")
    #expect(load.isWhole(try load.stored()))
  }

  private static let spareKilobytes =
    isLong ? [0, 64, 512, 1_024, 2_048, 4_096, 8_192, 16_384, 24_576, 32_768] : [64, 1_024]

  @Test(.enabled(if: SmallDisk.canBeMade, "only root can mount a small disk"))
  func `by a disk that is full changes nothing`() throws {
    let load = try StruckLoad(people: Self.people, onSmallDisk: true)
    defer { load.remove() }
    let disk = try #require(load.disk)
    for spare in Self.spareKilobytes {
      let moment: Comment = "\(spare) kB to spare"
      try disk.fill(sparing: spare)
      let answer = try load.load(strikeAtTenth: 0) { _ in }
      try disk.free()
      // With no room for its log either, the server has ended.
      try load.work.talent("db", "start")
      #expect(answer.code != 3 || spare > 1_024, moment)
      if answer.code != 3 {
        #expect(answer.complaint.contains("No space left on device"), "\(answer.complaint)")
      }
      try expectTruth(answer, load, lost: 2, moment)
      try load.loadAgain(moment)
      try load.empty()
    }
  }

  /// Either it ended as if nothing had struck, or as lost, having said that nothing was changed. A backend that
  /// dies once COMMIT is sent takes the answer with it: what a server that has crashed says of it is no proof.
  private func expectTruth(
    _ answer: Workspace.Answer, _ load: StruckLoad, lost: Int32, _ moment: Comment
  ) throws {
    let stored = try load.stored()
    if answer.code == 3 {
      #expect(answer.out.contains("This is load"), "\(moment): \(answer.out)")
      #expect(load.isWhole(stored), "\(moment): \(stored)")
      return try load.empty()
    }
    #expect(answer.code == lost, "\(moment): \(answer.out)\(answer.complaint)")
    if load.isWhole(stored) {
      #expect(answer.complaint.contains("it is not known"), "\(moment): \(answer.complaint)")
      return try load.empty()
    }
    #expect(answer.complaint.contains("nothing was changed"), "\(moment): \(answer.complaint)")
    #expect(stored == StruckLoad.nothing, "\(moment): \(stored)")
    #expect(!load.work.has("refused.csv") && !load.work.has("findings.csv"), moment)
  }
}
