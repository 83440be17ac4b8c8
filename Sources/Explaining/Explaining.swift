// Explaining: the room's front door.
