/// The lists of names an organisation speaks in, each in one file of `config/`.
public enum VocabularyList: Sendable, CaseIterable {
  case specialisms, rungs, phases, roles, programmes, behaviours, readiness, clusterKinds
  case settingKinds

  var file: ConfigFile {
    switch self {
    case .specialisms: .specialisms
    case .rungs: .ladder
    case .phases: .phases
    case .roles: .roles
    case .programmes: .programmes
    case .behaviours, .readiness, .clusterKinds, .settingKinds: .frameworks
    }
  }

  var key: String {
    switch self {
    case .specialisms: "groups"
    case .rungs: "rungs"
    case .phases: "phases"
    case .roles: "roles"
    case .programmes: "programmes"
    case .behaviours: "behaviours"
    case .readiness: "readiness"
    case .clusterKinds: "cluster-kinds"
    case .settingKinds: "setting-kinds"
    }
  }

  /// What one entry is called in messages.
  var noun: String {
    switch self {
    case .specialisms: "specialism"
    case .rungs: "post on the ladder"
    case .phases: "phase"
    case .roles: "designation"
    case .programmes: "programme"
    case .behaviours: "behaviour"
    case .readiness: "readiness"
    case .clusterKinds: "kind of cluster"
    case .settingKinds: "kind of setting"
    }
  }
}
