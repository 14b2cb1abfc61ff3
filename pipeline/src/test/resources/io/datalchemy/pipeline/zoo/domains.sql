CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN small_positive AS positive CHECK (VALUE < 100) NOT NULL;
CREATE DOMAIN email AS varchar(60) CHECK (VALUE ~ '^[a-z0-9.]+@[a-z0-9.]+$');
CREATE DOMAIN work_email AS email CHECK (length(VALUE) > 8);
CREATE TABLE person (
  id positive PRIMARY KEY, age small_positive, mail email NOT NULL, work work_email,
  friend_id positive REFERENCES person);
