CREATE TABLE category (id integer PRIMARY KEY, parent_id integer REFERENCES category);
CREATE TABLE node (id integer PRIMARY KEY, root_id integer NOT NULL REFERENCES node);
CREATE TABLE employee (
  id integer PRIMARY KEY,
  manager_id integer REFERENCES employee,
  mentor_id integer REFERENCES employee,
  CHECK (manager_id <> id));
