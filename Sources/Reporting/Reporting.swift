// Reporting: what a person or a spreadsheet gets to see.
//
// Everything here is pure: values in, text or bytes out. Where the text goes, how wide the terminal
// is, what NO_COLOR says and what time it is are told by Commands.
//
//   for people     Table             aligned columns, cut to a terminal's width only when told one
//                  Paragraph         a sentence wrapped under a hanging indent
//                  Phrase            counts, lists, durations and sizes as people say them
//                  Style             bold, dim and three colours, or none of them
//                  Progress          the line that is rewritten while a load runs
//   for programs   JSON              ordered, with field selection
//                  CSVWriter         RFC 4180, no cell a spreadsheet would execute
//                  Table.plainText   tab-separated, for `cut` and `awk`
//
// Two verbs guard the doors: `shown` makes any text harmless on a terminal, and `unneutralised`
// takes back, on re-import, exactly what `CSVWriter` put in front of a formula.
// Table, Paragraph and Progress call `shown` themselves; Style does not, and styles what it is given.
//
// No Foundation: loading it would cost every command more time than most of them run.
