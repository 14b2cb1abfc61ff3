package io.datalchemy.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.json.Json;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.UnavailableException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T10:11:12.123456Z"));

  @TempDir Path folder;

  @Test
  void isNamedByTheStartInUtcAndTheRunId() {
    RunFolder run = RunFolder.create(folder.resolve("runs"), CLOCK);
    assertEquals("2026-11-20T10-11-12Z__run_" + run.runId(), run.path().getFileName().toString());
    assertTrue(run.runId().matches("[0-9a-f]{12}"));
    assertTrue(Files.isDirectory(run.path()));
  }

  @Test
  void writesArtefactsAndLeavesNothingElse() throws IOException {
    RunFolder run = RunFolder.create(folder, CLOCK);
    run.write("config.json", Map.of("run_id", "a"));
    run.write("config.json", Map.of("run_id", "b"));
    assertEquals("{\n  \"run_id\" : \"b\"\n}\n", Files.readString(run.file("config.json")));
    try (Stream<Path> files = Files.list(run.path())) {
      assertEquals(List.of("config.json"), files.map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void refusesNamesThatLeaveTheFolder() {
    RunFolder run = RunFolder.create(folder, CLOCK);
    for (String name : List.of("", ".", "..", "../x", "a/b", "a\\b")) {
      assertThrows(IllegalArgumentException.class, () -> run.file(name), name);
    }
  }

  @Test
  void tellsOfAParentThatIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    UnavailableException thrown =
        assertThrows(UnavailableException.class, () -> RunFolder.create(file, CLOCK));
    assertEquals(
        file + ": no run folder can be made here; name a folder that may be written",
        thrown.getMessage());
  }

  @Test
  void givesTheManifestBackAsItWasWritten() {
    RunFolder run = RunFolder.create(folder, CLOCK);
    Manifest manifest =
        Manifest.of(
            run.runId(),
            1,
            new BigInteger("18446744073709551615"),
            "aa",
            Optional.of("bb"),
            List.of(
                new Manifest.Table(
                    "public",
                    "t",
                    1,
                    5,
                    "cc",
                    List.of("id"),
                    List.of(new Manifest.Shard("public.t.csv", 0, 1, 5, "dd", Optional.empty())))));
    run.finish(manifest);
    assertEquals(manifest, Manifest.read(run.path()));
  }

  @Test
  void callsAFolderWithoutManifestAFailedRun() {
    RunFolder run = RunFolder.create(folder, CLOCK);
    InvalidInputException thrown =
        assertThrows(InvalidInputException.class, () -> Manifest.read(run.path()));
    assertEquals(
        "error: "
            + run.file("manifest.json")
            + ": is not there, the run did not finish [run_incomplete];"
            + " name the folder of a run that finished",
        thrown.getMessage());
  }

  @Test
  void refusesAManifestWhoseFilesLeaveTheFolder() throws IOException {
    RunFolder run = RunFolder.create(folder, CLOCK);
    Files.writeString(
        run.file("manifest.json"),
        """
        {"manifest_version":"0.3","run_id":"a","generation_format":1,"seed":1,"plan_hash":"p",
         "schema_fingerprint":null,"complete":true,"tables":[{"schema":"s","table":"t","rows":0,
         "bytes":0,"sha256":"x","columns":[],"shards":[{"file":"../../etc/passwd","first_row":0,
         "rows":0,"bytes":0,"sha256":"x"}]}]}
        """);
    InvalidInputException thrown =
        assertThrows(InvalidInputException.class, () -> Manifest.read(run.path()));
    assertEquals("/tables/0/shards/0", thrown.problems().get(0).path());
  }

  @Test
  void logsEventsAsOneJsonObjectALine() throws IOException {
    RunFolder run = RunFolder.create(folder, CLOCK);
    try (EventLog log = EventLog.open(run)) {
      log.event("run_started", Map.of("run_id", run.runId()));
      Map<String, Object> end = new LinkedHashMap<>();
      end.put("status", "failed");
      end.put("duration_ms", 12);
      log.failure("run_finished", end);
    }
    List<String> lines = Files.readAllLines(run.file("logs.ndjson"));
    assertEquals(2, lines.size());
    JsonNode first = Json.mapper().readTree(lines.get(0));
    assertEquals("run_started", first.get("event").asText());
    assertEquals("INFO", first.get("level").asText());
    assertEquals(run.runId(), first.get("run_id").asText());
    assertTrue(first.get("timestamp").asText().endsWith("Z"));
    JsonNode second = Json.mapper().readTree(lines.get(1));
    assertEquals("ERROR", second.get("level").asText());
    assertEquals(12, second.get("duration_ms").asInt());
  }
}
