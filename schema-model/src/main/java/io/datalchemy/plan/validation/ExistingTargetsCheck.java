package io.datalchemy.plan.validation;

import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.plan.GenerationPlan.Target;
import io.datalchemy.plan.Rule;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Are the keys there of all tables whose rows stay, and does no rule speak of such rows? */
final class ExistingTargetsCheck {
  private static final String READ_AGAIN =
      "read them with 'datalchemy introspect --keys', and name that run with --keys";

  private final PlanInSchema context;
  private final ExistingKeys keys;
  private final List<TableId> existing;

  private ExistingTargetsCheck(PlanInSchema context, ExistingKeys keys) {
    this.context = context;
    this.keys = keys;
    this.existing = context.plan().existingTables();
  }

  static void check(PlanInSchema context, ExistingKeys keys) {
    ExistingTargetsCheck check = new ExistingTargetsCheck(context, keys);
    if (!check.existing.isEmpty()) {
      check.checkTargets();
      check.checkRules();
      check.checkFingerprint();
    }
  }

  private void checkTargets() {
    List<Target> targets = context.plan().targets();
    if (existing.size() == targets.size()) {
      context.error(
          "targets_all_existing",
          "/targets",
          "targets: must name at least one table to fill, all are existing",
          "add a target with rows");
    }
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).isExisting()) {
        checkTarget(targets.get(i), "/targets/" + i);
      }
    }
  }

  private void checkTarget(Target target, String path) {
    if (target.rows() != 0) {
      context.error(
          "rows_of_existing",
          path + "/rows",
          "rows of " + target.id() + ": must not be given, as its rows stay; was " + target.rows(),
          "leave rows out, or mode");
    }
    Optional<Table> table = context.schema().table(target.id());
    Optional<ExistingTable> found = keys.table(target.id());
    if (found.isEmpty()) {
      context.error(
          "keys_missing",
          path,
          "keys of " + target.id() + ": must have been read, as its rows stay; were not",
          READ_AGAIN);
    } else if (table.isPresent()) {
      checkColumns(found.get(), table.get(), path);
    }
  }

  /** What others need of the table must be in its file, in the types that this build expects. */
  private void checkColumns(ExistingTable found, Table table, String path) {
    for (String name : needed(found.id())) {
      Optional<ValueType> expected =
          table.column(name).map(Column::columnType).map(t -> ValueTypes.of(t, context.schema()));
      Optional<ValueType> read = found.type(name);
      if (read.isEmpty()) {
        context.error(
            "keys_column_missing",
            path,
            "keys of " + found.id() + ": must have the column " + name + ", have not",
            READ_AGAIN);
      } else if (!read.equals(expected)) {
        context.error(
            "keys_type_mismatch",
            path,
            "keys of " + found.id() + "." + name + ": must be of the column's type, are of another",
            READ_AGAIN);
      }
    }
  }

  /** The columns that tables to be filled read: by foreign keys, and by rules on other columns. */
  private Set<String> needed(TableId id) {
    Set<String> needed = new TreeSet<>();
    ReachedTables.of(context.plan(), context.schema()).stream()
        .filter(child -> !existing.contains(child))
        .flatMap(child -> context.schema().table(child).stream())
        .flatMap(Table::foreignKeys)
        .filter(key -> key.referenced().equals(id))
        .map(ForeignKey::referencedColumns)
        .forEach(needed::addAll);
    for (Rule rule : context.plan().rules()) {
      if (rule instanceof Rule.ColumnGenerator generator) {
        copied(generator, id).ifPresent(needed::add);
      }
    }
    return needed;
  }

  private static Optional<String> copied(Rule.ColumnGenerator rule, TableId id) {
    boolean copies =
        rule.generator().id().equals("derive.parent_value")
            && rule.effectiveParams().text("parent_schema").filter(id.schema()::equals).isPresent()
            && rule.effectiveParams().text("parent_table").filter(id.table()::equals).isPresent();
    return copies ? rule.effectiveParams().text("parent_column") : Optional.empty();
  }

  private void checkRules() {
    List<Rule> rules = context.plan().rules();
    for (int i = 0; i < rules.size(); i++) {
      TableId table = rules.get(i).tableId();
      if (existing.contains(table)) {
        context.error(
            "rule_on_existing_table",
            "/rules/" + i,
            "table " + table + ": must have no rule, as its rows stay; has one",
            "remove the rule, or give the target rows instead of mode");
      }
    }
  }

  private void checkFingerprint() {
    Optional<String> expected = context.schema().schemaFingerprint();
    if (!keys.tables().isEmpty() && !keys.schemaFingerprint().equals(expected)) {
      context.error(
          "keys_fingerprint_mismatch",
          "/schema_ref/schema_fingerprint",
          "keys: must have been read with this schema.json, were read with another",
          READ_AGAIN);
    }
  }
}
