// Scoring: the room's front door.
