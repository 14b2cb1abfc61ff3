CREATE TABLE artist (id serial PRIMARY KEY);
CREATE TABLE release (id serial PRIMARY KEY);
CREATE TABLE credit (
  is_track boolean NOT NULL,
  artist integer NOT NULL REFERENCES artist,
  release integer NOT NULL REFERENCES release,
  label text NOT NULL
) PARTITION BY LIST (is_track);
CREATE TABLE credit_track PARTITION OF credit FOR VALUES IN (true);
CREATE TABLE credit_other PARTITION OF credit FOR VALUES IN (false);
CREATE UNIQUE INDEX ON credit_track (release, artist);
CREATE UNIQUE INDEX ON credit_other (release, artist);
