package io.datalchemy.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.introspect.IntrospectionOptions;
import io.datalchemy.json.Json;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntrospectionRunIT {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T10:11:12Z"));

  @TempDir Path runs;

  private static List<String> events(Path run) throws IOException {
    List<String> events = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve(EventLog.FILE_NAME))) {
      JsonNode event = Json.mapper().readTree(line);
      events.add(event.get("event").asText() + event.path("status").asText());
    }
    return events;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void leavesTheSchemaItsMetricsAndItsLog() throws IOException, SQLException {
    String database = TestServer.database("CREATE TABLE t (id int PRIMARY KEY)");
    IntrospectionRun run =
        IntrospectionRun.run(
            TestServer.settings(database), IntrospectionOptions.all(), runs, CLOCK);
    Path folder = run.folder().path();
    assertEquals(
        List.of("config.json", "logs.ndjson", "metrics.json", "schema.json"), files(folder));
    assertEquals(run.introspection().schema(), SchemaDocument.read(folder.resolve("schema.json")));
    assertEquals(
        List.of(
            "run_started",
            "engine_detected",
            "introspection_started",
            "introspection_finished",
            "schema_written",
            "metrics_written",
            "run_finishedok"),
        events(folder));
    JsonNode config = Json.mapper().readTree(Files.readAllBytes(folder.resolve("config.json")));
    assertEquals(run.folder().runId(), config.get("run_id").asText());
    assertEquals("2026-11-20T10:11:12Z", config.get("started_at").asText());
    assertEquals(
        "{\"engine\":\"postgres\",\"user\":\"postgres\",\"host\":\"localhost\",\"port\":"
            + TestServer.get().port()
            + ",\"database\":\""
            + database
            + "\"}",
        config.get("connection").toString());
  }

  @Test
  void endsItsLogWithTheFailureAndKeepsThePasswordOutOfEverything() throws IOException {
    ConnectionSettings nowhere =
        ConnectionSettings.postgres("127.0.0.1", 1, "sales", "ana", "s3cr3t-pw");
    UnavailableException thrown =
        assertThrows(
            UnavailableException.class,
            () -> IntrospectionRun.run(nowhere, IntrospectionOptions.all(), runs, CLOCK));
    assertFalse(thrown.getMessage().contains("s3cr3t-pw"), thrown.getMessage());
    Path folder = runs.resolve(files(runs).get(0));
    assertEquals(List.of("config.json", "logs.ndjson"), files(folder));
    List<String> events = events(folder);
    assertEquals("run_finishedfailed", events.get(events.size() - 1));
    for (String file : files(folder)) {
      String text = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
      assertFalse(text.contains("s3cr3t-pw"), text);
    }
  }
}
