package io.datalchemy.pipeline;

import io.datalchemy.beam.RunReceipt;
import io.datalchemy.beam.shard.TableReceipt;
import io.datalchemy.pipeline.GenerationReport.ExistingReport;
import io.datalchemy.pipeline.GenerationReport.Issue;
import io.datalchemy.pipeline.GenerationReport.TableReport;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.TableId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the report of a run together from what was decided and what was written. */
final class ReportBuilder {
  private final ResolvedPlan plan;
  private final Map<TableId, TableReceipt> receipts = new TreeMap<>();

  ReportBuilder(ResolvedPlan plan, RunReceipt receipt) {
    this.plan = plan;
    receipt.tables().forEach(table -> receipts.put(table.id(), table));
  }

  GenerationReport build(String runId, Duration duration) {
    ReportTally tally = new ReportTally(plan);
    List<Issue> warnings = warnings();
    List<Issue> unsupported = unsupported();
    long bytes = receipts.values().stream().mapToLong(TableReceipt::bytes).sum();
    return new GenerationReport(
        runId,
        plan.tables().stream().map(this::table).toList(),
        plan.existing().stream()
            .map(t -> new ExistingReport(t.schema(), t.table(), t.rows(), t.sha256()))
            .toList(),
        receipts.values().stream().mapToLong(TableReceipt::redraws).sum(),
        tally.generatorUsage(),
        tally.transformUsage(),
        tally.decidedBy(DecidedBy.TYPE),
        tally.decidedBy(DecidedBy.NAME),
        0,
        tally.piiColumnsTouched(),
        tally.piiColumns(),
        byCode(warnings, unsupported),
        duration.toMillis(),
        bytes,
        bytes * 1000 / Math.max(1, duration.toMillis()),
        tally.coverage(),
        tally.constraintOutcomes(),
        warnings,
        unsupported);
  }

  private TableReport table(ResolvedTable table) {
    TableReceipt receipt = receipts.get(table.id());
    return new TableReport(
        table.schema(),
        table.table(),
        table.rows(),
        receipt.rows(),
        receipt.redraws(),
        receipt.unsatisfied(),
        receipt.sha256(),
        receipt.bytes(),
        receipt.shards().size(),
        nulls(table, receipt),
        ReportTally.coverage(table),
        table.constraints(),
        receipt.injections());
  }

  private static SortedMap<String, Long> nulls(ResolvedTable table, TableReceipt receipt) {
    SortedMap<String, Long> nulls = new TreeMap<>();
    List<ResolvedColumn> columns = table.writtenColumns();
    for (int i = 0; i < columns.size(); i++) {
      if (receipt.nulls(i) > 0) {
        nulls.put(columns.get(i).name(), receipt.nulls(i));
      }
    }
    return nulls;
  }

  private List<Issue> warnings() {
    Map<Problem, Long> counts = new LinkedHashMap<>();
    plan.warnings().forEach(warning -> counts.merge(warning, 1L, Long::sum));
    List<Issue> warnings = new ArrayList<>();
    counts.forEach((warning, count) -> warnings.add(issue(warning, count)));
    for (TableReceipt receipt : receipts.values()) {
      if (receipt.unsatisfied() > 0) {
        warnings.add(unsatisfied(receipt));
      }
    }
    return warnings;
  }

  private static Issue issue(Problem problem, long count) {
    String hint = problem.hint().map(text -> "; " + text).orElse("");
    return new Issue(
        problem.severity().name().toLowerCase(Locale.ROOT),
        problem.code(),
        problem.message() + hint,
        Optional.of(problem.path()).filter(path -> !path.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        count);
  }

  private static Issue unsatisfied(TableReceipt receipt) {
    return ofTable(
        "condition_unsatisfied",
        "rows break a CHECK: " + receipt.unsatisfied() + " of " + receipt.rows(),
        receipt.id(),
        receipt.unsatisfied());
  }

  private List<Issue> unsupported() {
    List<Issue> issues = new ArrayList<>();
    for (ResolvedTable table : plan.tables()) {
      for (ConstraintOutcome outcome : table.constraints()) {
        if (outcome.by() == ConstraintOutcome.By.UNSUPPORTED) {
          String message = outcome.kind() + " " + outcome.name() + ": " + outcome.detail();
          issues.add(ofTable("constraint_unsupported", message, table.id(), 1));
        }
      }
    }
    return issues;
  }

  private static Issue ofTable(String code, String message, TableId table, long count) {
    return new Issue(
        "warning",
        code,
        message,
        Optional.empty(),
        Optional.of(table.schema()),
        Optional.of(table.table()),
        Optional.empty(),
        Optional.empty(),
        count);
  }

  private static SortedMap<String, Long> byCode(List<Issue> warnings, List<Issue> unsupported) {
    SortedMap<String, Long> byCode = new TreeMap<>();
    warnings.forEach(issue -> byCode.merge(issue.code(), issue.count(), Long::sum));
    unsupported.forEach(issue -> byCode.merge(issue.code(), issue.count(), Long::sum));
    return byCode;
  }
}
