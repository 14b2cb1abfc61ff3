package io.datalchemy.resolution.condition;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.UnsupportedExpressionException;
import io.datalchemy.expression.evaluation.Evaluator;
import io.datalchemy.expression.evaluation.TruthValue;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes the ranges of number columns smaller until most rows meet what is tested on them: products
 * that would overflow, sums above a limit. Ranges are halved, each time where that helps the most;
 * how much it helps is tried on sample rows.
 */
public final class RangeTuning {
  private static final int SAMPLES = 200;
  private static final int MAX_STEPS = 60;
  private static final double TOO_FEW = 0.03;
  private static final double ENOUGH = 0.3;

  /** No range gets narrower than so many values. */
  private static final long FEWEST_VALUES = 16;

  private static final String BOUNDED = "derive.bounded";
  private static final BigDecimal USUAL_SPAN = BigDecimal.valueOf(10_000);
  private static final Set<String> RANGES =
      Set.of("primitive.int.range", "primitive.decimal.numeric", "primitive.float.range");

  private final GeneratorCatalogue catalogue;
  private final LocalDate asOf;
  private final Map<String, ValueType> types;

  /** A tuning for columns of these types. */
  public RangeTuning(GeneratorCatalogue catalogue, LocalDate asOf, Map<String, ValueType> types) {
    this.catalogue = catalogue;
    this.asOf = asOf;
    this.types = types;
  }

  private record Range(BigDecimal min, BigDecimal max) {
    BigDecimal span() {
      return max.subtract(min);
    }

    Range half(boolean upper, int scale) {
      BigDecimal middle = min.add(span().divide(BigDecimal.valueOf(2), scale, RoundingMode.FLOOR));
      return upper ? new Range(middle, max) : new Range(min, middle);
    }
  }

  /** What rows are made of: columns with a range, and columns that others give. */
  private record Model(
      Map<String, Range> ranges, Set<String> fixed, Map<String, Expression> computed) {
    Model with(String column, Range range) {
      Map<String, Range> copy = new LinkedHashMap<>(ranges);
      copy.put(column, range);
      return new Model(copy, fixed, computed);
    }
  }

  /**
   * The calls with narrower ranges where that is needed.
   *
   * @param calls what fills each column that the conditions are about
   * @return empty if nothing is to change, or if not all of the columns are numbers of known ranges
   */
  public Map<String, GeneratorCall> tuned(
      List<Expression> conditions, Map<String, GeneratorCall> calls) {
    Optional<Model> model = model(conditions, calls);
    if (model.isEmpty() || accepted(conditions, model.get()) >= TOO_FEW) {
      return Map.of();
    }
    Model best = model.get();
    double share = accepted(conditions, best);
    for (int step = 0; step < MAX_STEPS && share < ENOUGH; step++) {
      Model next = halved(conditions, best);
      if (next.equals(best)) {
        break;
      }
      best = next;
      share = accepted(conditions, best);
    }
    return share > accepted(conditions, model.get()) ? calls(calls, best) : Map.of();
  }

  /** The column halved that gains the most; all of them where none gains. */
  private Model halved(List<Expression> conditions, Model from) {
    Model best = from;
    double most = accepted(conditions, from);
    Model smaller = from;
    for (String column : from.ranges().keySet()) {
      Range range = from.ranges().get(column);
      int scale = finest(column).scale();
      if (from.fixed().contains(column)) {
        continue;
      }
      if (range.span().compareTo(finest(column).multiply(BigDecimal.valueOf(FEWEST_VALUES))) < 0) {
        continue;
      }
      for (boolean upper : new boolean[] {false, true}) {
        Model candidate = from.with(column, range.half(upper, scale));
        double share = accepted(conditions, candidate);
        if (share > most) {
          most = share;
          best = candidate;
        }
      }
      smaller = smaller.with(column, range.half(range.max().signum() <= 0, scale));
    }
    return best.equals(from) ? smaller : best;
  }

  private BigDecimal finest(String column) {
    return BigDecimal.ONE.movePointLeft(
        types.get(column).family() == TypeFamily.INTEGER ? 0 : types.get(column).decimals());
  }

  private Optional<Model> model(List<Expression> conditions, Map<String, GeneratorCall> calls) {
    Map<String, Range> ranges = new LinkedHashMap<>();
    Map<String, Expression> computed = new LinkedHashMap<>();
    Set<String> fixed = new LinkedHashSet<>();
    List<String> open = new ArrayList<>();
    conditions.forEach(condition -> open.addAll(condition.columns()));
    for (int i = 0; i < open.size(); i++) {
      String column = open.get(i);
      GeneratorCall call = calls.get(column);
      if (call == null || !isNumber(column)) {
        return Optional.empty();
      }
      Optional<Expression> expression = expression(call);
      Optional<Range> range = range(call);
      if (expression.isPresent() && !computed.containsKey(column)) {
        computed.put(column, expression.get());
        open.addAll(expression.get().columns());
      } else if (expression.isEmpty() && range.isEmpty()) {
        return Optional.empty();
      }
      range.ifPresent(r -> ranges.put(column, r));
      if (call.id().equals(BOUNDED)) {
        fixed.add(column);
      }
    }
    return ranges.isEmpty() ? Optional.empty() : Optional.of(new Model(ranges, fixed, computed));
  }

