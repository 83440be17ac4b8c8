// Solvers: the room's front door.
