// The words every room speaks: people, schools, needs, judgements, plans.
//
// Types here are already true: a `URN`, a `TRN`, a `Day` is parsed once, at the door, and never
// again a string. Nothing here knows a database, a file, a clock or a terminal.
//
// - Identifiers: `URN`, `TRN`, `PersonNumber`, `NeedReference`, `PlaceKey`.
// - Quantities in whole numbers: `Day`, `DaySpan`, `HalfDays`, `FTE`, `Points`.
// - What is stored: `School`, `Setting`, `Person`, `Designation`, `Need`, `Release`, `Cluster`.
// - What is concluded: `Judgement` (eligible with lines, or barred), `Proposal`, `Plan`.
// - What is decided by an organisation: `Policy`, `Vocabulary`.
// - The joint plan as a problem of parts, homes and rows, its answer and the evidence for its bound:
//   `JointProblem`, `JointSolution`, `JointProof`.
