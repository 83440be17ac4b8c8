/// A post that a secondment leaves is covered where the home school says so: where plans cover no post at
/// all, nobody can leave one. Whether somebody covers it otherwise is for the joint plan to find.
enum CoverRule: HardRule {
  static func bars(_ pair: Pair) -> Bool {
    pair.opensPost && pair.facts.longestCoverChain == 0
  }

  static func because(_ pair: Pair) -> String {
    "\(pair.homePlace?.name ?? "") needs the post of \(pair.candidate.role ?? "") covered, and plans "
      + "cover none"
  }
}
