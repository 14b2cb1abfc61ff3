package io.datalchemy.type;

/** The families of column types, by how their values are made and written. */
public enum TypeFamily {
  BOOLEAN,
  /** {@code smallint}, {@code integer}, {@code bigint}; {@link ValueType#maxInteger} bounds it. */
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
  /** Built-in range and multirange types. */
  RANGE,
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
