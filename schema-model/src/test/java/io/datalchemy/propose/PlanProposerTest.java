package io.datalchemy.propose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.datalchemy.fixture.CatalogueFixture;
import io.datalchemy.fixture.SchemaFixture;
import io.datalchemy.fixture.TableFixture;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.validation.PlanValidator;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlanProposerTest {
  private static final TableId UF = new TableId("loja", "uf");
  private static final TableId CLIENTE = new TableId("loja", "cliente");
  private static final ProposalRequest REQUEST =
      ProposalRequest.of(1000, BigInteger.valueOf(42), LocalDate.of(2026, 6, 15));

  private static final DatabaseSchema SCHEMA =
      new SchemaFixture()
          .fingerprint("f00d")
          .domain("loja", "percentual", "numeric(5,2)", "CHECK (VALUE >= 0)")
          .table(
              "loja",
              new TableFixture("uf")
                  .column("sigla", "char(2) not null")
                  .column("nome", "varchar(40) not null")
                  .primaryKey("sigla")
                  .unique("nome"))
          .table(
              "loja",
              new TableFixture("cliente")
                  .identity("id", "int8 not null", Column.Identity.BY_DEFAULT)
                  .column("uf", "char(2) not null")
                  .column("nome", "varchar(80) not null")
                  .column("email", "varchar(120)")
                  .column("codigo", "uuid not null")
                  .column("desconto", "loja.percentual")
                  .column("criado_em", "timestamptz not null")
                  .column("atualizado_em", "timestamptz")
                  .column("xyzzy", "text")
                  .primaryKey("id")
                  .unique("codigo")
                  .foreignKey("uf", UF, "sigla"))
          .table(
              "loja",
              new TableFixture("pedido")
                  .defaulted("id", "int4 not null", "nextval('loja.pedido_id_seq'::regclass)")
                  .column("cliente_id", "int8 not null")
                  .column("dataPedido", "date not null")
                  .column("status", "varchar(20) not null")
                  .column("preco", "numeric(10,2) not null")
                  .column("quantidade", "int4 not null")
                  .column("observacao", "text")
                  .generated("total", "numeric(12,2)", "(preco * quantidade)")
                  .primaryKey("id", "dataPedido")
                  .foreignKey("cliente_id", CLIENTE, "id")
                  .check("CHECK (preco > 0)")
                  .check("CHECK (status::text = ANY (ARRAY['novo'::text, 'pago'::text]))")
                  .partitionedBy("RANGE (\"dataPedido\")"))
          .table(
              "loja",
              new TableFixture("pedido_2026")
                  .column("observacao", "text")
                  .partitionOf(new TableId("loja", "pedido")))
          .table("loja", new TableFixture("resumo").column("nome", "text").view())
          .build();

  @Test
  void proposesThisPlanForASmallSchema() throws IOException {
    Capacity capacity =
        (table, rows) -> table.equals(UF) ? OptionalLong.of(27) : OptionalLong.empty();
    Proposal proposal =
        new PlanProposer(CatalogueFixture.whole(), capacity).propose(SCHEMA, REQUEST);

    assertEquals(text("small.plan.json"), new String(PlanDocument.write(proposal.plan()), UTF_8));
    assertEquals(
        List.of(
            "table loja.uf: fewer rows than the 1000 asked for: 27 values possible",
            "3 tables, 7 columns that their names explain; all others are decided by constraints"
                + " and types"),
        proposal.notes());
  }

  @Test
  void givesTheSamePlanAgainAndReadsItBack() {
    GenerationPlan plan = propose(SCHEMA, REQUEST).plan();

    assertEquals(plan, propose(SCHEMA, REQUEST).plan());
    assertEquals(plan, PlanDocument.read(PlanDocument.write(plan)));
  }

  @Test
  void findsNothingWrongWithItsOwnPlan() throws IOException {
    DatabaseSchema sample = sample();

    assertEquals(
        List.of(),
        PlanValidator.validate(propose(SCHEMA, REQUEST).plan(), SCHEMA, CatalogueFixture.whole()));
    assertEquals(
        List.of(),
        PlanValidator.validate(propose(sample, REQUEST).plan(), sample, CatalogueFixture.whole()));
  }

  @Test
  void leavesKeysChecksAndComputedColumnsOfTheSampleToResolution() throws IOException {
    List<String> columns =
        propose(sample(), REQUEST).plan().rules().stream()
            .map(rule -> (Rule.ColumnGenerator) rule)
            .map(rule -> rule.table() + "." + rule.column() + " " + rule.generator().id())
            .toList();

    assertEquals(
        List.of(
            "empresa.razao_social semantic.br.company.name",
            "empresa.nome_fantasia semantic.br.company.trade_name",
            "empresa.ativa primitive.bool",
            "empresa.criada_em primitive.timestamp.range",
            "municipio.nome semantic.br.city",
            "atividade.assunto primitive.text.lorem",
            "campanha.nome primitive.text.lorem",
            "cliente.nome semantic.br.name",
            "cliente.telefone semantic.br.phone",
            "cliente.nascimento primitive.date.range",
            "cliente.ip_cadastro primitive.inet",
            "cliente.observacoes primitive.text.lorem",
            "cliente_perfil.ultima_visita primitive.timestamp.range",
            "cliente_perfil.melhor_horario primitive.time.range",
            "endereco.logradouro semantic.br.address",
            "endereco.numero primitive.text.pattern",
            "endereco.complemento primitive.text.pattern",
            "endereco.bairro semantic.br.neighborhood",
            "oportunidade.titulo primitive.text.lorem",
            "oportunidade.fechamento_previsto primitive.date.range",
            "oportunidade.criada_em primitive.timestamp.range",
            "funcionario.nome semantic.br.name",
            "usuario.login primitive.text.pattern",
            "usuario.ultimo_ip primitive.inet",
            "usuario.ultimo_acesso primitive.timestamp.range",
            "usuario.bloqueado primitive.bool",
            "NotaFiscal.dataEmissao primitive.timestamp.range",
            "NotaFiscal.cancelada primitive.bool",
            "categoria.nome primitive.text.lorem",
            "deposito.nome primitive.text.lorem",
            "pagamento.vencimento primitive.date.range",
            "pedido.observacao primitive.text.lorem",
            "produto.nome semantic.br.product.name",
            "produto.descricao primitive.text.lorem",
            "produto.ativo primitive.bool",
            "vendedor.apelido semantic.br.first_name"),
        columns);
  }

  @Test
  void asksForCapacityParentsFirst() {
    List<String> asked = new ArrayList<>();
    Capacity capacity =
        (table, rows) -> {
          asked.add(table.table() + " after " + rows);
          return OptionalLong.of(table.equals(UF) ? 27 : 54);
        };
    new PlanProposer(CatalogueFixture.whole(), capacity).propose(SCHEMA, REQUEST);

    assertEquals(
        List.of(
            "uf after {}",
            "cliente after {loja.uf=27}",
            "pedido after {loja.cliente=54, loja.uf=27}"),
        asked);
  }

  @Test
  void leavesOutTablesThatCanHoldNoRowsAndThoseThatNeedThem() {
    Capacity capacity =
        (table, rows) -> table.equals(CLIENTE) ? OptionalLong.of(0) : OptionalLong.empty();
    Proposal proposal =
        new PlanProposer(CatalogueFixture.whole(), capacity).propose(SCHEMA, REQUEST);

    assertEquals(
        List.of(UF), proposal.plan().targets().stream().map(GenerationPlan.Target::id).toList());
    assertEquals(
        List.of(
            "table loja.cliente: left out, its constraints allow no rows",
            "table loja.pedido: left out, it needs rows of loja.cliente, which is left out"),
        proposal.notes().subList(0, 2));
  }

  @Test
  void leavesAKeyAloneWhoseGeneratorHasTooFewValues() {
    DatabaseSchema schema =
        new SchemaFixture()
            .table("s", new TableFixture("estado").column("nome", "varchar(40)").unique("nome"))
            .build();

    assertEquals(0, propose(schema, rows(6)).plan().rules().size());
    assertEquals(1, propose(schema, rows(5)).plan().rules().size());
  }

  @Test
  void passesTheLocaleOn() {
    ProposalRequest request =
        new ProposalRequest(1, BigInteger.ONE, LocalDate.EPOCH, Optional.of("en_US"));

    assertEquals(
        Optional.of(new GenerationPlan.Global(Optional.of("en_US"))),
        propose(SCHEMA, request).plan().global());
  }

  @Test
  void refusesRowsAndSeedsOutOfRange() {
    LocalDate day = LocalDate.EPOCH;
    BigInteger above = BigInteger.TWO.pow(64);

    assertEquals(
        "rows: must be at least 1, was 0",
        assertThrows(
                IllegalArgumentException.class, () -> ProposalRequest.of(0, BigInteger.ONE, day))
            .getMessage());
    assertEquals(
        "seed: must be within 0 and 18446744073709551615, was 18446744073709551616",
        assertThrows(IllegalArgumentException.class, () -> ProposalRequest.of(1, above, day))
            .getMessage());
  }

  private static ProposalRequest rows(long rows) {
    return ProposalRequest.of(rows, BigInteger.ONE, LocalDate.EPOCH);
  }

  private static Proposal propose(DatabaseSchema schema, ProposalRequest request) {
    return new PlanProposer(CatalogueFixture.whole(), Capacity.UNLIMITED).propose(schema, request);
  }

  private static DatabaseSchema sample() throws IOException {
    return SchemaDocument.read(
        text("/io/datalchemy/introspect/sample.schema.json").getBytes(UTF_8));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = PlanProposerTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
