import CZip

/// The files inside a zip, unpacked piece by piece within the caps.
///
/// The archive's own tables are held to their word: a part that would swell too much is not opened, one
/// that swells past what was said is damaged, and libzip checks each part's checksum at its end.
final class ZipArchive {
  private let bytes: UnsafeMutableRawBufferPointer
  private let archive: OpaquePointer
  private let limits: Limits
  private let places: [String: UInt64]

  /// Reads the whole file: a zip's directory stands at its end.
  init(_ open: () throws -> ByteSource, limits: Limits) throws {
    var bytes = try UnsafeMutableRawBufferPointer.whole(
      open(), atMost: limits.workbookBytes)
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard
      let source = zip_source_buffer_create(
        bytes.baseAddress, zip_uint64_t(bytes.count), 0, &failure)
    else {
      bytes.release()
      throw ZipArchive.damaged
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      bytes.release()
      throw ZipArchive.damaged
    }
    do { places = try ZipArchive.parts(of: archive, limits: limits) } catch {
      zip_discard(archive)
      bytes.release()
      throw error
    }
    self.archive = archive
    self.bytes = bytes
    self.limits = limits
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  /// The name of the part as the archive has it; nil when there is none. Case and the direction of
  /// slashes are the writer's choice.
  func has(_ name: String) -> Bool { places[name.lowercased()] != nil }

  /// A part from its first byte.
  func open(_ name: String) throws -> ByteSource {
    guard let place = places[name.lowercased()] else {
      throw SheetFault(
        "the workbook lacks its part \(quoted(name)): it is damaged",
        hint: "Try: open it in a spreadsheet and save it again")
    }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, place, 0, &status) == 0 else { throw ZipArchive.damaged }
    if status.encryption_method != 0 {
      throw SheetFault(
        "the workbook is locked with a password",
        hint: "Try: open it in the spreadsheet and save it without a password")
    }
    let size = Int(clamping: status.size)
    let packed = Int(clamping: status.comp_size)
    if size > 32_000_000 && size / limits.swelling > packed {
      throw SheetFault(
        "a part of the workbook swells to more than \(limits.swelling) times its size: it is not read",
        hint: "Try: copy the rows into a new workbook and save that")
    }
    guard let file = zip_fopen_index(archive, place, 0) else { throw ZipArchive.damaged }
    let part = ZipPart(file, size: size, of: self)
    return part.read
  }

  private static func parts(of archive: OpaquePointer, limits: Limits) throws -> [String: UInt64] {
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.workbookParts else {
      throw SheetFault("the file holds more than \(limits.workbookParts) parts: no workbook does")
    }
    var places: [String: UInt64] = [:]
    for place in 0..<zip_uint64_t(max(0, count)) {
      guard let name = zip_get_name(archive, place, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
      let key = String(cString: name).lowercased().split(separator: "\\").joined(separator: "/")
      // Of two, one program would read this one and another that; folders hold nothing to read.
      if !key.hasSuffix("/"), places.updateValue(place, forKey: key) != nil {
        throw SheetFault(
          "the file holds its part \(quoted(key)) twice: it is damaged",
          hint: "Try: open it in a spreadsheet and save it again")
      }
    }
    return places
  }

  static var damaged: SheetFault {
    SheetFault(
      "the workbook is damaged or was cut short",
      hint: "Try: open it in a spreadsheet and save it again")
  }
}

/// One part on its way out of the archive.
private final class ZipPart {
  private let file: OpaquePointer
  /// Keeps the archive's bytes where they are.
  private let archive: ZipArchive
  private var left: Int

  init(_ file: OpaquePointer, size: Int, of archive: ZipArchive) {
    self.file = file
    self.archive = archive
    left = size
  }

  deinit { zip_fclose(file) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
    left -= Int(count)
    guard count >= 0, left >= 0 else { throw ZipArchive.damaged }
    return Int(count)
  }
}

extension UnsafeMutableRawBufferPointer {
  /// All that a source gives.
  fileprivate static func whole(_ source: ByteSource, atMost limit: Int) throws
    -> UnsafeMutableRawBufferPointer
  {
    var bytes = allocate(byteCount: 1 << 20, alignment: 16)
    var filled = 0
    do {
      while true {
        if filled == bytes.count {
          let wider = allocate(byteCount: Swift.min(limit + 1, bytes.count * 4), alignment: 16)
          wider.copyMemory(from: UnsafeRawBufferPointer(bytes))
          bytes.deallocate()
          bytes = wider
        }
        let count = try source(UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]))
        if count == 0 { break }
        filled += count
        if filled > limit {
          throw SheetFault(
            "the workbook is larger than \(limit / 1_000_000) MB",
            hint: "Try: save the sheet as CSV UTF-8, which may have any size")
        }
      }
    } catch {
      bytes.deallocate()
      throw error
    }
    return UnsafeMutableRawBufferPointer(start: bytes.baseAddress, count: filled)
  }

  fileprivate mutating func release() {
    deallocate()
    self = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }
}
