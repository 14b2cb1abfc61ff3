package io.datalchemy.generator.expression;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.derive.Axis;
import io.datalchemy.generator.derive.Spread;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value within the interval that expressions leave; what is NULL bounds nothing. */
final class BoundedGenerator implements ValueGenerator {
  private static final long DAYS = 90;

  private final Axis axis;
  private final Spread spread;
  private final long min;
  private final long max;
  private final List<Limit> limits = new ArrayList<>();

  /** One expression, the places of its columns among the inputs, and what it says. */
  private record Limit(RowExpression expression, List<Integer> places, String role) {}

  BoundedGenerator(GeneratorRequest request, List<String> inputs) {
    axis = Axis.of(request.type());
    spread = new Spread(axis, DAYS * axis.day(), request.asOf().toEpochDay());
    Parameters params = request.params();
    min = params.text("min").map(axis::atLeast).orElse(Long.MIN_VALUE);
    max = params.text("max").map(axis::atMost).orElse(Long.MAX_VALUE);
    for (String role : BoundedFactory.ROLES) {
      params.text(role).ifPresent(sql -> limits.add(limit(sql, role, request, inputs)));
    }
  }

  private static Limit limit(
      String sql, String role, GeneratorRequest request, List<String> inputs) {
    List<Integer> places = RowExpression.columns(sql).stream().map(inputs::indexOf).toList();
    List<ValueType> types = new ArrayList<>();
    for (int place : places) {
      types.add(request.inputTypes().get(place));
    }
    return new Limit(RowExpression.of(sql, types, request.asOf()), places, role);
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      long low = min;
      long high = max;
      for (Limit limit : limits) {
        Optional<Axis.Place> place = place(limit, cells, i);
        if (place.isPresent()) {
          low = Math.max(low, from(place.get(), limit.role()));
          high = Math.min(high, to(place.get(), limit.role()));
        }
      }
      out.setLong(i, spread.draw(cells.bits(i), low, high));
    }
  }

  private Optional<Axis.Place> place(Limit limit, Cells cells, int i) {
    Object value = limit.expression().value(k -> cells.input(limit.places().get(k)), i);
    return Optional.ofNullable(value).flatMap(axis::place);
  }

  private static long from(Axis.Place place, String role) {
    return switch (role) {
      case "at_least" -> place.ceiling();
      case "more_than" -> place.floor() + 1;
      default -> Long.MIN_VALUE;
    };
  }

  private static long to(Axis.Place place, String role) {
    return switch (role) {
      case "at_most" -> place.floor();
      case "less_than" -> place.ceiling() - 1;
      default -> Long.MAX_VALUE;
    };
  }
}
