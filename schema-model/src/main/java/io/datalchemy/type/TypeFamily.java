package io.datalchemy.type;

/** The families of column types, by how their values are made and written. */
public enum TypeFamily {
  BOOLEAN,
  /** Whole numbers, {@code oid} and its kin too; {@link ValueType#maxInteger} bounds it. */
  INTEGER,
  /** {@code numeric} and {@code money}, as an unscaled long and a scale. */
  DECIMAL,
  /** {@code real} and {@code double precision}. */
  FLOAT,
  DATE,
  TIME,
  TIMESTAMP,
  TIMESTAMPTZ,
  /** {@code text}, {@code varchar}, {@code char}, {@code citext}, {@code name}. */
  TEXT,
  ENUM,
  UUID,
  BYTEA,
  /** {@code json} and {@code jsonb}. */
  JSON,
  ARRAY,
  INTERVAL,
  /** {@code timetz}. */
  TIMETZ,
  /** {@code inet} and {@code cidr}. */
  INET,
  /** {@code macaddr} and {@code macaddr8}. */
  MACADDR,
  /** {@code bit} and {@code varbit}. */
  BIT,
  /** {@code xml}. */
  XML,
  /** Range and multirange types, built in or not. */
  RANGE,
  /** Composite types, as the text of a row: {@code (a,b)}. */
  COMPOSITE,
  /**
   * Types whose values have a notation of their own: geometry, names of the catalogue's objects,
   * places in the log, search queries, and the types of several extensions.
   */
  NOTATION,
  /** Anything else: no generator of ours makes it. */
  OTHER;

  /** Whether values are held as a {@code long}; all others are held as UTF-8 text. */
  public boolean isLong() {
    return switch (this) {
      case BOOLEAN, INTEGER, DECIMAL, FLOAT, DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> true;
      default -> false;
    };
  }
}
