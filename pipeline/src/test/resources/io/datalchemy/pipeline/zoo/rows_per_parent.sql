CREATE TABLE customer (id integer PRIMARY KEY);
CREATE TABLE invoice (
  customer_id integer NOT NULL REFERENCES customer, number smallint NOT NULL,
  PRIMARY KEY (customer_id, number));
CREATE TABLE invoice_line (
  customer_id integer, number smallint, line smallint CHECK (line > 0), note text,
  PRIMARY KEY (customer_id, number, line),
  FOREIGN KEY (customer_id, number) REFERENCES invoice);
CREATE TABLE color (id integer PRIMARY KEY, label char(1) NOT NULL);
CREATE TABLE tag (
  invoice_customer integer NOT NULL, invoice_number smallint NOT NULL,
  grade text NOT NULL CHECK (grade IN ('a', 'b', 'c')),
  UNIQUE (invoice_customer, invoice_number, grade),
  FOREIGN KEY (invoice_customer, invoice_number) REFERENCES invoice);
