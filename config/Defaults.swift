/// What an organisation decides, as shipped: a file a subject, each overridden key by key by a file
/// of the same name beside the user's own config.
public enum Defaults {
  /// The shipped files, by name without `.yaml`, in name order.
  public static let files: [(name: String, text: String)] = embedded.map {
    (String($0.path.dropLast(".yaml".count)), $0.text)
  }
}
