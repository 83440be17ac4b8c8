/// What a known spreadsheet means: which of its headings is which of ours, how its values translate.
public struct SheetMapping: Hashable, Sendable {
  /// One of our columns as the sheet has it.
  public struct Column: Hashable, Sendable {
    /// Our heading.
    public var heading: String
    /// How the sheet writes it, one way or several.
    public var typed: [String]
    /// Where the file says so, from 1.
    public var line: Int

    public init(heading: String, typed: [String], line: Int) {
      self.heading = heading
      self.typed = typed
      self.line = line
    }
  }

  /// What a word of the sheet means in one of our columns.
  public struct Translation: Hashable, Sendable {
    public var heading: String
    public var typed: String
    /// Empty when the word stands for a blank cell.
    public var means: String
    public var line: Int

    public init(heading: String, typed: String, means: String, line: Int) {
      self.heading = heading
      self.typed = typed
      self.means = means
      self.line = line
    }
  }

  /// As it is called on the command line: `bedford`.
  public var name: String
  /// The file as the user knows it, for messages.
  public var place: String
  public var kind: String
  public var about: String
  /// How the lines before the headings begin.
  public var preamble: [String] = []
  public var columns: [Column] = []
  public var values: [Translation] = []
  /// Our heading and what separates the words in its cells, where that is no semicolon.
  public var separators: [Translation] = []
  /// Headings of the sheet that nobody reads.
  public var ignored: [String] = []
  /// The file itself, as kept with a load.
  public var text: String

  public init(name: String, place: String, kind: String, about: String, text: String) {
    self.name = name
    self.place = place
    self.kind = kind
    self.about = about
    self.text = text
  }
}
