-- Pinned for this transaction, so that names and literals print the same for everybody: with an
-- empty search path all but pg_catalog is qualified. All of it is undone at the end.
SELECT set_config('search_path', '', true),
       set_config('TimeZone', 'UTC', true),
       set_config('DateStyle', 'ISO, YMD', true),
       set_config('IntervalStyle', 'postgres', true),
       set_config('extra_float_digits', '1', true),
       set_config('bytea_output', 'hex', true),
       set_config('lc_monetary', 'C', true),
       set_config('quote_all_identifiers', 'off', true),
       set_config('standard_conforming_strings', 'on', true)
