CREATE TABLE event (id integer PRIMARY KEY, data jsonb NOT NULL);
CREATE UNIQUE INDEX event_key ON event ((data ->> 'key'));
