// Checking: the room's front door.
