import Configuring
import Defaults

/// The shipped files with one file of an organisation's own beside them.
func configuration(_ name: String? = nil, _ text: String = "") -> Configuration {
  let own = name.map { [(name: $0, place: "/own/\($0).yaml", text: text)] } ?? []
  return Configuration(defaults: Defaults.files, overrides: own)
}

/// What reading everything says; empty when nothing is wrong.
func complaint(_ name: String, _ text: String) -> String {
  let configuration = configuration(name, text)
  do throws(ConfigurationError) {
    _ = try configuration.policy()
    _ = try configuration.vocabulary()
    _ = try configuration.conninfo()
    return ""
  } catch {
    return error.description
  }
}
