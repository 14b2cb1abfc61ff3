CREATE TABLE by_numeric (id numeric PRIMARY KEY);
CREATE TABLE by_numeric_scale (id numeric(12,2) PRIMARY KEY);
CREATE TABLE by_text (code text PRIMARY KEY CHECK (code ~ '^[A-Z]{3}-[0-9]{4}$'));
CREATE TABLE by_plain_text (code text PRIMARY KEY);
CREATE TABLE by_date (day date PRIMARY KEY);
CREATE TABLE by_timestamp (at timestamp PRIMARY KEY);
CREATE TABLE by_timestamptz (at timestamptz(0) PRIMARY KEY);
CREATE TABLE by_uuid (id uuid PRIMARY KEY);
ALTER TABLE by_uuid ALTER id SET DEFAULT gen_random_uuid(); -- since 13
CREATE TABLE by_bigint (id bigint PRIMARY KEY);
CREATE TABLE by_smallint (id smallint PRIMARY KEY);
CREATE TABLE by_float (id double precision PRIMARY KEY);
CREATE TABLE by_bytes (id bytea PRIMARY KEY);
CREATE TABLE by_inet (id inet PRIMARY KEY);
CREATE TABLE by_serial (id serial PRIMARY KEY);