  private boolean isNumber(String column) {
    return switch (types.get(column).family()) {
      case INTEGER, DECIMAL, FLOAT -> true;
      default -> false;
    };
  }

  private static Optional<Expression> expression(GeneratorCall call) {
    return call.id().equals("derive.expression")
            && ExpressionParser.parse(call.params().text("expression").orElse(""))
                instanceof ParsedCondition.Parsed parsed
        ? Optional.of(parsed.expression())
        : Optional.empty();
  }

  private Optional<Range> range(GeneratorCall call) {
    if (call.id().equals(BOUNDED)) {
      BigDecimal most = bound(call, "max").orElse(USUAL_SPAN);
      BigDecimal usual = most.signum() > 0 ? BigDecimal.ZERO : most.subtract(USUAL_SPAN);
      return Optional.of(new Range(bound(call, "min").orElse(usual), most));
    }
    if (!RANGES.contains(call.id())) {
      return Optional.empty();
    }
    Optional<BigDecimal> min = bound(call, "min");
    Optional<BigDecimal> max = bound(call, "max");
    return min.isPresent() && max.isPresent()
        ? Optional.of(new Range(min.get(), max.get()))
        : Optional.empty();
  }

  private Optional<BigDecimal> bound(GeneratorCall call, String name) {
    return call.params()
        .text(name)
        .or(
            () ->
                catalogue
                    .generator(call.id())
                    .flatMap(g -> g.parameter(name))
                    .flatMap(ParameterDeclaration::defaultValue))
        .map(BigDecimal::new);
  }

  /** The share of sample rows that pass, the same samples each time. */
  private double accepted(List<Expression> conditions, Model model) {
    Evaluator evaluator = new Evaluator(asOf, types);
    SplittableRandom random = new SplittableRandom(SAMPLES);
    int passed = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
      Map<String, Object> row = new LinkedHashMap<>();
      model.ranges().forEach((column, range) -> row.put(column, drawn(column, range, random)));
      passed += passes(conditions, model, evaluator, row) ? 1 : 0;
    }
    return (double) passed / SAMPLES;
  }

  private BigDecimal drawn(String column, Range range, SplittableRandom random) {
    int scale = finest(column).scale();
    BigDecimal part = BigDecimal.valueOf(random.nextDouble());
    return range.min().add(range.span().multiply(part)).setScale(scale, RoundingMode.FLOOR);
  }

  private boolean passes(
      List<Expression> conditions, Model model, Evaluator evaluator, Map<String, Object> row) {
    try {
      for (int pass = 0; pass < model.computed().size(); pass++) {
        for (Map.Entry<String, Expression> computed : model.computed().entrySet()) {
          if (row.keySet().containsAll(computed.getValue().columns())) {
            Object value = evaluator.value(computed.getValue(), row::get);
            row.put(computed.getKey(), value);
          }
        }
      }
      return model.computed().keySet().stream().allMatch(c -> fits(c, row.get(c)))
          && conditions.stream().noneMatch(c -> evaluator.test(c, row::get) == TruthValue.FALSE);
    } catch (ArithmeticException | UnsupportedExpressionException e) {
      return false;
    }
  }

  /** Whether the column can hold the value, as it is but for its rounding. */
  private boolean fits(String column, Object value) {
    if (!(value instanceof BigDecimal number)) {
      return true;
    }
    ValueType type = types.get(column);
    return switch (type.family()) {
      case INTEGER ->
          number.compareTo(BigDecimal.valueOf(type.minInteger())) >= 0
              && number.compareTo(BigDecimal.valueOf(type.maxInteger())) <= 0;
      case DECIMAL ->
          number
                  .abs()
                  .compareTo(BigDecimal.valueOf(type.maxUnscaled()).movePointLeft(type.decimals()))
              <= 0;
      default -> true;
    };
  }

  private Map<String, GeneratorCall> calls(Map<String, GeneratorCall> calls, Model model) {
    Map<String, GeneratorCall> narrowed = new LinkedHashMap<>();
    model
        .ranges()
        .forEach(
            (column, range) -> {
              GeneratorCall call = calls.get(column);
              if (model.fixed().contains(column)) {
                return;
              }
              int scale = finest(column).scale();
              var params =
                  call.params()
                      .with(
                          "min", number(column, range.min().setScale(scale, RoundingMode.CEILING)))
                      .with("max", number(column, range.max().setScale(scale, RoundingMode.FLOOR)));
              narrowed.put(column, call.withParams(params));
            });
    return narrowed;
  }

  private com.fasterxml.jackson.databind.JsonNode number(String column, BigDecimal value) {
    boolean isWhole = types.get(column).family() == TypeFamily.INTEGER;
    return isWhole
        ? JsonNodeFactory.instance.numberNode(value.longValueExact())
        : JsonNodeFactory.instance.numberNode(value);
  }
}
