import CXML

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What an XML file says, element by element.
protocol XMLHandler: AnyObject {
  func start(_ element: XMLElement) throws
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
  func end(_ name: XMLName) throws
}

/// An element's name without its prefix.
struct XMLName {
  fileprivate let bytes: UnsafePointer<UInt8>?

  static func ~= (name: StaticString, other: XMLName) -> Bool {
    guard let bytes = other.bytes else { return false }
    return bytes.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) { typed in
      name.withUTF8Buffer {
        $0.withMemoryRebound(to: CChar.self) { wanted in
          wanted.baseAddress.map { strcmp(typed, $0) == 0 } ?? false
        }
      }
    }
  }
}

/// An element as it opens; valid during the call only.
struct XMLElement {
  let name: XMLName
  fileprivate let count: Int
  /// Five pointers an attribute: name, prefix, namespace, value and the value's end.
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// The attribute's bytes; nil when there is none. Namespaces are not looked at.
  subscript(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    for at in 0..<count where name ~= XMLName(bytes: attributes[at * 5]) {
      guard let first = attributes[at * 5 + 3], let end = attributes[at * 5 + 4] else { return nil }
      return UnsafeBufferPointer(start: first, count: end - first)
    }
    return nil
  }

  /// An ampersand is the one character that the parser leaves as a reference where entities are not expanded.
  func text(_ name: StaticString) -> String? {
    self[name].map { String(decoding: $0, as: UTF8.self).replacing("&#38;", with: "&") }
  }

  func number(_ name: StaticString) -> Int? { self[name].flatMap { Cell($0).wholeNumber } }

  func flag(_ name: StaticString) -> Bool {
    guard let value = text(name) else { return false }
    return value == "1" || value == "true"
  }
}

/// Reads XML by libxml2's SAX interface: nothing is kept of it, no entity is ever expanded and a
/// document type is refused before it can declare one.
final class XMLScan {
  private let handler: any XMLHandler
  private var context: xmlParserCtxtPtr?
  private var failure: (any Error)?

  init(_ handler: any XMLHandler) throws {
    self.handler = handler
    var calls = xmlSAXHandler()
    calls.initialized = XML_SAX2_MAGIC
    calls.startElementNs = { owner, name, _, _, _, _, count, _, attributes in
      XMLScan.from(owner)?.take {
        try $0.start(
          XMLElement(name: XMLName(bytes: name), count: Int(count), attributes: attributes))
      }
    }
    calls.endElementNs = { owner, name, _, _ in
      XMLScan.from(owner)?.take { try $0.end(XMLName(bytes: name)) }
    }
    calls.characters = { owner, bytes, count in
      XMLScan.from(owner)?.take {
        try $0.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
      }
    }
    calls.cdataBlock = calls.characters
    calls.internalSubset = { owner, _, _, _ in
      XMLScan.from(owner)?.take { _ in
        throw SheetFault("the workbook declares a document type, which no spreadsheet writes")
      }
    }
    calls.serror = { _, _ in }
    // Some complaints pass the parser by and would be printed.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    context = xmlCreatePushParserCtxt(
      &calls, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    guard let context else { throw ZipArchive.damaged }
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue))
  }

  deinit {
    if let context {
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
  }

  /// Takes the next bytes, or with none the end. What the handler throws comes out here.
  func feed(_ bytes: UnsafeRawBufferPointer) throws {
    guard let context else { return }
    let code = xmlParseChunk(
      context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
      bytes.isEmpty ? 1 : 0)
    if let failure { throw failure }
    if code != 0 && context.pointee.wellFormed == 0 {
      throw SheetFault(
        "the workbook is damaged: line \(xmlSAX2GetLineNumber(context)) of its XML cannot be read",
        hint: "Try: open it in a spreadsheet and save it again")
    }
  }

  /// Reads a whole part.
  static func run(_ source: ByteSource, _ handler: any XMLHandler) throws {
    let scan = try XMLScan(handler)
    try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      while true {
        let count = try source(buffer)
        try scan.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        if count == 0 { return }
      }
    }
  }

  private static func from(_ owner: UnsafeMutableRawPointer?) -> XMLScan? {
    owner.map { Unmanaged<XMLScan>.fromOpaque($0).takeUnretainedValue() }
  }

  private func take(_ body: (any XMLHandler) throws -> Void) {
    guard failure == nil else { return }
    do { try body(handler) } catch {
      failure = error
      xmlStopParser(context)
    }
  }
}
