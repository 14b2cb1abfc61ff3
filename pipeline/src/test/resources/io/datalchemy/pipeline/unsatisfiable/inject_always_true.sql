-- rows: 3
-- rule: {"type": "inject", "schema": "public", "table": "priced", "constraint": "priced_price", "rate": 0.1}
-- error /rules/0: public.priced: check priced_price: cannot be broken alone: none of the first 3 rows can [injection_impossible]; remove the rule, or break another constraint
CREATE TABLE priced (id integer PRIMARY KEY, price integer CONSTRAINT priced_price CHECK (price > 0 OR price <= 0));
