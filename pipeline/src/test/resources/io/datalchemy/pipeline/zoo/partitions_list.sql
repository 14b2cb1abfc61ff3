CREATE TABLE sale (id integer NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE sale_south PARTITION OF sale FOR VALUES IN ('PR', 'SC', 'RS');
CREATE TABLE sale_east PARTITION OF sale FOR VALUES IN ('SP', 'RJ');
CREATE TABLE maybe (id integer NOT NULL, region text) PARTITION BY LIST (region);
CREATE TABLE maybe_some PARTITION OF maybe FOR VALUES IN ('A', 'B');
CREATE TABLE maybe_none PARTITION OF maybe FOR VALUES IN (NULL, 'C');
