CREATE TABLE parent (id integer PRIMARY KEY);
CREATE TABLE folded (
  id integer PRIMARY KEY, name text NOT NULL, login varchar(20), code varchar(12) NOT NULL,
  parent_id integer REFERENCES parent, kind integer);
CREATE UNIQUE INDEX ON folded (lower(btrim(name)));
CREATE UNIQUE INDEX ON folded (COALESCE(login, ''));
CREATE UNIQUE INDEX ON folded (md5(code));
CREATE UNIQUE INDEX ON folded (COALESCE(parent_id, 0), lower(code));
CREATE UNIQUE INDEX ON folded (reverse(upper(code)));
CREATE TABLE dated (
  id integer PRIMARY KEY, opened_at timestamp NOT NULL, closed_at timestamptz, month date NOT NULL);
CREATE UNIQUE INDEX ON dated ((opened_at::date));
CREATE UNIQUE INDEX ON dated (((closed_at AT TIME ZONE 'America/Sao_Paulo')::date));
CREATE TABLE joined (
  id integer PRIMARY KEY, a integer NOT NULL, b text NOT NULL, c integer NOT NULL, d integer);
CREATE UNIQUE INDEX ON joined (((a::text || '-') || b));
CREATE UNIQUE INDEX ON joined ((c::bigint));
CREATE UNIQUE INDEX ON joined (b, length(b));
