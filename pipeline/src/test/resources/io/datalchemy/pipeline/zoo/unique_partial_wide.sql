CREATE TABLE tenant (id integer PRIMARY KEY);
CREATE TABLE page (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id integer NOT NULL REFERENCES tenant,
  parent_id integer REFERENCES tenant,
  slug varchar(30) NOT NULL,
  code smallint NOT NULL,
  email text,
  is_main boolean NOT NULL,
  status text NOT NULL CHECK (status IN ('live', 'draft', 'gone')),
  deleted_at timestamptz);
CREATE UNIQUE INDEX ON page (tenant_id, slug) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX ON page (tenant_id, code) WHERE status <> 'gone';
CREATE UNIQUE INDEX ON page (email) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX ON page (lower(email)) WHERE email IS NOT NULL AND status = 'live';
CREATE UNIQUE INDEX ON page (tenant_id) WHERE is_main;
