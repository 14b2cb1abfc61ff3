package io.datalchemy.beam.keys;

import com.fasterxml.jackson.core.JacksonException;
import io.datalchemy.beam.element.Sha256;
import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.json.Json;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a worker keeps of a run: its compiled programs and the decoded keys of its parent tables.
 *
 * <p>There is one for each pair of documents in a JVM, kept while a DoFn uses it.
 */
public final class WorkerPrograms {
  private static final Map<String, WeakReference<WorkerPrograms>> BY_DOCUMENTS = new TreeMap<>();

  private final TablePrograms programs;
  private final Map<TableId, List<String>> exportedColumns;
  private final Map<TableId, ExportedKeys> exportedKeys = new ConcurrentHashMap<>();

  private WorkerPrograms(TablePrograms programs) {
    this.programs = programs;
    this.exportedColumns = programs.exportedColumns();
  }

  private ExportedKeys newExportedKeys(TableId parent) {
    Optional<ExistingTable> existing = programs.plan().existing(parent);
    if (existing.isPresent()) {
      return new ExportedKeys(new KeyBlockFormat(existing.get().columns()), existing.get().rows());
    }
    ResolvedTable table = programs.plan().table(parent).orElseThrow();
    List<ExistingColumn> columns =
        exportedColumns.get(parent).stream()
            .map(name -> new ExistingColumn(name, table.column(name).orElseThrow().type()))
            .toList();
    return new ExportedKeys(new KeyBlockFormat(columns), table.rows());
  }

  /** The programs of the documents, which are compiled unless this JVM has them already. */
  static WorkerPrograms of(byte[] resolvedPlanJson, byte[] schemaJson) {
    String documents = Sha256.hex(resolvedPlanJson) + Sha256.hex(schemaJson);
    synchronized (BY_DOCUMENTS) {
      BY_DOCUMENTS.values().removeIf(kept -> kept.refersTo(null));
      WeakReference<WorkerPrograms> kept = BY_DOCUMENTS.get(documents);
      WorkerPrograms programs = kept == null ? null : kept.get();
      if (programs == null) {
        programs = compile(resolvedPlanJson, schemaJson);
        BY_DOCUMENTS.put(documents, new WeakReference<>(programs));
      }
      return programs;
    }
  }

  private static WorkerPrograms compile(byte[] resolvedPlanJson, byte[] schemaJson) {
    ResolvedPlan plan = read(resolvedPlanJson, ResolvedPlan.class);
    requireSameSchema(plan, read(schemaJson, DatabaseSchema.class));
    return new WorkerPrograms(TablePrograms.compile(plan, Generators.builtIn()));
  }

  /** A plan is resolved against one schema; another may have other columns under the same names. */
  private static void requireSameSchema(ResolvedPlan plan, DatabaseSchema schema) {
    Optional<String> expected = plan.schemaFingerprint();
    if (expected.isPresent() && !expected.equals(schema.schemaFingerprint())) {
      throw new IllegalArgumentException(
          "schema_fingerprint: must be the resolved plan's "
              + expected.get()
              + ", was "
              + schema.schemaFingerprint().orElse("absent")
              + "; resolve the plan again");
    }
  }

  private static <T> T read(byte[] json, Class<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("side input: must be a " + type.getSimpleName(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The programs of all tables. */
  public TablePrograms programs() {
    return programs;
  }

  /** The decoded keys of a parent table, none of them decoded yet at its first use. */
  ExportedKeys exportedKeys(TableId parent) {
    return exportedKeys.computeIfAbsent(parent, this::newExportedKeys);
  }
}
