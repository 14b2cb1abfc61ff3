package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.beam.keys.ForeignContextMode;
import io.datalchemy.beam.shard.SinkKind;
import io.datalchemy.json.Json;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.run.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
  private static final byte[] PLAN_DOCUMENT =
      "{\"plan_version\": \"0.3\"}".getBytes(StandardCharsets.UTF_8);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

  @TempDir Path folder;

  @Test
  void leavesDocumentsTablesReportAndManifestAndNothingElse() throws IOException {
    GenerationResult result = generate(request());
    assertEquals(
        List.of(
            "generation_report.json",
            "logs.ndjson",
            "loja.cliente.csv",
            "loja.pedido.csv",
            "loja.regiao.csv",
            "manifest.json",
            "plan.json",
            "resolved_plan.json",
            "schema.json"),
        names(result.run().path()));
    assertEquals(result.manifest(), Manifest.read(result.run().path()));
    assertEquals(
        new String(PLAN_DOCUMENT, StandardCharsets.UTF_8),
        Files.readString(result.run().file("plan.json")));
    assertEquals(
        SamplePlan.plan(),
        Json.mapper()
            .readValue(
                Files.readAllBytes(result.run().file("resolved_plan.json")), ResolvedPlan.class));
  }

  @Test
  void writesTheSameBytesWhateverTheOptions() {
    Manifest first = generate(request()).manifest();
    List<GenerationRequest> others =
        List.of(
            request().withRunner(RunnerOptions.direct(8)),
            request().withForeignContext(ForeignContextMode.COMPUTED),
            request().withForeignContext(ForeignContextMode.SIDE_INPUT),
            request().withSink(SinkKind.TEXT),
            request().withShards(7));
    for (GenerationRequest other : others) {
      assertEquals(digests(first), digests(generate(other).manifest()));
    }
  }

  @Test
  void splitsTablesIntoAsManyFilesAsAsked() throws IOException {
    GenerationResult result = generate(request().withShards(2));
    assertEquals(
        List.of("loja.pedido-00000-of-00002.csv", "loja.pedido-00001-of-00002.csv"),
        names(result.run().path()).stream().filter(n -> n.contains("pedido")).toList());
  }

  @Test
  void logsTheRunFromStartToFinish() throws IOException {
    GenerationResult result = generate(request());
    assertEquals(
        List.of(
            "run_started",
            "plan_written",
            "generation_started",
            "generation_finished",
            "report_written",
            "run_finished"),
        events(result.run().path()));
  }

  @Test
  void reportsHowEveryColumnWasDecided() throws IOException {
    GenerationResult result = generate(request());
    JsonNode report =
        Json.mapper().readTree(result.run().file(GenerationReport.FILE_NAME).toFile());
    assertEquals("{\"foreign_key\":2,\"rule\":4,\"type\":1}", report.get("coverage").toString());
    assertEquals(1, report.get("fallback_count").asInt());
    assertEquals("{\"name\":1}", report.get("pii_columns_touched").toString());
    assertEquals(
        "[{\"schema\":\"loja\",\"table\":\"cliente\",\"column\":\"nome\","
            + "\"pii_tag\":\"name\",\"synthetic\":true}]",
        report.get("pii_columns").toString());
    assertEquals("{\"a_warning\":2}", report.get("warnings_by_code").toString());
    assertEquals(1, report.get("warnings").size());
    assertEquals(2, report.get("warnings").get(0).get("count").asInt());
    JsonNode customer = report.get("tables").get(1);
    assertEquals(SamplePlan.CUSTOMERS, customer.get("rows_generated").asLong());
    assertEquals(result.manifest().tables().get(0).sha256(), customer.get("sha256").asText());
  }

  @Test
  void refusesAFileForAFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    GenerationRequest request = GenerationRequest.of(SamplePlan.documents(PLAN_DOCUMENT), file);
    UnavailableException e = assertThrows(UnavailableException.class, () -> generate(request));
    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    assertEquals(0, Files.size(file));
  }

  @Test
  void leavesTheLogAloneWhenItFails() throws IOException {
    // The generator throws half-way through the last table, when others are being written.
    GenerationRequest request =
        GenerationRequest.of(SamplePlan.failing(PLAN_DOCUMENT), folder)
            .withRunner(RunnerOptions.direct(4).withChecks())
            .withShards(4);
    GenerationFailedException e =
        assertThrows(GenerationFailedException.class, () -> generate(request));
    assertEquals("generation: failed: row 700: is where this generator fails", e.getMessage());
    Path run = onlyRun();
    assertEquals(List.of("logs.ndjson"), names(run));
    List<String> events = events(run);
    assertEquals("run_finished", events.get(events.size() - 1));
    assertTrue(Files.readString(run.resolve("logs.ndjson")).contains("\"status\":\"failed\""));
  }

  @Test
  void refusesAnUnknownRunnerBeforeAnythingIsWritten() {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> new RunnerOptions("spark", 1, false));
    assertEquals("error: runner: must be direct, was spark [unknown_runner]", e.getMessage());
  }

  @Test
  void refusesAPlanThatCannotBeCompiledBeforeAnythingIsWritten() throws IOException {
    GenerationRequest request =
        GenerationRequest.of(SamplePlan.uncompilable(PLAN_DOCUMENT), folder);
    assertThrows(InvalidInputException.class, () -> generate(request));
    assertEquals(List.of(), names(folder));
  }

  private GenerationRequest request() {
    return GenerationRequest.of(SamplePlan.documents(PLAN_DOCUMENT), folder)
        .withRunner(RunnerOptions.direct(2).withChecks());
  }

  private static GenerationResult generate(GenerationRequest request) {
    return new Generation(CLOCK, ProgressDisplay.none()).generate(request);
  }

  private Path onlyRun() throws IOException {
    assertEquals(1, names(folder).size());
    return folder.resolve(names(folder).get(0));
  }

  private static List<String> digests(Manifest manifest) {
    return manifest.tables().stream().map(table -> table.id() + " " + table.sha256()).toList();
  }

  private static List<String> names(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> events(Path run) throws IOException {
    List<String> events = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("logs.ndjson"))) {
      JsonNode event = Json.mapper().readTree(line).get("event");
      if (event != null) {
        events.add(event.asText());
      }
    }
    assertFalse(events.isEmpty());
    return events;
  }
}
