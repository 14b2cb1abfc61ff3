package io.datalchemy.select;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.fixture.CatalogueFixture;
import io.datalchemy.fixture.SchemaFixture;
import io.datalchemy.fixture.TableFixture;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordGroupsTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 15);

  /** The groups of a table, as {@code entity: column part, …; …}. */
  private static String groups(String table, String... columns) {
    TableFixture fixture = new TableFixture(table);
    for (String column : columns) {
      String[] nameAndType = column.split(": ", -1);
      fixture.column(nameAndType[0], nameAndType.length > 1 ? nameAndType[1] : "text");
    }
    DatabaseSchema schema =
        new SchemaFixture()
            .table("s", fixture)
            .enumType("s", "sexo_t", "masculino", "feminino")
            .build();
    return new GeneratorSelector(schema, CatalogueFixture.whole(), AS_OF)
        .records(schema.table(new TableId("s", table)).orElseThrow()).stream()
            .map(RecordGroupsTest::told)
            .collect(Collectors.joining("; "));
  }

  private static String told(RecordGroup group) {
    return group.entity()
        + ": "
        + group.members().stream()
            .map(m -> m.column() + " " + m.kind() + "." + m.part())
            .collect(Collectors.joining(", "));
  }

  @Test
  void columnsThatStandAloneAreInNoGroup() {
    assertEquals("", groups("loja", "id: int4", "cidade", "nome_fantasia"));
    assertEquals("", groups("pedido", "cliente_nome", "entrega_cidade", "cobranca_uf"));
    assertEquals("", groups("cliente", "nome", "cpf"));
    assertEquals("", groups("obra", "logradouro", "bairro", "descricao"));
  }

  @Test
  void placesOfOneRowAreOneGroup() {
    assertEquals(
        ": cidade address.city, uf address.uf, cep address.cep, telefone address.phone",
        groups("loja", "cidade", "uf: bpchar(2)", "cep", "telefone"));
    assertEquals(
        ": nm_municipio address.city, sg_uf address.uf, nr_cep address.cep, cd_ibge address.ibge_code",
        groups(
            "TB_ENDERECO",
            "nm_municipio",
            "sg_uf: bpchar(2)",
            "nr_cep: bpchar(8)",
            "cd_ibge: int4"));
    assertEquals(": cpf person.cpf, telefone address.phone", groups("cliente", "cpf", "telefone"));
  }

  @Test
  void englishNamesAreReadTheSame() {
    assertEquals(
        ": city address.city, state address.uf, zip_code address.cep, phone address.phone",
        groups("store", "city", "state: bpchar(2)", "zip_code", "phone"));
    assertEquals(
        ": first_name person.first_name, last_name person.last_name, gender person.sex,"
            + " birth_date person.birth_date, email person.email",
        groups("customers", "first_name", "last_name", "gender", "birth_date: date", "email"));
  }

  @Test
  void prefixesAndSuffixesTellRecordsApart() {
    assertEquals(
        "cobranca: cobranca_cidade address.city, cobranca_uf address.uf;"
            + " entrega: cidade_entrega address.city, cep_entrega address.cep",
        groups(
            "pedido",
            "cobranca_cidade",
            "cobranca_uf: bpchar(2)",
            "cidade_entrega",
            "cep_entrega"));
    assertEquals(
        "billing: billing_city address.city, billing_zip address.cep;"
            + " frete: shipping_city address.city, shipping_zip address.cep",
        groups("orders", "billing_city", "billing_zip", "shipping_city", "shipping_zip"));
  }

  @Test
  void wordsOfTheTableTellNothing() {
    assertEquals(
        ": nome_cliente person.name, sexo_cliente person.sex",
        groups("clientes", "nome_cliente", "sexo_cliente"));
  }

  @Test
  void phonesOfTheirOwnKindBelongToThePlace() {
    assertEquals(
        ": cidade address.city, telefone_comercial address.phone, celular address.phone",
        groups("cliente", "cidade", "telefone_comercial", "celular"));
  }

  @Test
  void aParentsNameBelongsToTheChild() {
    assertEquals(
        ": nome person.name, nome_mae person.mother_name, nome_pai person.father_name",
        groups("aluno", "nome", "nome_mae", "nome_pai"));
    assertEquals(
        "mae: nome_mae person.name, nascimento_mae person.birth_date",
        groups("aluno", "nome", "nome_mae", "nascimento_mae: date"));
  }

  @Test
  void companiesAreKnownByTheirNames() {
    assertEquals(
        ": razao_social company.name, nome_fantasia company.trade_name, email company.email,"
            + " site company.url",
        groups("empresa", "razao_social", "nome_fantasia", "cnpj", "email", "site"));
  }

  @Test
  void streetsAreAPartWhereTheNumberHasAColumn() {
    assertEquals(
        ": logradouro address.street, numero address.number",
        groups("endereco", "logradouro", "numero", "bairro"));
  }

  @Test
  void enumsAreReadAsTheirLabelsWouldBe() {
    assertEquals(": nome person.name, sexo person.sex", groups("pessoa", "nome", "sexo: s.sexo_t"));
  }
}
