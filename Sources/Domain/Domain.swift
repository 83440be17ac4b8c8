// Domain: the room's front door.
