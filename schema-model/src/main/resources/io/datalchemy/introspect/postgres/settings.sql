-- Pinned for this transaction, so that names and literals print the same for everybody: with an
-- empty search path all but pg_catalog is qualified. All of it is undone at the end. Until then
-- the user's own path holds, so the functions here are qualified too.
SELECT pg_catalog.set_config('search_path', '', true),
       pg_catalog.set_config('TimeZone', 'UTC', true),
       pg_catalog.set_config('DateStyle', 'ISO, YMD', true),
       pg_catalog.set_config('IntervalStyle', 'postgres', true),
       pg_catalog.set_config('extra_float_digits', '1', true),
       pg_catalog.set_config('bytea_output', 'hex', true),
       pg_catalog.set_config('lc_monetary', 'C', true),
       pg_catalog.set_config('quote_all_identifiers', 'off', true),
       pg_catalog.set_config('standard_conforming_strings', 'on', true)
