CREATE TABLE tenant (id integer PRIMARY KEY);
CREATE TABLE product (
  tenant_id integer REFERENCES tenant, id integer, PRIMARY KEY (tenant_id, id));
CREATE TABLE tag (
  tenant_id integer REFERENCES tenant, id integer, PRIMARY KEY (tenant_id, id));
CREATE TABLE product_tag (
  tenant_id integer, product_id integer, tag_id integer,
  PRIMARY KEY (tenant_id, product_id, tag_id),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product,
  FOREIGN KEY (tenant_id, tag_id) REFERENCES tag);
