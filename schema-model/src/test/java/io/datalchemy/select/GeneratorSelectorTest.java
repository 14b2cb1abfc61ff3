package io.datalchemy.select;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.fixture.CatalogueFixture;
import io.datalchemy.fixture.SchemaFixture;
import io.datalchemy.fixture.TableFixture;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.type.ValueTypes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorSelectorTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 15);
  private static final CatalogueFixture CATALOGUE = CatalogueFixture.whole();

  @ParameterizedTest
  @CsvSource({
    "names.tsv,185,''",
    "other-names.tsv,86,'paciente.dt_ultima_consulta: date, tickets.assigned_to: -'",
  })
  void readsNamesAsAPersonWouldButForThese(String list, int count, String misread) {
    List<String[]> names = Resource.rows(list);
    String wrong =
        names.stream()
            .filter(row -> !meaning(row[0], row[1]).equals(row[2]))
            .map(row -> row[0] + ": " + meaning(row[0], row[1]))
            .collect(Collectors.joining(", "));

    assertEquals(count, names.size());
    assertEquals(misread, wrong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "preco | numeric(10,2) | primitive.decimal.numeric {max=500, min=5}",
        "preco | numeric(4,2) | primitive.decimal.numeric {max=99.99, min=5}",
        "preco | int4 | primitive.int.range {max=500, min=5}",
        "preco | float8 | primitive.float.range {max=500, min=5}",
        "percentual | numeric(5,2) | primitive.decimal.numeric {max=100, min=0}",
        "percentual | numeric(4,2) | primitive.decimal.numeric {max=99.99, min=0}",
        "percentual | numeric(5,4) | primitive.decimal.numeric {max=1, min=0}",
        "percentual | numeric(4,4) | primitive.decimal.numeric {max=0.9999, min=0}",
        "quantidade | int2 | primitive.int.range {max=20, min=1}",
        "ano | int2 | primitive.int.range {max=2026, min=2016}",
        "latitude | numeric(9,6) | primitive.decimal.numeric {max=5.27, min=-33.75}",
        "populacao | int2 | primitive.int.range {max=32767, min=1000}",
        "salario | numeric(5,2) | primitive.decimal.numeric {max=999.99, min=1}",
        "nascimento | date | primitive.date.range {max=\"2008-06-15\", min=\"1946-06-15\"}",
        "criado_em | timestamp | primitive.timestamp.range"
            + " {max=\"2026-06-15T00:00:00\", min=\"2023-06-15T00:00:00\"}",
        "criado_em | timestamptz | primitive.timestamp.range"
            + " {max=\"2026-06-15T00:00:00Z\", min=\"2023-06-15T00:00:00Z\"}",
        "status | varchar(20) | primitive.enum"
            + " {values=[\"pendente\",\"em_andamento\",\"concluido\",\"cancelado\"]}",
        "status | varchar(9) | primitive.enum"
            + " {values=[\"pendente\",\"concluido\",\"cancelado\"]}",
        "status | char(1) | primitive.enum {values=[\"A\",\"I\",\"P\"]}",
        "descricao | text | primitive.text.lorem {max_words=12, min_words=4}",
        "descricao | varchar(20) | primitive.text.lorem {max_words=2, min_words=2}",
        "descricao | varchar(5) | primitive.text.lorem {max_words=1, min_words=1}",
        "senha_hash | varchar(60) | primitive.text.pattern"
            + " {pattern=\"\\\\$2b\\\\$12\\\\$[./A-Za-z0-9]{53}\"}",
        "token | varchar(32) | primitive.text.pattern {pattern=\"[0-9a-f]{32}\"}",
        "ativo | bool | primitive.bool {true_rate=0.9}",
        "hora | time | primitive.time.range {max=\"18:00:00\", min=\"08:00:00\"}",
      })
  void fitsParametersToTheType(String column, String type, String call) {
    assertEquals(call, call(choose(new TableFixture("t").column(column, type), column)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bool | primitive.bool {}",
        "int2 | primitive.int.range {max=10000, min=1}",
        "numeric(4,2) | primitive.decimal.numeric {max=99.99, min=1}",
        "numeric(10,2) | primitive.decimal.numeric {max=1000, min=1}",
        "float8 | primitive.float.range {max=1000, min=1}",
        "date | primitive.date.range {max=\"2026-06-15\", min=\"2023-06-15\"}",
        "time | primitive.time {}",
        "text | primitive.text.lorem {max_words=6, min_words=1}",
        "varchar(20) | primitive.text.lorem {max_words=2, min_words=1}",
        "varchar(3) | primitive.text.pattern {pattern=\"[A-Z]{3}\"}",
        "uuid | primitive.uuid.v4 {}",
        "bytea | primitive.bytes {}",
        "jsonb | primitive.json {}",
        "text[] | primitive.array {}",
        "interval | primitive.interval {}",
        "timetz | primitive.timetz {}",
        "inet | primitive.inet {}",
        "macaddr | primitive.macaddr {}",
        "varbit(8) | primitive.bit {}",
        "xml | primitive.xml {}",
        "daterange | primitive.range {}",
      })
  void fallsBackToTheType(String type, String call) {
    Optional<GeneratorChoice> choice = choose(new TableFixture("t").column("xyzzy", type), "xyzzy");

    assertEquals(call, call(choice));
    assertEquals(
        "the type " + type + " decides; the name tells no more", choice.orElseThrow().reason());
  }

  @Test
  void hasNothingForTypesThatNoGeneratorMakes() {
    assertEquals(Optional.empty(), choose(new TableFixture("t").column("nome", "point"), "nome"));
  }

  @Test
  void choosesTheLabelsOfAnEnum() {
    DatabaseSchema schema =
        new SchemaFixture()
            .enumType("s", "cor", "azul", "verde")
            .table("s", new TableFixture("t").column("cor", "s.cor"))
            .build();
    Table table = schema.schemas().get(0).tables().get(0);
    Column column = table.columns().get(0);
    GeneratorChoice choice =
        new GeneratorSelector(schema, CATALOGUE, AS_OF)
            .select(table, column, ValueTypes.of(column.columnType(), schema))
            .orElseThrow();

    assertEquals(GeneratorCall.of("primitive.enum"), choice.call());
    assertEquals(DecidedBy.TYPE, choice.decidedBy());
    assertEquals(0.9, choice.confidence());
  }

  @Test
  void passesOverGeneratorsThatTheCatalogueLacks() {
    TableFixture table = new TableFixture("envio").column("metodo_pagamento", "varchar(20)");
    GeneratorCatalogue without = CATALOGUE.without("domain.finance.payment_method");

    assertEquals(
        "domain.finance.payment_method {}", call(choose(table, "metodo_pagamento", CATALOGUE)));
    assertEquals(
        "primitive.enum {values=[\"pix\",\"boleto\",\"cartao\",\"dinheiro\"]}",
        call(choose(table, "metodo_pagamento", without)));
  }

  @Test
  void readsABareNameByItsTable() {
    assertEquals("person's name", meaning("vendedores.nome", "varchar(80)"));
    assertEquals("company name", meaning("tb_fornecedor.nm", "varchar(80)"));
    assertEquals("product name", meaning("PRODUCTS.Name", "varchar(80)"));
    assertEquals("city", meaning("municipios.nome", "varchar(80)"));
    assertEquals("state's name", meaning("estados.nome", "varchar(80)"));
    assertEquals("name", meaning("etapa_funil.nome", "varchar(80)"));
  }

  @Test
  void readsABareNameByItsNeighbours() {
    TableFixture person = new TableFixture("x").column("nome", "text").column("cpf", "char(11)");
    TableFixture company = new TableFixture("x").column("nome", "text").column("cnpj", "char(14)");

    assertEquals("semantic.br.name {}", call(choose(person, "nome")));
    assertEquals("semantic.br.company.name {}", call(choose(company, "nome")));
  }

  @Test
  void derivesTheLaterFromTheEarlierMoment() {
    TableFixture table =
        new TableFixture("tarefa")
            .column("criado_em", "timestamptz not null")
            .column("updated_at", "timestamptz not null")
            .column("dt_inicio", "date")
            .column("dt_fim", "date");

    assertEquals(
        "derive.updated_after_created {input_columns=[\"criado_em\"], max_days=90}",
        call(choose(table, "updated_at")));
    assertEquals(
        "the name reads as last change, derived from criado_em",
        choose(table, "updated_at").orElseThrow().reason());
    assertEquals(
        "derive.end_after_start {input_columns=[\"dt_inicio\"], max_days=30}",
        call(choose(table, "dt_fim")));
  }

  @Test
  void derivesNothingThatMightBeNullForAColumnThatMayNot() {
    TableFixture table =
        new TableFixture("tarefa").column("inicio", "date").column("fim", "date not null");

    assertEquals("primitive.date.range", choose(table, "fim").orElseThrow().call().id());
  }

  @Test
  void derivesMomentsFromTheSameTypeOnly() {
    TableFixture table =
        new TableFixture("tarefa").column("inicio", "date").column("fim", "timestamp");

    assertEquals("primitive.timestamp.range", choose(table, "fim").orElseThrow().call().id());
  }

  @Test
  void derivesTotalsFromPriceAndQuantity() {
    TableFixture table =
        new TableFixture("item")
            .column("qtd", "int4")
            .column("vl_unitario", "numeric(10,2)")
            .column("vl_total", "numeric(12,2)")
            .column("subtotal", "numeric(6,2)");

    assertEquals(
        "derive.money_total {input_columns=[\"vl_unitario\",\"qtd\"]}",
        call(choose(table, "vl_total")));
    assertEquals("primitive.decimal.numeric", choose(table, "subtotal").orElseThrow().call().id());
  }

  @Test
  void derivesNothingFromColumnsThatTheDatabaseComputes() {
    TableFixture table =
        new TableFixture("tarefa").generated("inicio", "date", "now()").column("fim", "date");

    assertEquals("primitive.date.range", choose(table, "fim").orElseThrow().call().id());
  }

  @Test
  void choosesForKeysOnlyWhatCanBeNumbered() {
    TableFixture free = person();
    TableFixture constrained = person().unique("email");
    TableFixture indexed = person().uniqueExpressionIndex("lower((email)::text)");

    assertEquals("derive.email_from_name", choose(free, "email").orElseThrow().call().id());
    assertEquals("semantic.br.email.safe {}", call(choose(constrained, "email")));
    assertEquals("semantic.br.email.safe {}", call(choose(indexed, "email")));
  }

  @Test
  void givesKeysWithoutAMeaningRoomEnough() {
    TableFixture table =
        new TableFixture("t")
            .column("a", "int8")
            .column("b", "varchar(30)")
            .column("c", "date")
            .column("d", "date")
            .unique("a")
            .unique("b")
            .unique("c")
            .unique("a", "d");

    assertEquals("primitive.int.range {max=999999999, min=1}", call(choose(table, "a")));
    assertEquals("primitive.text.pattern {pattern=\"[a-z0-9]{12}\"}", call(choose(table, "b")));
    assertEquals(
        "primitive.date.range {max=\"2026-06-15\", min=\"1926-06-15\"}", call(choose(table, "c")));
    assertEquals(
        "primitive.date.range {max=\"2026-06-15\", min=\"2023-06-15\"}", call(choose(table, "d")));
  }

  private static TableFixture person() {
    return new TableFixture("pessoa")
        .column("nome", "varchar(80) not null")
        .column("email", "varchar(80)");
  }

  private static String call(Optional<GeneratorChoice> choice) {
    GeneratorCall call = choice.orElseThrow().call();
    return call.id() + " " + call.params().values();
  }

  private static String meaning(String tableAndColumn, String type) {
    String[] names = tableAndColumn.split("\\.", 2);
    return choose(new TableFixture(names[0]).column(names[1], type), names[1])
        .filter(GeneratorChoice::isByName)
        .map(choice -> choice.reason().replace("the name reads as ", ""))
        .orElse("-");
  }

  private static Optional<GeneratorChoice> choose(TableFixture fixture, String column) {
    return choose(fixture, column, CATALOGUE);
  }

  private static Optional<GeneratorChoice> choose(
      TableFixture fixture, String column, GeneratorCatalogue catalogue) {
    DatabaseSchema schema = new SchemaFixture().table("s", fixture).build();
    Table table = schema.schemas().get(0).tables().get(0);
    Column found = table.column(column).orElseThrow();
    return new GeneratorSelector(schema, catalogue, AS_OF)
        .select(table, found, ValueTypes.of(found.columnType(), schema));
  }
}
