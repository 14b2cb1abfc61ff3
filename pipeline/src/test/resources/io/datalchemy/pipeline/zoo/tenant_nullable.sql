-- Shared columns three tables deep, where the keys that are picked first may be NULL.
CREATE TABLE tenant (id integer PRIMARY KEY);
CREATE TABLE site (
  tenant_id integer NOT NULL REFERENCES tenant, id integer NOT NULL, PRIMARY KEY (tenant_id, id));
CREATE TABLE room (
  tenant_id integer NOT NULL, site_id integer NOT NULL, id integer NOT NULL,
  PRIMARY KEY (tenant_id, site_id, id),
  FOREIGN KEY (tenant_id, site_id) REFERENCES site);
CREATE TABLE device (
  tenant_id integer NOT NULL, id integer NOT NULL, site_id integer, room_id integer,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenant,
  FOREIGN KEY (tenant_id, site_id, room_id) REFERENCES room);
CREATE TABLE reading (
  id integer PRIMARY KEY, tenant_id integer, device_id integer, site_id integer,
  FOREIGN KEY (tenant_id, device_id) REFERENCES device,
  FOREIGN KEY (tenant_id, site_id) REFERENCES site);
