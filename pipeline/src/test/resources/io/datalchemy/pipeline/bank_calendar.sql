-- Days on which banks are closed from 2023 to 2028: weekends, fixed holidays, and the movable ones
-- (Carnival, Good Friday, Corpus Christi) as the calendars of those years list them.
CREATE FUNCTION is_closed(dia date) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT extract(isodow FROM dia) > 5
    OR to_char(dia, 'MM-DD') IN
      ('01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '12-25')
    OR (to_char(dia, 'MM-DD') = '11-20' AND extract(year FROM dia) >= 2024)
    OR dia IN (
      '2023-02-20', '2023-02-21', '2023-04-07', '2023-06-08',
      '2024-02-12', '2024-02-13', '2024-03-29', '2024-05-30',
      '2025-03-03', '2025-03-04', '2025-04-18', '2025-06-19',
      '2026-02-16', '2026-02-17', '2026-04-03', '2026-06-04',
      '2027-02-08', '2027-02-09', '2027-03-26', '2027-05-27',
      '2028-02-28', '2028-02-29', '2028-04-14', '2028-06-15')
$$;
