// Configuring: the room's front door.
