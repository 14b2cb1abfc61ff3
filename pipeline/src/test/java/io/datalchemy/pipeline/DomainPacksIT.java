package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.datalchemy.beam.keys.ForeignContextMode;
import io.datalchemy.load.Loader;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sales, money and parcels: PostgreSQL finds no row that disagrees with another. */
class DomainPacksIT {
  private static final Path DDL = Path.of("..", "docker", "postgres", "domains", "schema.sql");
  private static final Path PLANS = Path.of("..", "plans");

  /** The rows of the plans' tables on which most others build. */
  private static final int ROWS = 300;

  /** Targets of fewer rows are of few by nature, such as carriers. */
  private static final int FEW = 10;

  private static String ddl;
  private static DatabaseSchema schema;

  @TempDir private Path folder;

  @BeforeAll
  static void introspect() throws IOException, SQLException {
    ddl = Files.readString(DDL);
    schema = TestServer.schema(TestServer.database(ddl));
  }

  @ParameterizedTest
  @CsvSource({
    "dominio_crm, 1", "dominio_crm, 7", "dominio_crm, 500",
    "dominio_financeiro, 1", "dominio_financeiro, 7", "dominio_financeiro, 500",
    "dominio_logistica, 1", "dominio_logistica, 7", "dominio_logistica, 500",
    "full_stack_ptbr, 1", "full_stack_ptbr, 7", "full_stack_ptbr, 500"
  })
  void noRowDisagrees(String plan, int size) throws IOException, SQLException {
    assertEquals(List.of(), disagreeing(loaded(plan, size)));
  }

  @Test
  void everythingThatCanHappenDoes() throws IOException, SQLException {
    String database = loaded("full_stack_ptbr", 500);
    Map<String, String> seen = new LinkedHashMap<>();
    for (String table :
        List.of(
            "crm_vendas.lead situacao",
            "crm_vendas.oportunidade estagio",
            "financeiro.fatura situacao",
            "financeiro.parcela situacao",
            "logistica.remessa situacao")) {
      String[] parts = table.split(" ", 2);
      String query = "SELECT string_agg(DISTINCT %s, ' ' ORDER BY %s) FROM %s";
      seen.put(parts[0], TestServer.value(database, query.formatted(parts[1], parts[1], parts[0])));
    }
    assertEquals(
        Map.of(
            "crm_vendas.lead", "convertido descartado novo qualificado",
            "crm_vendas.oportunidade", "ganho novo perdido proposta qualificado",
            "financeiro.fatura", "aberta paga parcial",
            "financeiro.parcela", "aberta paga vencida",
            "logistica.remessa",
                "devolvido em_transito entregue extraviado postado saiu_para_entrega"),
        seen);
  }

  @Test
  void questionsFindWhatDisagrees() throws IOException, SQLException {
    String database = loaded("full_stack_ptbr", 7);
    try (Connection connection = TestServer.get().connect(database)) {
      connection
          .createStatement()
          .execute(
              """
              UPDATE crm_vendas.historico_estagio SET estagio = 'proposta' WHERE ordem = 1;
              UPDATE financeiro.parcela SET vencimento = DATE '2026-12-25' WHERE numero = 1;
              UPDATE financeiro.lancamento SET valor = valor + 0.01;
              UPDATE logistica.evento_rastreio SET ocorrido_em = TIMESTAMP '2020-01-01'
              """);
    }
    List<String> found = disagreeing(database).stream().map(q -> q.split(": ", 2)[1]).toList();
    for (String broken :
        List.of(
            "the history begins with novo",
            "instalments are due on business days",
            "balances are the sum of the entries",
            "no event is before the parcel is posted")) {
      assertEquals(1, found.stream().filter(broken::equals).count(), broken);
    }
  }

  @Test
  void bothWaysToLearnOfParentsGiveTheSameBytes() throws IOException {
    DerivedRun run = run("full_stack_ptbr", 20);
    assertEquals(
        run.digests(folder, ForeignContextMode.SIDE_INPUT),
        run.digests(folder, ForeignContextMode.COMPUTED));
  }

  private String loaded(String plan, int size) throws IOException, SQLException {
    Path files = Generation.run(run(plan, size).request(folder)).run().path();
    String database = TestServer.database(ddl);
    try (Connection connection = TestServer.get().connect(database)) {
      Loader.load(TestServer.schema(database), files, connection);
      connection.createStatement().execute(resource("bank_calendar.sql"));
    }
    return database;
  }

  private static DerivedRun run(String plan, int size) throws IOException {
    ObjectNode json =
        (ObjectNode) new ObjectMapper().readTree(PLANS.resolve(plan + ".plan.json").toFile());
    for (JsonNode target : json.get("targets")) {
      if (target.has("rows")) {
        int rows = target.get("rows").asInt();
        ((ObjectNode) target)
            .put("rows", rows < FEW ? Math.min(rows, size) : Math.max(1, rows * size / ROWS));
      }
    }
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    return new DerivedRun(ddl, schema, PlanDocument.read(bytes));
  }

  private static List<String> disagreeing(String database) throws IOException, SQLException {
    List<String> found = new ArrayList<>();
    for (String question : resource("domain_packs.sql").split("(?m);$", -1)) {
      String query = question.replaceAll("(?m)^--.*$", "").strip();
      if (!query.isEmpty()) {
        String count = TestServer.value(database, query);
        if (!count.equals("0")) {
          found.add(count + ": " + subject(question));
        }
      }
    }
    return found;
  }

  private static String subject(String question) {
    return question
        .lines()
        .filter(line -> line.startsWith("-- "))
        .reduce((first, last) -> last)
        .orElseThrow()
        .substring(3);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = DomainPacksIT.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
