// Postgres: the room's front door.
