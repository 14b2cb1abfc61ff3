CREATE TABLE product (id integer PRIMARY KEY);
CREATE TABLE customer (id integer PRIMARY KEY, referrer_id integer);
ALTER TABLE customer ADD FOREIGN KEY (referrer_id) REFERENCES customer;
CREATE TABLE purchase (
  id integer PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES customer,
  coupon_id integer REFERENCES product,
  gift_id integer REFERENCES product,
  reviewer_id integer REFERENCES customer,
  seller_id integer NOT NULL REFERENCES customer);
CREATE TABLE tenant (id integer PRIMARY KEY);
CREATE TABLE author (
  tenant_id integer NOT NULL REFERENCES tenant, id integer NOT NULL, PRIMARY KEY (tenant_id, id));
CREATE TABLE article (
  id integer PRIMARY KEY, tenant_id integer NOT NULL REFERENCES tenant,
  author_id integer NOT NULL, editor_id integer,
  FOREIGN KEY (tenant_id, author_id) REFERENCES author,
  FOREIGN KEY (tenant_id, editor_id) REFERENCES author);
