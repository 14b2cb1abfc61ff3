-- A small ERP and CRM with English names, as such systems write them.
CREATE TABLE countries (
  id serial PRIMARY KEY,
  iso_code char(2) NOT NULL,
  country_name varchar(60) NOT NULL
);
CREATE TABLE customers (
  customer_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  first_name varchar(60) NOT NULL,
  last_name varchar(60) NOT NULL,
  email_address varchar(120) NOT NULL UNIQUE,
  phone_number varchar(20),
  mobile varchar(20),
  tax_id varchar(14),
  date_of_birth date,
  gender char(1),
  marital_status varchar(20),
  street_address varchar(120),
  address_line_2 varchar(60),
  city varchar(60),
  state_code char(2),
  zip_code varchar(10),
  country_code char(2),
  credit_limit numeric(12,2),
  loyalty_points integer,
  customer_status varchar(20) NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  opted_out boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  last_login_at timestamptz
);
CREATE TABLE suppliers (
  supplier_id serial PRIMARY KEY,
  supplier_name varchar(120) NOT NULL,
  legal_name varchar(120) NOT NULL,
  company_tax_number char(14),
  contact_name varchar(80),
  contact_email varchar(120),
  contact_phone varchar(20),
  website varchar(200),
  postal_code varchar(10),
  onboarded_on date
);
CREATE TABLE employees (
  employee_id serial PRIMARY KEY,
  full_name varchar(120) NOT NULL,
  work_email varchar(120) NOT NULL,
  job_title varchar(60),
  department_name varchar(60),
  salary numeric(10,2) NOT NULL,
  hire_date date NOT NULL,
  termination_date date,
  birth_dt date,
  home_phone varchar(20),
  emergency_contact_name varchar(80),
  emergency_contact_phone varchar(20),
  bank_account_number varchar(12),
  employment_status varchar(20)
);
CREATE TABLE products (
  product_id serial PRIMARY KEY,
  sku varchar(12) NOT NULL UNIQUE,
  product_name varchar(120) NOT NULL,
  description text,
  unit_price numeric(10,2) NOT NULL,
  cost_price numeric(10,2),
  list_price_usd numeric(10,2),
  weight_kg numeric(8,3),
  stock_qty integer,
  is_discontinued boolean NOT NULL DEFAULT false,
  launched_on date
);
CREATE TABLE orders (
  order_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers,
  order_number varchar(20) NOT NULL UNIQUE,
  order_date timestamp NOT NULL,
  paid_at timestamp,
  shipped_at timestamp,
  delivered_at timestamp,
  cancelled_at timestamp,
  order_status varchar(20) NOT NULL,
  payment_method varchar(20),
  shipping_cost numeric(10,2),
  discount_amount numeric(10,2),
  tax_amount numeric(10,2),
  total_amount numeric(12,2) NOT NULL,
  currency_code char(3),
  shipping_address varchar(120),
  billing_address varchar(120),
  ship_to_city varchar(60),
  ship_to_state char(2),
  notes text
);
CREATE TABLE order_items (
  order_id bigint NOT NULL REFERENCES orders,
  line_number integer NOT NULL,
  product_id integer NOT NULL REFERENCES products,
  quantity integer NOT NULL,
  unit_price numeric(10,2) NOT NULL,
  discount numeric(5,2),
  line_total numeric(12,2) NOT NULL,
  PRIMARY KEY (order_id, line_number)
);
CREATE TABLE invoices (
  invoice_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id bigint NOT NULL REFERENCES orders,
  invoice_number varchar(20) NOT NULL,
  issue_date date NOT NULL,
  due_date date NOT NULL,
  paid_date date,
  invoice_status varchar(20) NOT NULL,
  amount_due numeric(12,2) NOT NULL,
  amount_paid numeric(12,2),
  late_fee numeric(8,2)
);
CREATE TABLE leads (
  lead_id serial PRIMARY KEY,
  lead_name varchar(120) NOT NULL,
  company_name varchar(120),
  lead_email varchar(120),
  lead_phone varchar(20),
  lead_source varchar(20),
  lead_status varchar(20),
  stage varchar(20),
  estimated_value numeric(12,2),
  expected_close_date date,
  owner_name varchar(80),
  start_date date,
  end_date date
);
CREATE TABLE tickets (
  ticket_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers,
  subject varchar(120),
  requester_email varchar(120),
  status varchar(20) NOT NULL,
  priority varchar(10),
  opened_at timestamptz NOT NULL,
  resolved_at timestamptz,
  closed_at timestamptz,
  refund_amount numeric(10,2)
);
