import Testing

@testable import Loading

/// The hash of a file is the SHA-256 that everybody else computes of it (FIPS 180-4's examples).
@Suite struct FileHashTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `is the public one, whatever pieces the bytes come in`(text: String, hash: String) throws {
    for pieces in [1 << 20, 1000, 63, 64, 65] {
      #expect(try fileHash(source(Array(text.utf8), pieces: pieces)) == hash)
    }
  }
}
