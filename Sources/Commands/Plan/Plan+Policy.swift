import Configuring
import Domain

extension Plan {
  /// The policy it was made under, from its own text.
  ///
  /// - Throws: `Failure` as of an altered plan: nobody can mend the text in their configuration.
  func ownPolicy() throws -> Policy {
    do {
      return try Configuration.policy(from: policy)
    } catch {
      let place = error.line > 0 ? "\(error.place), line \(error.line)" : error.place
      throw Failure(.conflict, "\(place): \(error.says)")
    }
  }
}
