-- rows: 3
-- rule: {"type": "inject", "schema": "public", "table": "priced", "column": "price", "rate": 0.1}
-- error /rules/0: public.priced.price: cannot be broken alone: price may be NULL [injection_impossible]; remove the rule, or break another constraint
CREATE TABLE priced (id integer PRIMARY KEY, price integer);
