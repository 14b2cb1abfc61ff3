CREATE TABLE "Order" ("Id" integer PRIMARY KEY, "select" text NOT NULL, "a b" integer CHECK ("a b" > 3));
CREATE TABLE "user's ""own"" table" (
  "quote""d" integer PRIMARY KEY,
  "with.dot" integer NOT NULL REFERENCES "Order",
  "naïve çolumn" text,
  "comma, too" boolean NOT NULL);
CREATE TABLE a23456789_123456789_123456789_123456789_123456789_123456789_123 (
  b23456789_123456789_123456789_123456789_123456789_123456789_123 integer PRIMARY KEY,
  "group" text, "table" date, "user" text);
CREATE TABLE "a.b/../c" (" " integer PRIMARY KEY, "x
y" integer);
