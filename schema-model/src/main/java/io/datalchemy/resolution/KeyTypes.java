package io.datalchemy.resolution;

import io.datalchemy.problem.Problem;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.KeyConversion;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keys whose columns have other types than the columns that they refer to: what the parent may then
 * hold, and which pairs of types cannot be.
 */
record KeyTypes(RunContext run, TableFacts facts) {

  /** A column of a child and the parent's column that it refers to. */
  private record Pair(TableId child, Column column, Column referenced) {}

  /** The keys of the table whose columns cannot hold what they refer to. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (ForeignKey key : facts.keys()) {
      for (Pair pair : pairs(facts.id(), key)) {
        if (KeyConversion.factor(type(pair.referenced()), type(pair.column())).isEmpty()) {
          problems.add(mismatch(pair, key));
        } else if (mayNotFit(pair, key)) {
          problems.add(narrower(pair, key));
        }
      }
    }
    return problems;
  }

  /** Rows that stay have the values that they have: no choice can keep them small. */
  private boolean mayNotFit(Pair pair, ForeignKey key) {
    return run.existing().table(key.referenced()).isPresent()
        && limit(type(pair.referenced()), type(pair.column())).isPresent();
  }

  private static Problem narrower(Pair pair, ForeignKey key) {
    return Problem.warning(
            "existing_key_may_not_fit",
            "",
            pair.child()
                + "."
                + pair.column().name()
                + ": foreign key "
                + key.name()
                + " takes "
                + pair.referenced().columnType().dataType()
                + " of rows that stay into "
                + pair.column().columnType().dataType()
                + ", which not every value may fit")
        .withHint("give both columns one type");
  }

  private static Problem mismatch(Pair pair, ForeignKey key) {
    return Problem.error(
            "unsupported_key_types",
            "",
            pair.child()
                + "."
                + pair.column().name()
                + ": foreign key "
                + key.name()
                + " would turn "
                + pair.referenced().columnType().dataType()
                + " into "
                + pair.column().columnType().dataType()
                + ", which can change the value")
        .withHint(
            "give both columns one type, or disable the key with a foreign_key_strategy rule");
  }

  /** For each narrower column that refers to this table, a CHECK that the parent must meet. */
  Map<String, String> limits() {
    Map<String, String> limits = new TreeMap<>();
    run.activeKeys().referringTo(facts.id()).entrySet().stream()
        .filter(child -> run.isGenerated(child.getKey()))
        .flatMap(child -> child.getValue().stream().flatMap(k -> pairs(child.getKey(), k).stream()))
        .filter(pair -> !facts.isForeign(pair.referenced().name()))
        .forEach(
            pair ->
                limit(type(pair.referenced()), type(pair.column()))
                    .ifPresent(sql -> limits.put(name(pair), check(sql, pair))));
    return limits;
  }

  private static String name(Pair pair) {
    return "type of " + pair.child() + "." + pair.column().name();
  }

  private static String check(String condition, Pair pair) {
    String quoted = "\"" + pair.referenced().name().replace("\"", "\"\"") + "\"";
    return "CHECK (" + condition.replace("$", quoted) + ")";
  }

  private static Optional<String> limit(ValueType parent, ValueType child) {
    if (child.family() == TypeFamily.TEXT) {
      return child
          .maxLength()
          .filter(most -> parent.maxLength().orElse(Integer.MAX_VALUE) > most)
          .map(most -> "length($) <= " + most);
    }
    Optional<BigDecimal> most = largest(child);
    boolean isNarrower =
        most.isPresent() && largest(parent).map(p -> p.compareTo(most.get()) > 0).orElse(true);
    return isNarrower
        ? most.map(m -> "$ >= -" + m.toPlainString() + " AND $ <= " + m.toPlainString())
        : Optional.empty();
  }

  /** The largest number that a type holds, without what follows the point. */
  private static Optional<BigDecimal> largest(ValueType type) {
    return switch (type.family()) {
      case INTEGER -> Optional.of(BigDecimal.valueOf(type.maxInteger()));
      case DECIMAL ->
          type.precision()
              .map(p -> BigDecimal.TEN.pow(Math.max(0, p - type.scale().orElse(0))))
              .map(power -> power.subtract(BigDecimal.ONE));
      default -> Optional.empty();
    };
  }

  private List<Pair> pairs(TableId child, ForeignKey key) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      pairs.add(
          new Pair(
              child,
              column(child, key.columns().get(i)),
              column(key.referenced(), key.referencedColumns().get(i))));
    }
    return pairs;
  }

  private Column column(TableId table, String name) {
    return run.schema().table(table).flatMap(t -> t.column(name)).orElseThrow();
  }

  private ValueType type(Column column) {
    return ValueTypes.of(column.columnType(), run.schema());
  }
}
