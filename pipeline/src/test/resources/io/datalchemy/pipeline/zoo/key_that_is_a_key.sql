CREATE TABLE party (id integer PRIMARY KEY, kind text);
CREATE TABLE person (id integer PRIMARY KEY REFERENCES party, name text);
CREATE TABLE customer (id integer PRIMARY KEY REFERENCES person, since date);
CREATE TABLE purchase (id integer PRIMARY KEY, customer_id integer NOT NULL REFERENCES customer);
