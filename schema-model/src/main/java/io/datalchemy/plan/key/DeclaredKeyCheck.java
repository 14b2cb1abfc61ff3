package io.datalchemy.plan.key;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PolymorphicReference;
import io.datalchemy.plan.PolymorphicReference.Choice;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.VirtualForeignKey;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Do the foreign keys that a plan declares refer to keys that are there? */
public final class DeclaredKeyCheck {
  private static final Set<String> NUMBERING =
      Set.of("primitive.int.sequence_hint", "primitive.uuid", "primitive.uuid.v4");

  private final GenerationPlan plan;
  private final DatabaseSchema schema;
  private final Problems problems;
  private final Set<List<Object>> names = new HashSet<>();

  private DeclaredKeyCheck(GenerationPlan plan, DatabaseSchema schema, Problems problems) {
    this.plan = plan;
    this.schema = schema;
    this.problems = problems;
  }

  /**
   * Adds the problems of virtual and polymorphic keys, against the schema as the database has it.
   */
  public static void check(GenerationPlan plan, DatabaseSchema schema, Problems problems) {
    DeclaredKeyCheck check = new DeclaredKeyCheck(plan, schema, problems);
    for (int i = 0; i < plan.virtualForeignKeys().size(); i++) {
      check.check(plan.virtualForeignKeys().get(i), "/virtual_foreign_keys/" + i);
    }
    for (int i = 0; i < plan.polymorphicReferences().size(); i++) {
      check.check(plan.polymorphicReferences().get(i), "/polymorphic_references/" + i);
    }
  }

  private void check(VirtualForeignKey key, String path) {
    Optional<Table> child = table(key.child(), path + "/table");
    Optional<Table> parent = table(key.referenced(), path + "/referenced_table");
    child.ifPresent(t -> columns(t, key.child(), key.columns(), path + "/columns"));
    boolean isThere =
        parent.isPresent()
            && columns(
                parent.get(),
                key.referenced(),
                key.referencedColumns(),
                path + "/referenced_columns");
    String subject = "virtual foreign key " + key.effectiveName();
    if (key.columns().isEmpty() || key.columns().size() != key.referencedColumns().size()) {
      error(
          path + "/columns",
          subject
              + ": must have as many columns as referenced_columns, at least 1, has "
              + key.columns().size()
              + " and "
              + key.referencedColumns().size(),
          "name them in pairs");
    } else if (isThere) {
      checkUnique(parent.get(), key.referenced(), key.referencedColumns(), path, subject);
    }
    child.ifPresent(t -> checkName(t, key.child(), key.effectiveName(), path + "/name"));
  }

  private void checkName(Table table, TableId id, String name, String path) {
    boolean isNew =
        names.add(List.of(id, name))
            && table.constraints().stream().noneMatch(c -> c.name().equals(name));
    if (!isNew) {
      error(
          path,
          "virtual foreign key "
              + name
              + ": must have a name of its own, table "
              + id
              + " has another constraint of that name",
          "give it a name, or remove it if it says the same");
    }
  }

  private void check(PolymorphicReference reference, String path) {
    Optional<Table> child = table(reference.child(), path + "/table");
    child.ifPresent(
        t -> {
          columns(t, reference.child(), List.of(reference.typeColumn()), path + "/type_column");
          columns(t, reference.child(), List.of(reference.idColumn()), path + "/id_column");
          checkColumns(reference, t, path);
        });
    if (reference.targets().isEmpty()) {
      error(
          path + "/targets",
          subject(reference) + ": must have at least one target",
          "name the tables that it refers to");
    }
    Set<String> types = new HashSet<>();
    for (int i = 0; i < reference.targets().size(); i++) {
      Choice choice = reference.targets().get(i);
      check(reference, choice, path + "/targets/" + i);
      if (!types.add(choice.type())) {
        error(
            path + "/targets/" + i + "/type",
            subject(reference) + ": type '" + choice.type() + "' must stand for one table",
            "give each target a type of its own");
      }
    }
  }

