package io.datalchemy.schema;

/** The kind of database that a schema was read from. */
public enum Engine {
  POSTGRES,
  SQLITE,
  MYSQL
}
