package io.datalchemy.resolution.derived;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolution.parent.RowNumbers;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Whether values that are copied from a parent fit into the column that gets them. */
public final class ParentValueFit {
  private static final int SAMPLES = 200;
  private static final int MAX_STEPS = 100;

  private final Map<TableId, ResolvedTable> resolved;
  private final GeneratorCatalogue catalogue;
  private final ValueBounds values;

  /** Checks of the tables of one run. */
  public ParentValueFit(Map<TableId, ResolvedTable> resolved, GeneratorCatalogue catalogue) {
    this.resolved = resolved;
    this.catalogue = catalogue;
    this.values = new ValueBounds(catalogue);
  }

  private record Origin(ResolvedTable table, ResolvedColumn column) {
    String id() {
      return new ColumnId(table.id(), column.name()).toString();
    }
  }

  /**
   * What is wrong with a column that is copied from a parent: an error where some value does not
   * fit, a warning where that cannot be told; empty if all do, or if it is a key.
   */
  public Optional<Problem> problem(ResolvedTable table, ResolvedColumn column) {
    if (!(column.source() instanceof ColumnSource.ForeignKeyColumn source)) {
      return Optional.empty();
    }
    ResolvedForeignKey key = table.foreignKey(source.foreignKey()).orElseThrow();
    return key.columns().contains(column.name())
        ? Optional.empty()
        : origin(table, column)
            .flatMap(origin -> problem(new ColumnId(table.id(), column.name()), column, origin));
  }

  private Optional<Origin> origin(ResolvedTable table, ResolvedColumn column) {
    Origin at = new Origin(table, column);
    for (int step = 0; step < MAX_STEPS; step++) {
      if (!(at.column().source() instanceof ColumnSource.ForeignKeyColumn source)) {
        return Optional.of(at);
      }
      ResolvedTable parent =
          resolved.get(at.table().foreignKey(source.foreignKey()).orElseThrow().parent());
      if (parent == null) {
        return Optional.empty();
      }
      at = new Origin(parent, parent.column(source.parentColumn()).orElseThrow());
    }
    return Optional.empty();
  }

  private Optional<Problem> problem(ColumnId id, ResolvedColumn column, Origin origin) {
    return switch (column.type().family()) {
      case ENUM -> label(id, column.type(), origin);
      case TEXT -> text(id, column.type(), origin);
      case BIT -> bits(id, column.type(), origin);
      case INTEGER, DECIMAL -> number(id, column.type(), origin);
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> label(ColumnId id, ValueType type, Origin origin) {
    return origin.column().type().labels().stream()
        .filter(label -> !type.labels().contains(label))
        .findFirst()
        .map(
            label ->
                tooLarge(
                    id, "is " + type.name() + ", of which '" + label + "' is no label", origin));
  }

  private static Optional<Problem> bits(ColumnId id, ValueType type, Origin origin) {
    return type.maxLength().equals(origin.column().type().maxLength())
        ? Optional.empty()
        : Optional.of(tooLarge(id, "has another number of bits", origin));
  }

  private Optional<Problem> text(ColumnId id, ValueType type, Origin origin) {
    int room = type.maxLength().orElse(Integer.MAX_VALUE);
    if (origin.column().type().maxLength().orElse(Integer.MAX_VALUE) <= room) {
      return Optional.empty();
    }
    OptionalInt longest = longest(origin);
    if (longest.isPresent() && longest.getAsInt() > room) {
      String what = "takes " + room + " characters, and there are values of ";
      return Optional.of(tooLarge(id, what + longest.getAsInt(), origin));
    }
    return Optional.of(mayNotFit(id, "takes " + room + " characters", origin));
  }

  /** The longest of some values of the origin; empty if none can be made alone. */
  private OptionalInt longest(Origin origin) {
    return ValueBounds.sources(origin.table(), origin.column())
        .flatMap(
            source ->
                source instanceof ColumnSource.Generated g && g.transforms().isEmpty()
                    ? samples(g, origin).stream()
                    : Stream.of())
        .mapToInt(value -> value.codePointCount(0, value.length()))
        .max();
  }

  private List<String> samples(ColumnSource.Generated source, Origin origin) {
    return catalogue.sample(source.generator(), origin.column().type(), SAMPLES);
  }

  private Optional<Problem> number(ColumnId id, ValueType type, Origin origin) {
    BigDecimal room = largest(type);
    if (largest(origin.column().type()).compareTo(room) <= 0) {
      return Optional.empty();
    }
    Optional<BigDecimal> most =
        RowNumbers.of(resolved, origin.table().id(), origin.column().name())
            .map(numbers -> numbers.greatest().abs().max(numbers.least().abs()))
            .or(() -> values.magnitude(origin.table(), origin.column()));
    if (most.isEmpty()) {
      return Optional.of(mayNotFit(id, "holds " + room.toPlainString() + " at most", origin));
    }
    return most.filter(value -> value.compareTo(room) > 0)
        .map(
            value ->
                tooLarge(
                    id,
                    "holds "
                        + room.toPlainString()
                        + " at most, and there may be values of "
                        + value.stripTrailingZeros().toPlainString(),
                    origin));
  }

  private static BigDecimal largest(ValueType type) {
    return switch (type.family()) {
      case INTEGER -> BigDecimal.valueOf(type.maxInteger());
      default -> new BigDecimal(BigInteger.valueOf(type.maxUnscaled()), type.decimals());
    };
  }

  private static Problem tooLarge(ColumnId id, String what, Origin origin) {
    return Problem.error("parent_value_too_large", "", message(id, what, origin))
        .withHint(wayOut(origin));
  }

  private static Problem mayNotFit(ColumnId id, String what, Origin origin) {
    return Problem.warning(
            "parent_value_may_not_fit", "", message(id, what, origin) + ", which may have larger")
        .withHint(wayOut(origin));
  }

  private static String message(ColumnId id, String what, Origin origin) {
    return id + ": " + what + ", and gets the values of " + origin.id();
  }

  private static String wayOut(Origin origin) {
    return "give " + origin.id() + " a rule whose values fit, or copy another column";
  }
}
