CREATE TABLE tenant (id integer PRIMARY KEY);
CREATE TABLE customer (
  tenant_id integer NOT NULL, id integer NOT NULL, code char(6) NOT NULL UNIQUE,
  PRIMARY KEY (tenant_id, id));
CREATE TABLE seller (tenant_id integer NOT NULL, id integer NOT NULL, PRIMARY KEY (tenant_id, id));
CREATE TABLE purchase (
  id integer PRIMARY KEY, tenant_id integer NOT NULL, customer_id integer NOT NULL,
  seller_id integer, customer_code text, parent_id integer, CHECK (parent_id <> id));
