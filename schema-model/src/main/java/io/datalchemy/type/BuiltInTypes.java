package io.datalchemy.type;

import java.util.Map;
import java.util.TreeMap;

/** The families of the types that PostgreSQL and its usual extensions bring, by name. */
final class BuiltInTypes {
  private static final Map<String, TypeFamily> FAMILIES = new TreeMap<>();
  private static final Map<String, String> EXTENSIONS = new TreeMap<>();

  static {
    family(TypeFamily.BOOLEAN, "bool");
    family(TypeFamily.INTEGER, "int2", "int4", "int8", "oid", "xid", "cid", "xid8");
    family(TypeFamily.DECIMAL, "numeric", "money");
    family(TypeFamily.FLOAT, "float4", "float8");
    family(TypeFamily.DATE, "date");
    family(TypeFamily.TIME, "time");
    family(TypeFamily.TIMESTAMP, "timestamp");
    family(TypeFamily.TIMESTAMPTZ, "timestamptz");
    // Plain words are a valid document of tsvector: each becomes a lexeme.
    family(TypeFamily.TEXT, "text", "varchar", "bpchar", "name", "tsvector", "char", "refcursor");
    family(TypeFamily.UUID, "uuid");
    family(TypeFamily.BYTEA, "bytea");
    family(TypeFamily.JSON, "json", "jsonb");
    family(TypeFamily.INTERVAL, "interval");
    family(TypeFamily.TIMETZ, "timetz");
    family(TypeFamily.INET, "inet", "cidr");
    family(TypeFamily.MACADDR, "macaddr", "macaddr8");
    family(TypeFamily.BIT, "bit", "varbit");
    family(TypeFamily.XML, "xml");
    for (String subtype : new String[] {"int4", "int8", "num", "date", "ts", "tstz"}) {
      family(TypeFamily.RANGE, subtype + "range", subtype + "multirange");
    }
    notations("point", "line", "lseg", "box", "path", "polygon", "circle");
    notations("tsquery", "jsonpath", "pg_lsn", "pg_snapshot", "txid_snapshot", "tid");
    notations("int2vector", "oidvector", "aclitem");
    notations("regclass", "regtype", "regproc", "regprocedure", "regoper", "regoperator");
    notations("regrole", "regnamespace", "regconfig", "regdictionary", "regcollation");
    extension("ltree", "ltree", "lquery", "ltxtquery");
    extension("hstore", "hstore");
    extension("cube", "cube");
    extension("seg", "seg");
    extension("isn", "ean13", "isbn13", "ismn13", "issn13", "isbn", "ismn", "issn", "upc");
  }

  private BuiltInTypes() {}

  private static void family(TypeFamily family, String... names) {
    for (String name : names) {
      FAMILIES.put(name, family);
    }
  }

  private static void notations(String... names) {
    family(TypeFamily.NOTATION, names);
  }

  private static void extension(String extension, String... names) {
    for (String name : names) {
      EXTENSIONS.put(name, extension);
    }
  }

  /** The family of a type of {@code pg_catalog}. */
  static TypeFamily family(String name) {
    return FAMILIES.getOrDefault(name, TypeFamily.OTHER);
  }

  /** The extension that brings a type of that name, or an empty text. */
  static String extension(String name) {
    return EXTENSIONS.getOrDefault(name, "");
  }
}