  private void checkColumns(PolymorphicReference reference, Table table, String path) {
    if (reference.typeColumn().equals(reference.idColumn())) {
      error(path + "/id_column", subject(reference) + ": must be another column than the type", "");
    }
    for (String name : List.of(reference.typeColumn(), reference.idColumn())) {
      boolean isForeign = table.foreignKeys().anyMatch(k -> k.columns().contains(name));
      boolean isRuled =
          plan.rules().stream()
              .anyMatch(
                  r ->
                      r instanceof Rule.ColumnGenerator g
                          && g.tableId().equals(reference.child())
                          && g.column().equals(name));
      if (isForeign || isRuled) {
        error(
            path,
            subject(reference)
                + ": decides column "
                + name
                + ", which "
                + (isForeign ? "a foreign key of the database" : "a rule")
                + " decides too",
            "remove one of the two");
      }
      boolean mayBeNull = table.column(name).map(Column::isNullable).orElse(true);
      if (!mayBeNull && reference.nullRate().filter(r -> r.signum() > 0).isPresent()) {
        error(
            path + "/null_rate",
            subject(reference) + ": column " + name + " may not be NULL",
            "leave null_rate out");
      }
    }
  }

  private void check(PolymorphicReference reference, Choice choice, String path) {
    Optional<Table> parent = table(choice.tableId(), path + "/table");
    boolean isThere =
        parent.isPresent()
            && columns(parent.get(), choice.tableId(), List.of(choice.column()), path + "/column");
    if (isThere) {
      checkUnique(
          parent.get(), choice.tableId(), List.of(choice.column()), path, subject(reference));
    }
  }

  private static String subject(PolymorphicReference reference) {
    return "polymorphic reference " + reference.child() + "." + reference.idColumn();
  }

  private Optional<Table> table(TableId id, String path) {
    Optional<Table> found = schema.table(id).filter(Table::holdsRows);
    if (found.isEmpty()) {
      List<String> known = schema.tableIds().map(TableId::toString).toList();
      problems.add(
          Problem.error("unknown_table", path, "table '" + id + "': not found in schema.json")
              .withHint(NearMatch.hint(id.toString(), known)));
    }
    return found;
  }

  private boolean columns(Table table, TableId id, List<String> names, String path) {
    List<String> known = table.columns().stream().map(Column::name).toList();
    boolean isWhole = true;
    for (String name : names) {
      if (!known.contains(name)) {
        isWhole = false;
        problems.add(
            Problem.error(
                    "unknown_column",
                    path,
                    "column '" + name + "' of " + id + ": not found in schema.json")
                .withHint(NearMatch.hint(name, known)));
      }
    }
    return isWhole;
  }

  private void checkUnique(
      Table table, TableId id, List<String> columns, String path, String subject) {
    Set<String> wanted = new HashSet<>(columns);
    boolean isKey =
        table.constraints().stream().anyMatch(c -> keyColumns(c).equals(wanted))
            || table.indexes().stream().anyMatch(index -> isKey(index, wanted))
            || (wanted.size() == 1 && isNumbered(table, id, columns.get(0)));
    if (!isKey) {
      error(
          path,
          subject
              + ": columns "
              + columns
              + " of "
              + id
              + " must be unique, and no key makes them so",
          "refer to a primary key or to unique columns, or number the column by a rule with"
              + " primitive.int.sequence_hint");
    }
  }

  private static Set<String> keyColumns(Constraint constraint) {
    if (constraint instanceof Constraint.PrimaryKey key) {
      return new HashSet<>(key.columns());
    }
    return constraint instanceof Constraint.Unique key ? new HashSet<>(key.columns()) : Set.of();
  }

  private static boolean isKey(Index index, Set<String> wanted) {
    return index.isUnique()
        && index.isValid()
        && index.predicate().isEmpty()
        && index.keys().stream().allMatch(key -> key.column().filter(wanted::contains).isPresent())
        && index.keys().size() == wanted.size();
  }

  /** Whether rows are numbered in the column, though nothing in the database says it is unique. */
  private boolean isNumbered(Table table, TableId id, String name) {
    Column column = table.column(name).orElseThrow();
    boolean isRuled =
        plan.rules().stream()
            .anyMatch(
                r ->
                    r instanceof Rule.ColumnGenerator g
                        && g.tableId().equals(id)
                        && g.column().equals(name)
                        && NUMBERING.contains(g.generator().id()));
    return isRuled
        || column.identity().isPresent()
        || column.defaultExpression().filter(d -> d.startsWith("nextval(")).isPresent();
  }

  private void error(String path, String message, String hint) {
    Problem problem = Problem.error("invalid_declared_key", path, message);
    problems.add(hint.isEmpty() ? problem : problem.withHint(hint));
  }
}
