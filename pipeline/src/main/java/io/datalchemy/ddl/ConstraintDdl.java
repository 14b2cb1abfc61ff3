package io.datalchemy.ddl;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The constraints and indexes of one table, without those that its parents hand down. */
final class ConstraintDdl {
  private static final Pattern ON_ONLY =
      Pattern.compile("^(CREATE (?:UNIQUE )?INDEX (?:\"(?:[^\"]|\"\")*\"|\\S+) ON )ONLY ");

  private static final Pattern STORAGE = Pattern.compile("\\) (WITH \\([^()]*\\))");

  private final TableId id;
  private final Table table;
  private final boolean isPartition;
  private final List<Table> ancestors;

  ConstraintDdl(TableId id, Lineage lineage) {
    this.id = id;
    this.table = lineage.table(id);
    this.isPartition = table.partitionOf().filter(p -> lineage.contains(p.parent())).isPresent();
    this.ancestors = lineage.ancestors(id);
  }

  List<Addition> additions() {
    List<Addition> additions = new ArrayList<>();
    for (Column column : table.columns()) {
      if (!column.isNullable() && column.identity().isEmpty() && !isHandedDown(column)) {
        additions.add(notNull(column));
      }
    }
    for (Constraint constraint : table.constraints()) {
      if (ancestors.stream().noneMatch(parent -> handsDown(parent, constraint))) {
        additions.add(add(constraint));
      }
    }
    for (Index index : table.indexes()) {
      if (index.isValid() && !standsForConstraint(index) && !isHandedDown(index)) {
        additions.add(add(index));
      }
    }
    return additions;
  }

  private Addition notNull(Column column) {
    String sql =
        "ALTER TABLE "
            + SqlText.qualified(id)
            + " ALTER COLUMN "
            + SqlText.identifier(column.name())
            + " SET NOT NULL";
    return Addition.of(id, new Addition.Rule.NotNull(column), sql);
  }

  private Addition add(Index index) {
    return Addition.of(id, new Addition.Rule.OfIndex(index), create(index));
  }

  /** The statement that makes an index, on a partitioned table for its partitions too. */
  static String create(Index index) {
    return ListCasts.stable(ON_ONLY.matcher(index.definition()).replaceFirst("$1"));
  }

  private Addition add(Constraint constraint) {
    String sql =
        "ALTER TABLE "
            + SqlText.qualified(id)
            + " ADD CONSTRAINT "
            + SqlText.identifier(constraint.name())
            + " "
            + definition(table, constraint);
    Optional<String> validation =
        Optional.of(
                "ALTER TABLE "
                    + SqlText.qualified(id)
                    + " VALIDATE CONSTRAINT "
                    + SqlText.identifier(constraint.name()))
            .filter(text -> isNotValid(constraint));
    return new Addition(id, new Addition.Rule.OfConstraint(constraint), sql, validation);
  }

  private static boolean isNotValid(Constraint constraint) {
    if (constraint instanceof Constraint.Check check) {
      return check.notValid() && !check.notEnforced();
    }
    return constraint instanceof Constraint.ForeignKey key && key.notValid() && !key.notEnforced();
  }

  private static String definition(Table table, Constraint constraint) {
    if (constraint instanceof Constraint.PrimaryKey key) {
      return "PRIMARY KEY "
          + key(table, key.name(), key.columns(), key.withoutOverlaps())
          + deferral(key.isDeferrable(), key.initiallyDeferred());
    } else if (constraint instanceof Constraint.Unique unique) {
      return "UNIQUE "
          + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
          + key(table, unique.name(), unique.columns(), unique.withoutOverlaps())
          + deferral(unique.isDeferrable(), unique.initiallyDeferred());
    } else if (constraint instanceof Constraint.Check check) {
      return ListCasts.stable(check.expression());
    } else if (constraint instanceof Constraint.Exclusion exclusion) {
      return ListCasts.stable(exclusion.definition());
    }
    return foreignKey((Constraint.ForeignKey) constraint);
  }

