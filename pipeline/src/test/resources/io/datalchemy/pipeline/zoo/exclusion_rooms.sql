CREATE EXTENSION btree_gist;
CREATE TABLE room (id integer PRIMARY KEY);
CREATE TABLE teacher (id integer PRIMARY KEY);
CREATE TABLE booking (
  id integer PRIMARY KEY, room_id integer NOT NULL REFERENCES room, during tstzrange NOT NULL,
  EXCLUDE USING gist (room_id WITH =, during WITH &&));
CREATE TABLE stay (
  id integer PRIMARY KEY, room_id integer NOT NULL REFERENCES room,
  arrival date NOT NULL, departure date NOT NULL, state text NOT NULL CHECK (state IN ('ok', 'off')),
  CHECK (arrival < departure),
  EXCLUDE USING gist (room_id WITH =, daterange(arrival, departure, '[]') WITH &&)
    WHERE (state = 'ok'));
CREATE TABLE lesson (
  id integer PRIMARY KEY,
  room_id integer NOT NULL REFERENCES room, teacher_id integer NOT NULL REFERENCES teacher,
  starts_at timestamp NOT NULL, ends_at timestamp NOT NULL,
  CHECK (starts_at < ends_at),
  UNIQUE (room_id, starts_at),
  EXCLUDE USING gist (room_id WITH =, tsrange(starts_at, ends_at) WITH &&),
  EXCLUDE USING gist (teacher_id WITH =, tsrange(starts_at, ends_at) WITH &&));
CREATE TABLE shift (
  id integer PRIMARY KEY, team smallint NOT NULL, kind text NOT NULL CHECK (kind IN ('a', 'b')),
  room_id integer REFERENCES room, during tsrange,
  EXCLUDE USING gist (team WITH =, kind WITH =, room_id WITH =, during WITH &&));
