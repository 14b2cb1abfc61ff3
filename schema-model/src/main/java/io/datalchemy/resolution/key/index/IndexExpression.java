package io.datalchemy.resolution.key.index;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the expressions of unique indexes, as far as different values of the columns are sure to
 * give different values of the expression: by functions that lose nothing, or only case, blanks at
 * the ends, NULL, or the time within a period.
 */
public final class IndexExpression {
  private static final Set<String> FOLDING = Set.of("lower", "upper");
  private static final Set<String> TRIMMING = Set.of("btrim", "ltrim", "rtrim");

  /** Functions that lose nothing, and hashes of 128 bits and more. */
  private static final Set<String> LOSSLESS =
      Set.of(
          "md5",
          "sha224",
          "sha256",
          "sha384",
          "sha512",
          "digest",
          "reverse",
          "encode",
          "to_hex",
          "quote_literal",
          "convert_to");

  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext", "name");
  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
  private static final Set<String> LOSSLESS_CASTS = Set.of("text", "character varying", "varchar");
  private static final Set<String> LOSSLESS_NUMBER_CASTS =
      Set.of("integer", "int4", "bigint", "int8", "numeric");

  private final Table table;

  /** A reader for the indexes of one table. */
  public IndexExpression(Table table) {
    this.table = table;
  }

  /** What the expression tells apart; empty if it is not understood. */
  public Optional<KeyPart> read(String sql) {
    return ExpressionParser.parse(sql) instanceof ParsedCondition.Parsed parsed
        ? read(parsed.expression())
        : Optional.empty();
  }

  private Optional<KeyPart> read(Expression expression) {
    if (expression instanceof Expression.Column column) {
      return Optional.of(KeyPart.of(List.of(column.name())));
    }
    if (expression instanceof Expression.Cast cast) {
      return cast(cast);
    }
    if (expression instanceof Expression.Call call && !call.arguments().isEmpty()) {
      return call(call);
    }
    return new Concatenation(table).read(expression);
  }

  private Optional<KeyPart> call(Expression.Call call) {
    String name = call.function();
    List<Expression> arguments = call.arguments();
    Expression first = arguments.get(0);
    boolean hasConstants = arguments.stream().skip(1).allMatch(a -> a.columns().isEmpty());
    if (name.equals("date_trunc") && arguments.size() == 2) {
      return literal(first).flatMap(unit -> moment(arguments.get(1), unit));
    }
    if (!hasConstants) {
      return Optional.empty();
    }
    if (name.equals("date") && arguments.size() == 1) {
      return moment(first, "day");
    }
    if (name.equals("coalesce")) {
      return read(first).map(KeyPart::withValues);
    }
    if (FOLDING.contains(name)) {
      return read(first).map(KeyPart::ignoringCase);
    }
    if (TRIMMING.contains(name) && arguments.size() == 1) {
      return read(first).map(KeyPart::ignoringBlanks);
    }
    return LOSSLESS.contains(name) ? read(first) : Optional.empty();
  }

  private Optional<KeyPart> cast(Expression.Cast cast) {
    String type = cast.type().toLowerCase(Locale.ROOT);
    if (type.equals("date")) {
      return moment(cast.operand(), "day");
    }
    Optional<KeyPart> inner = read(cast.operand());
    if (type.equals("citext")) {
      return inner.map(KeyPart::ignoringCase);
    }
    boolean isOfText = inner.filter(part -> areAll(part, TEXTS)).isPresent();
    boolean isOfNumber = inner.filter(part -> areAll(part, INTEGERS)).isPresent();
    // Whatever differs prints differently, of a domain too.
    boolean isLossless =
        LOSSLESS_CASTS.contains(type)
            || (isOfText && type.equals("bytea"))
            || (isOfNumber && isWide(type, inner.orElseThrow()));
    return isLossless ? inner : Optional.empty();
  }

  private boolean isWide(String type, KeyPart part) {
    boolean isShort = type.equals("integer") || type.equals("int4");
    return LOSSLESS_NUMBER_CASTS.contains(type) && !(isShort && areAll(part, Set.of("int8")));
  }

  private boolean areAll(KeyPart part, Set<String> types) {
    return part.columns().stream().allMatch(column -> types.contains(type(column)));
  }

  /** A moment cut to a period, its column held as it is or moved to a time zone. */
  private Optional<KeyPart> moment(Expression operand, String unit) {
    String period = unit.toLowerCase(Locale.ROOT);
    boolean isZoned =
        operand instanceof Expression.Call call
            && call.function().equals("timezone")
            && call.arguments().size() == 2;
    Expression inside = isZoned ? operand.children().get(1) : operand;
    Optional<String> zone = isZoned ? literal(operand.children().get(0)) : Optional.of("UTC");
    boolean isNear = zone.filter(IndexExpression::isNearUtc).isPresent();
    boolean isUtc = zone.filter(IndexExpression::isUtc).isPresent();
    boolean isFine = period.equals("hour") || period.equals("minute");
    if (!KeyPart.Period.UNITS.contains(period) || !isNear || (isFine && !isUtc)) {
      return Optional.empty();
    }
    String wanted = isZoned ? "timestamptz" : "timestamp";
    return CastColumn.columnUnderCasts(inside)
        .filter(column -> type(column).equals(wanted) || (!isZoned && isDate(column, isFine)))
        .map(c -> KeyPart.of(List.of(c)).by(new KeyPart.Period(period, !isUtc)));
  }

  private boolean isDate(String column, boolean isFine) {
    return type(column).equals("date") && !isFine;
  }

  private static boolean isUtc(String zone) {
    return Set.of("UTC", "GMT", "ETC/UTC", "ZULU").contains(zone.toUpperCase(Locale.ROOT));
  }

  /** Zones in which two o'clock in the afternoon of UTC is the same day. */
  private static boolean isNearUtc(String zone) {
    return isUtc(zone)
        || List.of("America/", "Europe/", "Africa/", "Atlantic/").stream()
            .anyMatch(zone::startsWith);
  }

  private String type(String column) {
    return table.column(column).map(Column::columnType).map(t -> t.udtName()).orElse("");
  }

  private static Optional<String> literal(Expression expression) {
    if (expression instanceof Expression.Cast cast) {
      return literal(cast.operand());
    }
    return expression instanceof Expression.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