  /** The key's columns, those that ride along, and how its index is stored. */
  private static String key(
      Table table, String name, List<String> columns, boolean withoutOverlaps) {
    Optional<Index> index = table.indexes().stream().filter(i -> i.name().equals(name)).findFirst();
    String include =
        index
            .map(Index::include)
            .filter(included -> !included.isEmpty())
            .map(included -> " INCLUDE (" + SqlText.columns(included) + ")")
            .orElse("");
    String storage =
        index
            .map(i -> STORAGE.matcher(i.definition()))
            .filter(Matcher::find)
            .map(matcher -> " " + matcher.group(1))
            .orElse("");
    String overlaps = withoutOverlaps ? " WITHOUT OVERLAPS" : "";
    return "(" + SqlText.columns(columns) + overlaps + ")" + include + storage;
  }

  private static String foreignKey(Constraint.ForeignKey key) {
    String onDelete =
        key.onDeleteColumns().isEmpty() ? "" : " (" + SqlText.columns(key.onDeleteColumns()) + ")";
    return "FOREIGN KEY ("
        + columns(key.columns(), key.hasPeriod())
        + ") REFERENCES "
        + SqlText.qualified(key.referenced())
        + " ("
        + columns(key.referencedColumns(), key.hasPeriod())
        + ") MATCH "
        + key.matchType().name()
        + " ON UPDATE "
        + action(key.onUpdate())
        + " ON DELETE "
        + action(key.onDelete())
        + onDelete
        + deferral(key.isDeferrable(), key.initiallyDeferred())
        + (key.notEnforced() ? " NOT ENFORCED" : key.notValid() ? " NOT VALID" : "");
  }

  private static String columns(List<String> names, boolean hasPeriod) {
    if (!hasPeriod) {
      return SqlText.columns(names);
    }
    int last = names.size() - 1;
    return SqlText.columns(names.subList(0, last))
        + ", PERIOD "
        + SqlText.identifier(names.get(last));
  }

  private static String action(Constraint.ReferentialAction action) {
    return action.name().toUpperCase(Locale.ROOT).replace('_', ' ');
  }

  private static String deferral(boolean isDeferrable, boolean initiallyDeferred) {
    if (!isDeferrable) {
      return "";
    }
    return initiallyDeferred ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE";
  }

  private boolean standsForConstraint(Index index) {
    return index.isPrimary()
        || table.constraints().stream()
            .filter(c -> !(c instanceof Constraint.Check || c instanceof Constraint.ForeignKey))
            .anyMatch(c -> c.name().equals(index.name()));
  }

  private boolean isHandedDown(Column column) {
    return ancestors.stream()
        .flatMap(parent -> parent.column(column.name()).stream())
        .anyMatch(inherited -> !inherited.isNullable());
  }

  private boolean isHandedDown(Index index) {
    return isPartition
        && ancestors.stream()
            .flatMap(parent -> parent.indexes().stream())
            .anyMatch(
                other ->
                    other.isUnique() == index.isUnique()
                        && other.method().equals(index.method())
                        && other.keys().equals(index.keys())
                        && other.include().equals(index.include())
                        && other.predicate().equals(index.predicate()));
  }

  /** Inheritance hands down CHECKs alone; a partitioned table hands down everything. */
  private boolean handsDown(Table parent, Constraint constraint) {
    if (constraint instanceof Constraint.Check check) {
      return !check.expression().endsWith(" NO INHERIT")
          && parent.constraints().contains(constraint);
    }
    return isPartition
        && parent.constraints().stream().anyMatch(other -> isSame(parent, other, constraint));
  }

  private boolean isSame(Table parent, Constraint inherited, Constraint own) {
    return inherited.getClass() == own.getClass()
        && definition(parent, inherited).equals(definition(table, own));
  }
}
