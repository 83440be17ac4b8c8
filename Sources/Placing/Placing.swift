// Placing: the room's front door.
