package io.datalchemy.pipeline;

import io.datalchemy.beam.RunReceipt;
import io.datalchemy.beam.shard.TableReceipt;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.json.Json;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.run.EventLog;
import io.datalchemy.run.KeyFolder;
import io.datalchemy.run.Manifest;
import io.datalchemy.run.RunFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;

/** One run in its folder, from the first event of its log to the last. */
final class GenerationRun {
  private final GenerationRequest request;
  private final RunFolder folder;
  private final InstantSource clock;
  private final ProgressDisplay display;
  private final WrittenFiles files;

  GenerationRun(
      GenerationRequest request, RunFolder folder, InstantSource clock, ProgressDisplay display) {
    this.request = request;
    this.folder = folder;
    this.clock = clock;
    this.display = display;
    this.files = new WrittenFiles(folder);
  }

  GenerationResult run(PipelineOptions options, TablePrograms programs) {
    try (EventLog log = EventLog.open(folder)) {
      log.event("run_started", Map.of("run_id", folder.runId()));
      try {
        writeDocuments(log);
        generate(options, programs, log);
        GenerationResult result = finish(log);
        log.event("run_finished", ended("ok"));
        return result;
      } catch (IOException | RuntimeException | Error e) {
        throw failed(e, log);
      }
    }
  }

  private void writeDocuments(EventLog log) {
    Documents documents = request.documents();
    folder.write("schema.json", documents.schema());
    folder.write("plan.json", documents.plan());
    folder.write("resolved_plan.json", documents.resolvedPlan());
    List<ExistingTable> existing = documents.resolvedPlan().existing();
    if (!existing.isEmpty()) {
      KeyFolder keys = documents.keys().orElseThrow();
      keys.copyInto(folder, keys.read(), existing);
      log.event("keys_copied", Map.of("tables", existing.size()));
    }
    log.event("plan_written", Map.of("tables", documents.resolvedPlan().tables().size()));
  }

  private void generate(PipelineOptions options, TablePrograms programs, EventLog log)
      throws IOException {
    log.event("generation_started", Map.of("threads", request.runner().threads()));
    Pipeline pipeline = Pipeline.create(options);
    GenerationPipeline.build(pipeline, request, programs, folder);
    ResolvedPlan plan = request.documents().resolvedPlan();
    new PipelineRun(clock, display, folder.runId(), plan).run(pipeline);
  }

  private GenerationResult finish(EventLog log) throws IOException {
    RunReceipt receipt = files.receipt();
    files.removeTemporary();
    Manifest manifest = manifest(receipt);
    log.event("generation_finished", Map.of("rows", manifest.rows(), "bytes", manifest.bytes()));
    ResolvedPlan plan = request.documents().resolvedPlan();
    GenerationReport report = new ReportBuilder(plan, receipt).build(folder.runId(), elapsed());
    folder.write(GenerationReport.FILE_NAME, report);
    log.event("report_written");
    folder.finish(manifest);
    return new GenerationResult(folder, manifest, report, elapsed());
  }

  private Manifest manifest(RunReceipt receipt) throws IOException {
    ResolvedPlan plan = request.documents().resolvedPlan();
    List<Manifest.Table> tables =
        receipt.tables().stream().map(table -> manifestTable(plan, table)).toList();
    return Manifest.of(
        folder.runId(),
        plan.generationFormat(),
        plan.seed(),
        Json.fingerprint(Json.mapper().readTree(request.documents().plan())),
        plan.schemaFingerprint(),
        tables,
        plan.existing());
  }

  private static Manifest.Table manifestTable(ResolvedPlan plan, TableReceipt receipt) {
    ResolvedTable table = plan.table(receipt.id()).orElseThrow();
    List<String> columns = table.writtenColumns().stream().map(ResolvedColumn::name).toList();
    return WrittenFiles.manifestTable(receipt, columns);
  }

  /** Leaves the log alone in the folder, which then says why the run failed. */
  private RuntimeException failed(Throwable thrown, EventLog log) {
    RuntimeException failure = PipelineFailure.of(thrown, folder.path());
    SortedMap<String, Object> ended = ended("failed");
    ended.put("error", String.valueOf(failure.getMessage()));
    log.failure("run_finished", ended);
    try {
      files.removeAllBut(EventLog.FILE_NAME);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  private SortedMap<String, Object> ended(String status) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("status", status);
    fields.put("duration_ms", elapsed().toMillis());
    return fields;
  }

  private Duration elapsed() {
    return Duration.between(folder.startedAt(), clock.instant());
  }
}
