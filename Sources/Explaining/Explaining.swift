// Explaining: why this person, why not me, what would have to change, what is scarce. Pure: no file, clock,
// database or solver.
//
// The room is handed `Solving`, which makes the best plan of a `World` (data and policy together). Every
// answer is the difference between two plans that were made, never a price, which is only a bound:
//
// - `CostOfChoosing`: the plan made again with a line pinned.
// - `ChangeSearch`: the smallest change of each kind with which the plan places somebody.
// - `Scarcity`: what one more day, person or supervisor would win.
// - `Usage`: what a plan uses up, and so what keeps a part out of it.
