// Sampling: the room's front door.
