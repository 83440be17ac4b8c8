/// The best choice found, with the bound proven on every other.
///
/// - Parameters:
///   - enough: a value known to be beyond every choice or good enough: the search ends when it is reached.
///   - isOver: asked now and then; when it says so the best choice so far is returned with its proven bound.
/// - Throws: `PackingError` when no choice to begin with was found.
public func bestPacking(
  _ problem: PackingProblem, from start: PackingStart = .init(), enough: Int = .max,
  effort: PackingEffort, isOver: @escaping () -> Bool = { false }
) throws(PackingError) -> PackingResult {
  let search = PackingSearch(problem, enough: enough, effort: effort, isOver: isOver)
  return try search.result(from: start)
}
