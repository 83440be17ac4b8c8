// Matching: the room's front door.
