CREATE TABLE tenant (id integer PRIMARY KEY);
CREATE TABLE account (id integer PRIMARY KEY, parent_id integer REFERENCES account);
CREATE TABLE place (id integer PRIMARY KEY, within_id integer NOT NULL REFERENCES place);
CREATE TABLE folder (
  tenant_id integer NOT NULL REFERENCES tenant,
  id integer NOT NULL,
  parent_id integer,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES folder (tenant_id, id));
