CREATE TABLE tenant (id integer PRIMARY KEY);
CREATE TABLE orders (
  tenant_id integer REFERENCES tenant, id integer, PRIMARY KEY (tenant_id, id));
CREATE TABLE order_line (
  tenant_id integer NOT NULL REFERENCES tenant, order_id integer, line integer,
  PRIMARY KEY (tenant_id, order_id, line),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders);
CREATE TABLE warehouse (
  tenant_id integer REFERENCES tenant, id integer, PRIMARY KEY (tenant_id, id));
CREATE TABLE shipment_item (
  id integer PRIMARY KEY,
  tenant_id integer NOT NULL REFERENCES tenant,
  order_id integer NOT NULL, line integer NOT NULL, warehouse_id integer NOT NULL,
  FOREIGN KEY (tenant_id, order_id, line) REFERENCES order_line,
  FOREIGN KEY (tenant_id, warehouse_id) REFERENCES warehouse);
CREATE TABLE invoice_line (
  id integer PRIMARY KEY,
  tenant_id integer NOT NULL, order_id integer NOT NULL, line integer NOT NULL,
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders,
  FOREIGN KEY (tenant_id, order_id, line) REFERENCES order_line);
CREATE TABLE payment (
  id integer PRIMARY KEY,
  tenant_id integer NOT NULL REFERENCES tenant, order_id integer,
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders);
CREATE TABLE return_line (
  id integer PRIMARY KEY,
  tenant_id integer NOT NULL REFERENCES tenant,
  order_id integer NOT NULL, line integer, warehouse_id integer,
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders,
  FOREIGN KEY (tenant_id, order_id, line) REFERENCES order_line,
  FOREIGN KEY (tenant_id, warehouse_id) REFERENCES warehouse);
CREATE TABLE return_part (
  id integer PRIMARY KEY,
  tenant_id integer NOT NULL REFERENCES tenant,
  order_id integer NOT NULL, line integer NOT NULL,
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders,
  FOREIGN KEY (tenant_id, order_id, line) REFERENCES order_line);
