import Foundation
import PackagePlugin

/// Feeds a target's `.sql` and `.yaml` files, in path order, to `EmbedText`.
@main
struct EmbedTextPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folder = target.directoryURL
    let texts =
      (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL } ?? [])
      .filter { ["sql", "yaml"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appendingPathComponent("Embedded.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(texts.count) texts of \(target.name)",
        executable: try context.tool(named: "EmbedText").url,
        arguments: [output.path, folder.path] + texts.map(\.path),
        inputFiles: texts, outputFiles: [output])
    ]
  }
}
