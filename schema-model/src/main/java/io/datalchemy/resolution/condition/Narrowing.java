package io.datalchemy.resolution.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.type.ScalarText;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a generator keep within a column's domain: by its own parameters where it can, else by
 * another generator of the domain.
 */
public final class Narrowing {
  private static final BigDecimal DEFAULT_NUMBER_SPAN = BigDecimal.valueOf(10_000);
  private static final long USUAL_SPAN = 8;
  private static final BigDecimal DEFAULT_DAYS_SPAN = BigDecimal.valueOf(5 * 365);
  private static final BigDecimal MICROS_PER_DAY = BigDecimal.valueOf(86_400_000_000L);

  private static final Map<TypeFamily, String> RANGE_GENERATORS =
      Map.of(
          TypeFamily.INTEGER, "primitive.int.range",
          TypeFamily.DECIMAL, "primitive.decimal.numeric",
          TypeFamily.FLOAT, "primitive.float.range",
          TypeFamily.DATE, "primitive.date.range",
          TypeFamily.TIME, "primitive.time.range",
          TypeFamily.TIMESTAMP, "primitive.timestamp.range",
          TypeFamily.TIMESTAMPTZ, "primitive.timestamp.range");

  private static final Pattern FLAGS = Pattern.compile("^\\(\\?[siu]+\\)");

  private final GeneratorCatalogue catalogue;

