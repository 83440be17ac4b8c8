import Domain

/// How the cells of one column of a known spreadsheet become ours.
struct ValueRule: Sendable {
  /// What separates the words of a cell.
  var separator = UInt8(ascii: ";")
  var takesSeveral = false
  /// Folded words of the sheet, and what they mean; empty for a blank cell.
  var means: [String: String] = [:]

  /// The cell in our words; nil when it stays as it is.
  func translated(_ cell: Cell) -> String? {
    guard takesSeveral else { return means[Vocabulary.folded(cell.text)] }
    var isChanged = false
    var words: [String] = []
    for part in cell.parts(at: separator) {
      let word = part.text
      let meant = means[Vocabulary.folded(word)]
      isChanged = isChanged || meant != nil
      if meant != "" { words.append(meant ?? word) }
    }
    return isChanged || separator != UInt8(ascii: ";") ? words.joined(separator: "; ") : nil
  }
}

/// Where a translated cell's bytes stand until the next record.
final class TranslatedCell {
  private var bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64)

  deinit { bytes.deallocate() }

  func hold(_ text: String) -> Cell {
    var text = text
    return text.withUTF8 { source in
      if source.count > bytes.count {
        bytes.deallocate()
        bytes = .allocate(capacity: source.count * 2)
      }
      _ = bytes.update(fromContentsOf: source)
      return Cell(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytes)[..<source.count]))
    }
  }
}
