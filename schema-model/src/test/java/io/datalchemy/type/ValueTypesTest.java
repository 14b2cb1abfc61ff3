package io.datalchemy.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Engine;
import io.datalchemy.schema.type.ColumnType;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.schema.type.EnumType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTypesTest {
  private static final ColumnType NUMERIC_5_2 =
      type("numeric(5,2)", "pg_catalog", "numeric", "", 0, 5, 2);

  private static final DatabaseSchema SCHEMA =
      new DatabaseSchema(
          "0.3",
          Engine.POSTGRES,
          Optional.empty(),
          List.of(),
          List.of(new EnumType("app", "cor", List.of("verde", "azul"))),
          List.of(
              domain("percentual", NUMERIC_5_2),
              domain("desconto", type("app.percentual", "app", "percentual", "", 0, 0, 0)),
              domain("lista", type("text[]", "pg_catalog", "_text", "text", 0, 0, 0))),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  @Test
  void keepsTheLimitsOfBuiltInTypes() {
    assertEquals(ValueType.numeric(5, 2), ValueTypes.of(NUMERIC_5_2, SCHEMA));
    assertEquals(
        ValueType.varchar(20),
        ValueTypes.of(
            type("character varying(20)", "pg_catalog", "varchar", "", 20, 0, 0), SCHEMA));
  }

  @Test
  void unwrapsDomainsOverDomains() {
    assertEquals(
        ValueType.numeric(5, 2),
        ValueTypes.of(type("app.desconto", "app", "desconto", "", 0, 0, 0), SCHEMA));
  }

  @Test
  void spellsOutEnums() {
    ValueType cor = ValueTypes.of(type("app.cor", "app", "cor", "", 0, 0, 0), SCHEMA);
    assertEquals(TypeFamily.ENUM, cor.family());
    assertEquals(List.of("verde", "azul"), cor.labels());
  }

  @Test
  void givesTheLimitsOfAnArrayToItsElements() {
    ValueType array =
        ValueTypes.of(
            type("character varying(8)[]", "pg_catalog", "_varchar", "varchar", 8, 0, 0), SCHEMA);
    assertEquals(TypeFamily.ARRAY, array.family());
    assertEquals(Optional.of(ValueType.varchar(8)), array.element());
  }

  @Test
  void seesTheArrayBehindADomain() {
    ValueType lista = ValueTypes.of(type("app.lista", "app", "lista", "", 0, 0, 0), SCHEMA);
    assertEquals(TypeFamily.ARRAY, lista.family());
    assertEquals(Optional.of(ValueType.text()), lista.element());
  }

  @Test
  void hasNoValuesForWhatItDoesNotKnow() {
    assertEquals(
        ValueType.of(TypeFamily.OTHER, "gtsvector"),
        ValueTypes.of(type("gtsvector", "pg_catalog", "gtsvector", "", 0, 0, 0), SCHEMA));
    assertEquals(
        ValueType.of(TypeFamily.OTHER, "ltree"),
        ValueTypes.of(type("app.ltree", "app", "ltree", "", 0, 0, 0), SCHEMA));
    assertEquals(
        ValueType.of(TypeFamily.OTHER, "endereco"),
        ValueTypes.of(type("app.endereco", "app", "endereco", "", 0, 0, 0), SCHEMA));
    assertEquals(
        ValueType.of(TypeFamily.TEXT, "citext"),
        ValueTypes.of(type("public.citext", "public", "citext", "", 0, 0, 0), SCHEMA));
  }

  private static Domain domain(String name, ColumnType base) {
    return new Domain("app", name, base, true, Optional.empty(), List.of(), Optional.empty());
  }

  private static ColumnType type(
      String dataType,
      String schema,
      String name,
      String element,
      int length,
      int precision,
      int scale) {
    return new ColumnType(
        dataType,
        schema,
        name,
        Optional.of(length).filter(n -> n > 0),
        Optional.of(precision).filter(n -> n > 0),
        Optional.of(scale).filter(n -> n > 0),
        Optional.empty(),
        Optional.empty(),
        element.isEmpty()
            ? Optional.empty()
            : Optional.of(new ColumnType.ElementType("pg_catalog", element)));
  }
}