  /** Narrows to generators of a catalogue. */
  public Narrowing(GeneratorCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Whether {@link #narrow} can say all that the domain demands. */
  public static boolean isExpressible(ColumnDomain domain) {
    boolean hasLength = domain.minLength().isPresent() || domain.maxLength().isPresent();
    boolean isPlainPattern =
        domain.patterns().isEmpty()
            || (domain.patterns().size() == 1 && !domain.patterns().get(0).negated() && !hasLength);
    boolean isPlainList = domain.allowed().isEmpty() || domain.patterns().isEmpty();
    return domain.excluded().isEmpty() && isPlainPattern && isPlainList;
  }

  /** A call whose values are within the domain, as far as a call can say it. */
  public GeneratorCall narrow(GeneratorCall call, ValueType type, ColumnDomain domain) {
    GeneratorCall narrowed = narrowed(call, type, domain);
    boolean canBeMade =
        catalogue
            .generator(narrowed.id())
            .filter(g -> g.produces().contains(type.family()))
            .isPresent();
    return canBeMade ? narrowed : call;
  }

  private GeneratorCall narrowed(GeneratorCall call, ValueType type, ColumnDomain domain) {
    if (domain.allowed().isPresent()) {
      return GeneratorCall.of(
          "primitive.enum", Parameters.none().with("values", domain.allowed().get()));
    }
    if (ScalarText.isOrdered(type.family()) && isBounded(domain)) {
      return narrowRange(call, type, domain);
    }
    Optional<GeneratorCall> matching = matching(type, domain);
    if (matching.isPresent()) {
      return matching.get();
    }
    if (domain.minLength().isPresent() || domain.maxLength().isPresent()) {
      return narrowLength(call, type, domain);
    }
    return call;
  }

  /** Whether the shortest text of a pattern is longer than the type holds. */
  public boolean isTooLong(ValueType type, ColumnDomain domain) {
    return type.family() == TypeFamily.TEXT
        && domain.patterns().stream()
            .filter(pattern -> !pattern.negated())
            .map(pattern -> ColumnDomain.matching(pattern))
            .anyMatch(
                alone ->
                    matching(type, alone).isEmpty()
                        && matching(ValueType.text(), alone).isPresent());
  }

  /** Texts of the first pattern that the generator of patterns understands. */
  private Optional<GeneratorCall> matching(ValueType type, ColumnDomain domain) {
    return domain.patterns().stream()
        .filter(pattern -> !pattern.negated())
        .flatMap(pattern -> Stream.of(ascii(pattern.regex()), withoutFlags(pattern.regex())))
        .map(regex -> ofPattern(regex))
        .flatMap(call -> Stream.concat(filling(call, type, domain).stream(), Stream.of(call)))
        .filter(call -> catalogue.check(call, type).isEmpty())
        .findFirst();
  }

  private static GeneratorCall ofPattern(String regex) {
    return GeneratorCall.of("primitive.text.pattern", Parameters.none().with("pattern", regex));
  }

  /** Texts of the pattern that leave no room for blanks at the end of a {@code char(n)}. */
  private static Optional<GeneratorCall> filling(
      GeneratorCall call, ValueType type, ColumnDomain domain) {
    return domain
        .minLength()
        .filter(length -> type.isBlankPadded() && type.maxLength().get().equals(length))
        .map(length -> GeneratorCall.of(call.id(), call.params().with("min_len", (long) length)));
  }

  /** A pattern whose texts match with the flags too, and without the anchors of a search. */
  private static String withoutFlags(String regex) {
    return ascii(FLAGS.matcher(regex).replaceFirst(""))
        .replaceFirst("^\\\\A", "")
        .replaceFirst("(?<!\\\\)\\\\z$", "");
  }

  /** Classes of letters as those that every collation knows. */
  private static String ascii(String regex) {
    return regex
        .replace("\\p{IsAlphabetic}", "A-Za-z")
        .replace("\\p{IsDigit}", "0-9")
        .replace("\\p{IsUppercase}", "A-Z")
        .replace("\\p{IsLowercase}", "a-z");
  }

  private static boolean isBounded(ColumnDomain domain) {
    return domain.min().isPresent() || domain.max().isPresent();
  }

  private static GeneratorCall narrowLength(
      GeneratorCall call, ValueType type, ColumnDomain domain) {
    return switch (type.family()) {
      case TEXT -> narrowText(type, domain);
      case BYTEA -> sized("primitive.bytes", Parameters.none(), "len", domain);
      case ARRAY -> sized("primitive.array", call.params(), "items", domain);
      default -> call;
    };
  }

  /** Sizes from the least on, few more even where many more are allowed. */
  private static GeneratorCall sized(
      String id, Parameters params, String unit, ColumnDomain domain) {
    long longest = domain.maxLength().map(Integer::longValue).orElse(Long.MAX_VALUE);
    long least = domain.minLength().map(Integer::longValue).orElse(Math.min(1, longest));
    long most = Math.max(least, Math.min(longest, least + USUAL_SPAN));
    return GeneratorCall.of(id, params.with("min_" + unit, least).with("max_" + unit, most));
  }

  private static GeneratorCall narrowText(ValueType type, ColumnDomain domain) {
    long most = type.maxLength().orElse(60);
    long longest = Math.min(most, domain.maxLength().map(Integer::longValue).orElse(most));
    long shortest = domain.minLength().map(Integer::longValue).orElse(Math.min(1, longest));
    return GeneratorCall.of(
        "primitive.text",
        Parameters.none().with("min_len", shortest).with("max_len", Math.max(shortest, longest)));
  }

  private GeneratorCall narrowRange(GeneratorCall call, ValueType type, ColumnDomain domain) {
    TypeFamily family = type.family();
    Optional<BigDecimal> min = domain.min().map(b -> inclusive(type, b.value(), b.inclusive(), 1));
    Optional<BigDecimal> max = domain.max().map(b -> inclusive(type, b.value(), b.inclusive(), -1));
    boolean takesBounds =
        catalogue
            .generator(call.id())
            .filter(g -> g.parameter("min").isPresent() && g.parameter("max").isPresent())
            .isPresent();
    GeneratorCall base = takesBounds ? call : GeneratorCall.of(RANGE_GENERATORS.get(family));
    Optional<BigDecimal> ownMin = own(base, "min", family);
    Optional<BigDecimal> ownMax = own(base, "max", family);
    if (isOutside(min, ownMax) || isOutside(ownMin, max)) {
      base = base.withParams(base.params().without("min").without("max"));
      ownMin = Optional.empty();
      ownMax = Optional.empty();
    }
    BigDecimal low = larger(min, ownMin).orElse(null);
    BigDecimal high = smaller(max, ownMax).orElse(null);
    return withBounds(base, type, low, high);
  }

  private static GeneratorCall withBounds(
      GeneratorCall base, ValueType type, BigDecimal low, BigDecimal high) {
    BigDecimal span = span(type.family());
    BigDecimal from = low == null ? high.subtract(span) : low;
    BigDecimal to = high == null ? low.add(span) : high;
    if (type.family() == TypeFamily.TIME) {
      from = low == null ? BigDecimal.ZERO : from;
      to = to.min(MICROS_PER_DAY.subtract(BigDecimal.ONE));
    }
    if (type.family() == TypeFamily.DECIMAL) {
      BigDecimal most = BigDecimal.valueOf(type.maxUnscaled()).movePointLeft(type.decimals());
      to = to.min(most);
      from = from.max(most.negate());
    }
    if (type.family() == TypeFamily.INTEGER) {
      to = to.min(BigDecimal.valueOf(type.maxInteger()));
      from = from.max(BigDecimal.valueOf(type.minInteger()));
    }
    return base.withParams(
        base.params().with("min", json(type.family(), from)).with("max", json(type.family(), to)));
  }

  private static JsonNode json(TypeFamily family, BigDecimal number) {
    var nodes = JsonNodeFactory.instance;
    return switch (family) {
      case INTEGER -> nodes.numberNode(number.longValue());
      case DECIMAL, FLOAT -> nodes.numberNode(number);
      default -> nodes.textNode(ScalarText.toText(family, number));
    };
  }

  private static BigDecimal span(TypeFamily family) {
    return switch (family) {
      case DATE -> DEFAULT_DAYS_SPAN;
      case TIMESTAMP, TIMESTAMPTZ -> DEFAULT_DAYS_SPAN.multiply(MICROS_PER_DAY);
      case TIME -> MICROS_PER_DAY;
      default -> DEFAULT_NUMBER_SPAN;
    };
  }

  private static BigDecimal inclusive(
      ValueType type, String text, boolean inclusive, int direction) {
    BigDecimal number = ScalarText.toNumber(type.family(), text);
    return inclusive
        ? number
        : number.add(ScalarText.step(type, number).multiply(BigDecimal.valueOf(direction)));
  }

  private static Optional<BigDecimal> own(GeneratorCall call, String name, TypeFamily family) {
    return call.params().text(name).map(text -> ScalarText.toNumber(family, text));
  }

  private static boolean isOutside(Optional<BigDecimal> low, Optional<BigDecimal> high) {
    return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0;
  }

  private static Optional<BigDecimal> larger(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.isPresent() && b.isPresent() ? Optional.of(a.get().max(b.get())) : a.or(() -> b);
  }

  private static Optional<BigDecimal> smaller(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.isPresent() && b.isPresent() ? Optional.of(a.get().min(b.get())) : a.or(() -> b);
  }
}
