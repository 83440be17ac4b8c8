// Reporting: the room's front door.
