// Commands: the room's front door.
