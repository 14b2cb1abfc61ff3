-- One spelling of every value, whatever the server's settings; rows that a policy hides are an error.
SELECT set_config('search_path', 'pg_catalog', true),
       set_config('datestyle', 'ISO', true),
       set_config('intervalstyle', 'postgres', true),
       set_config('bytea_output', 'hex', true),
       set_config('extra_float_digits', '3', true),
       set_config('timezone', 'UTC', true),
       set_config('row_security', 'off', true)
