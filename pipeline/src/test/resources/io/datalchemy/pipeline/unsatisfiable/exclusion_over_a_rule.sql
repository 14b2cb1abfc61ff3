-- rows: 10
-- rule: {"type": "column_generator", "schema": "public", "table": "booking", "column": "during", "generator": {"id": "primitive.constant", "params": {"value": "[2026-01-01,2026-01-02)"}}}
-- error /targets/0: public.booking: exclusion booking_room_during_excl cannot be held: only equal columns WITH = and one range WITH && are understood, over columns that a generator fills [unsupported_constraint]; leave out the rules on its columns, or leave the table out
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE booking (id serial PRIMARY KEY, room int NOT NULL, during daterange NOT NULL, EXCLUDE USING gist (room WITH =, during WITH &&));
