package io.datalchemy.resolution.injection;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.resolution.key.UniqueSet;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedInjection.Break;
import io.datalchemy.schema.Constraint.Exclusion;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How keys of a table can be broken: those that may not repeat, and those that refer. */
final class KeyBreaks {
  private static final Set<String> OVERLAPPING = Set.of("=", "&&");

  private final BreakableTable table;

  KeyBreaks(BreakableTable table) {
    this.table = table;
  }

  /** A row takes the key of another. */
  Planned repeat(UniqueSet set) {
    if (set.unsupported().isPresent()) {
      return Planned.impossible(
          set.kind(), "its expression " + set.unsupported().get() + " is not understood");
    }
    return repeat(
        set.kind(),
        set.name(),
        new Break.Repeat(set.columns(), set.predicate(), set.nullsNotDistinct()));
  }

  /** A row takes what an exclusion compares from another. */
  Planned repeat(Exclusion exclusion) {
    Set<String> columns = new LinkedHashSet<>();
    for (Exclusion.Element element : exclusion.elements()) {
      if (!OVERLAPPING.contains(element.operator())) {
        return Planned.impossible(
            "exclusion", "a row need not conflict with its like by " + element.operator());
      }
      Optional<Expression> expression = parse(element.expression());
      if (expression.isEmpty()) {
        return Planned.impossible(
            "exclusion", "its element " + element.expression() + " is not understood");
      }
      columns.addAll(expression.get().columns());
    }
    return repeat(
        "exclusion",
        exclusion.name(),
        new Break.Repeat(List.copyOf(columns), exclusion.predicate(), false));
  }

  private Planned repeat(String kind, String name, Break.Repeat repeat) {
    Optional<Expression> predicate = repeat.predicate().flatMap(KeyBreaks::parse);
    if (repeat.predicate().isPresent() && predicate.isEmpty()) {
      return Planned.impossible(kind, "its predicate is not understood");
    }
    for (String column : repeat.columns()) {
      Optional<String> obstacle =
          table
              .obstacle(column, name)
              .or(() -> sharing(column, name))
              .or(() -> torn(column, repeat.columns()));
      if (obstacle.isPresent()) {
        return Planned.impossible(kind, obstacle.get());
      }
    }
    Optional<String> sql = predicate.map(Expression::toSql);
    return Planned.by(kind, "", new Break.Repeat(repeat.columns(), sql, repeat.nullsCount()));
  }

  private Optional<String> sharing(String column, String own) {
    return table.uniqueSets().stream()
        .filter(set -> !set.name().equals(own) && set.columns().contains(column))
        .map(set -> column + " stands in " + set.name() + " as well, which would break too")
        .findFirst();
  }

  /** A foreign key whose columns would come from two rows. */
  private Optional<String> torn(String column, List<String> copied) {
    return table.foreignKeys().stream()
        .filter(key -> key.columns().contains(column) && !copied.containsAll(key.columns()))
        .map(key -> key.name() + " could break as well: it holds " + column + " and others")
        .findFirst();
  }

  /** A row refers to a parent that does not exist. */
  Planned orphan(ForeignKey key) {
    Optional<ResolvedForeignKey> resolved = table.resolved().foreignKey(key.name());
    if (resolved.isEmpty()) {
      return Planned.impossible("foreign_key", "the run does not follow it by itself");
    }
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      String column = key.columns().get(i);
      String parentColumn = key.referencedColumns().get(i);
      Optional<String> obstacle =
          table
              .obstacle(column, key.name())
              .or(() -> sharedKey(column, key))
              .or(() -> notCounted(key, parentColumn));
      if (obstacle.isEmpty()) {
        return Planned.by("foreign_key", "", orphan(key, column, parentColumn));
      }
      reasons.add(obstacle.get());
    }
    return Planned.impossible("foreign_key", String.join("; ", new LinkedHashSet<>(reasons)));
  }

  private Break.Orphan orphan(ForeignKey key, String column, String parentColumn) {
    List<String> others = key.columns().stream().filter(c -> !c.equals(column)).toList();
    return new Break.Orphan(
        column,
        others,
        key.referencedSchema(),
        key.referencedTable(),
        parentColumn,
        table.isUnique(column));
  }

  private Optional<String> sharedKey(String column, ForeignKey key) {
    return table.foreignKeys().stream()
        .filter(other -> !other.name().equals(key.name()) && other.columns().contains(column))
        .map(other -> column + " belongs to " + other.name() + " as well, which would break too")
        .findFirst();
  }

  /** Why the values that rows after the parent's last would have are not known to be new. */
  private Optional<String> notCounted(ForeignKey key, String parentColumn) {
    boolean isCounted =
        table
            .plan()
            .table(key.referenced())
            .flatMap(parent -> parent.column(parentColumn))
            .map(ResolvedColumn::source)
            .filter(KeyBreaks::isCounted)
            .isPresent();
    return isCounted
        ? Optional.empty()
        : Optional.of(
            "the values of "
                + key.referenced()
                + "."
                + parentColumn
                + " are not numbered by its rows, so that none is known to be of no parent");
  }

  /** Whether each row has another value, and so would the rows after the last. */
  private static boolean isCounted(ColumnSource source) {
    return source instanceof ColumnSource.Generated generated
        && generated.transforms().isEmpty()
        && (generated.distinct() instanceof Distinctness.Bijection
            || generated.generator().id().equals("primitive.int.sequence_hint"));
  }

  private static Optional<Expression> parse(String sql) {
    return ExpressionParser.parse(sql) instanceof ParsedCondition.Parsed parsed
        ? Optional.of(parsed.expression())
        : Optional.empty();
  }
}
