extension Columns.Holds {
  var isNumber: Bool { if case .number = self { true } else { false } }

  /// Whether what is seen of a number is kept, with the zeros after its point.
  var isText: Bool {
    switch self {
    case .words, .prose, .settingReference, .fullName: true
    default: false
    }
  }

  /// What to try where a spreadsheet made a date of what the column holds; nil where dates or texts are at home.
  var hintOfDate: String? {
    switch self {
    case .name, .names, .choice:
      "Try: the spreadsheet made a date of it; format the column as text and type it again, as 1-2 years"
    case .number, .urn, .personNumber:
      "Try: format the column as General, which shows the number and no date"
    case .trn: "Try: format the TRN column as text and type all 7 digits"
    case .words, .prose, .days, .yesOrNo, .settingReference, .fullName: nil
    }
  }
}

extension Cell {
  /// Without the zeros after a point that nothing else follows: 1.50 is 1.5, and 7.00 is 7.
  var withoutPointlessZeros: Cell {
    guard count > 2, bytes[count - 1] == UInt8(ascii: "0"), bytes.contains(UInt8(ascii: ".")) else {
      return self
    }
    var end = count
    while bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
    return part(0..<(bytes[end - 1] == UInt8(ascii: ".") ? end - 1 : end))
  }
}
