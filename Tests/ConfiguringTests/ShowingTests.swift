import Configuring
import Testing

@Suite struct `What is shown` {
  @Test func `says every value and where it comes from`() {
    let shown = configuration("weights", "weights:\n  distance: 250\n").shown()
    #expect(shown.contains("  weights.distance: 250  (/own/weights.yaml, line 2)\n"))
    #expect(shown.contains("  weights.specialism: 200  (default)\n"))
    #expect(
      shown.contains(
        "  rules.own-cluster.reason: \"families help each other by default\"  (default)\n"))
    #expect(shown.contains("    - {words: exchange, kind: secondment}  (default)\n"))
  }

  @Test func `tells added names from shipped ones`() {
    let shown = configuration("roles", "roles: [Mentor]").shown()
    #expect(shown.contains("    - {Coach: [leadership coach]}  (default)\n"))
    #expect(shown.contains("    - Mentor  (/own/roles.yaml, line 1)\n"))
  }

  @Test func `holds no password`() {
    let shown = configuration("connection", "conninfo: \"password = hunter2\"").shown()
    #expect(!shown.contains("hunter2"))
    #expect(shown.contains("conninfo: withheld"))
  }

  @Test func `says why a file is refused and goes on`() {
    let shown = configuration("roles", "rolls: [Mentor]").shown()
    #expect(shown.contains("/own/roles.yaml, line 1: roles has no key \"rolls\""))
    #expect(shown.contains("  penalties.high: 1500  (default)\n"))
  }
}
