import Domain

/// Configuring: what an organisation decided, read from `config/` and the files beside its own.
///
/// Texts come in, true values go out: a `Policy` that matching obeys, a `Vocabulary` that sheets are
/// read in, the connection. Nothing is guessed: a file that says something else than it may is
/// refused with its place, its line and the nearest valid key.
///
/// A value travels in four steps, each a file of this room: YAML becomes an `Entry` tree that
/// remembers its lines (`EntryReading`), an organisation's own tree is laid over the shipped one
/// (`Merging`), fields are read with their types and ranges (`Fields`, `Scalars`), and the subject's
/// reader builds the value (`PolicyReader`, `NameList`). `PolicyWriting` is the way back: the text
/// kept with every plan.
extension Configuration {
  /// The policy in force.
  public func policy() throws(ConfigurationError) -> Policy {
    var fields: [Entry.Field] = []
    for file in ConfigFile.allCases where !file.policyKeys.isEmpty {
      for field in try entry(of: file).fields(in: file.rawValue, allowed: file.keys).pairs
      where file.policyKeys.contains(field.key) {
        fields.append(field)
      }
    }
    let names = PolicyReader.Names(
      specialisms: try list(.specialisms), phases: try list(.phases),
      readiness: try list(.readiness))
    let whole = Entry(value: .mapping(fields), origin: Origin(place: "config", line: 0))
    return try PolicyReader(Fields(of: whole, called: "config", pairs: fields), names: names)
      .policy()
  }

  /// All the lists an organisation speaks in.
  public func vocabulary() throws(ConfigurationError) -> Vocabulary {
    Vocabulary(
      specialisms: try list(.specialisms), rungs: try list(.rungs), phases: try list(.phases),
      roles: try list(.roles), programmes: try list(.programmes),
      behaviours: try list(.behaviours), readiness: try list(.readiness),
      clusterKinds: try list(.clusterKinds), settingKinds: try list(.settingKinds))
  }

  /// One list alone: only its file is parsed.
  public func list(_ list: VocabularyList) throws(ConfigurationError) -> Vocabulary.List {
    let fields = try entry(of: list.file).fields(in: list.file.rawValue, allowed: list.file.keys)
    return try NameList(list, from: fields.required(list.key)).finished()
  }

  /// Which PostgreSQL holds the data, as libpq reads it; nil when nothing is configured.
  ///
  /// A password in it is refused, without being repeated: it belongs in `.pgpass`.
  public func conninfo() throws(ConfigurationError) -> String? {
    let file = ConfigFile.connection
    let fields = try entry(of: file).fields(in: file.rawValue, allowed: file.keys)
    guard let entry = fields.optional("conninfo") else { return nil }
    let text = try entry.text("conninfo")
    if Connection.holdsPassword(text) {
      throw entry.error("conninfo holds a password", hint: "keep it in ~/.pgpass, never here")
    }
    return text.isEmpty ? nil : text
  }

  /// The policy in force as canonical text: the same policy gives the same bytes, and
  /// `policy(from:)` gives the same policy back.
  public func policyText() throws(ConfigurationError) -> String { try policy().canonicalText }

  /// Reads a policy kept with a plan, however long ago.
  ///
  /// Names stand as they were written, whatever today's lists say. A rule or a criterion that did not
  /// exist when the text was written is off.
  public static func policy(from text: String) throws(ConfigurationError) -> Policy {
    let entry = try Entry.read(text, at: "the policy kept with the plan")
    let keys = ["format"] + ConfigFile.allCases.flatMap(\.policyKeys)
    let fields = try entry.fields(in: "the policy", allowed: keys)
    _ = try fields.required("format").whole("format", in: 1...1)
    return try PolicyReader(fields, names: nil).policy()
  }
}
