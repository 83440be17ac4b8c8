// Postgres: how this program talks to PostgreSQL. It knows libpq and nothing of schools.
//
//   Connection       one session: statements, transactions, COPY in and out
//   Statement        SQL, its parameters and the row it decodes, side by side
//   Parameters       what a statement sends, in binary, with explicit types
//   RowReader        what a row holds, column by column, in order
//   CopyWriter       rows on their way into COPY
//   PostgresError    what went wrong, as one plain sentence that quotes nobody's data
//   mismatches(of:)  what a statement says against what the database says, for a test
//   PrivateCluster   the PostgreSQL a newcomer gets without asking
//
// A round trip is one call of libpq: timeouts travel in the startup packet, values in binary, and a
// statement that is used often is prepared by itself. Nothing here imports Foundation, so that a
// command starts in milliseconds.
