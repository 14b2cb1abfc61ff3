CREATE FUNCTION plain(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT replace($1, '-', '')$$;
CREATE TABLE page (id integer PRIMARY KEY, title text NOT NULL);
CREATE UNIQUE INDEX page_plain_title ON page (plain(title));
