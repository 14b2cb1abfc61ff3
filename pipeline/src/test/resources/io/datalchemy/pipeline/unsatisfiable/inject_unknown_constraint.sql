-- rows: 3
-- rule: {"type": "inject", "schema": "public", "table": "priced", "constraint": "priced_prise", "rate": 0.1}
-- error /rules/0/constraint: constraint 'priced_prise' of public.priced: not found in schema.json [unknown_constraint]; did you mean 'priced_price'?
CREATE TABLE priced (id integer PRIMARY KEY, price integer CONSTRAINT priced_price CHECK (price > 0));
