// Storing: the room's front door.
