-- rows of state: 2
-- rows of city: 20
-- rule: {"type": "inject", "schema": "public", "table": "city", "constraint": "city_state_fkey", "rate": 0.1}
-- error /rules/0: public.city: city_state_fkey: cannot be broken alone: the values of public.state.code are not numbered by its rows, so that none is known to be of no parent [injection_impossible]; remove the rule, or break another constraint
CREATE TABLE state (code text PRIMARY KEY CHECK (code IN ('a', 'b')));
CREATE TABLE city (id integer PRIMARY KEY, state text NOT NULL REFERENCES state);
