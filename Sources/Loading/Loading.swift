// Loading: the room's front door.
