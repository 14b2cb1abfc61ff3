package io.datalchemy.type;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The type of a column's values as the kernel sees it: domains unwrapped, enums spelled out.
 *
 * <p>How a long holds each family: BOOLEAN 0 or 1; INTEGER itself; DECIMAL the unscaled value at
 * {@code scale}; FLOAT the bits of a double; DATE days since 1970-01-01; TIME microseconds of the
 * day; TIMESTAMP and TIMESTAMPTZ microseconds since 1970-01-01T00:00:00 (of UTC, for the latter).
 *
 * @param name the type's name in the catalogue ({@code int4}, {@code varchar}, {@code jsonb})
 * @param maxLength characters at most, for TEXT; bits for BIT
 * @param precision digits at most, for DECIMAL
 * @param scale digits after the point for DECIMAL, below 0 for those before it that are zero;
 *     fractional digits of a second for times
 * @param labels the labels of an ENUM in order; the fields that an INTERVAL is restricted to
 * @param element the element type of an ARRAY, the subtype of a RANGE that somebody created, the
 *     range of a multirange of such
 * @param fields the fields of a COMPOSITE in order
 */
public record ValueType(
    TypeFamily family,
    String name,
    Optional<Integer> maxLength,
    Optional<Integer> precision,
    Optional<Integer> scale,
    List<String> labels,
    Optional<ValueType> element,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Field> fields) {

  private static final int MAX_DIGITS = 18;

  /** Digits before the point that values keep where a long cannot hold all that are declared. */
  private static final int WHOLE_DIGITS = 9;

  /** One field of a composite type. */
  public record Field(String name, ValueType type) {
    public Field {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }
  }

  public ValueType {
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(maxLength, "maxLength");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(scale, "scale");
    labels = labels == null ? List.of() : List.copyOf(labels);
    Objects.requireNonNull(element, "element");
    fields = fields == null ? List.of() : List.copyOf(fields);
  }

  /** A type without fields. */
  public ValueType(
      TypeFamily family,
      String name,
      Optional<Integer> maxLength,
      Optional<Integer> precision,
      Optional<Integer> scale,
      List<String> labels,
      Optional<ValueType> element) {
    this(family, name, maxLength, precision, scale, labels, element, List.of());
  }

  /** A type with no limits of its own. */
  public static ValueType of(TypeFamily family, String name) {
    return new ValueType(
        family,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** Unlimited text. */
  public static ValueType text() {
    return of(TypeFamily.TEXT, "text");
  }

  /** Text of so many characters at most. */
  public static ValueType varchar(int maxLength) {
    return new ValueType(
        TypeFamily.TEXT,
        "varchar",
        Optional.of(maxLength),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** {@code numeric(precision, scale)}. */
  public static ValueType numeric(int precision, int scale) {
    return new ValueType(
        TypeFamily.DECIMAL,
        "numeric",
        Optional.empty(),
        Optional.of(precision),
        Optional.of(scale),
        List.of(),
        Optional.empty());
  }

  /** A composite type. */
  public static ValueType composite(String name, List<Field> fields) {
    return new ValueType(
        TypeFamily.COMPOSITE,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        fields);
  }

  /**
   * The decimals that values of this type carry: the declared scale, or 2 where it is open; never
   * below 0, and fewer than declared where a long would not hold them with the digits before.
   */
  public int decimals() {
    int declared = Math.max(0, scale.orElse(2));
    int whole = precision.map(p -> p - declared).orElse(WHOLE_DIGITS);
    return declared <= MAX_DIGITS
        ? declared
        : MAX_DIGITS - Math.max(0, Math.min(WHOLE_DIGITS, whole));
  }

  /** What unscaled values of a DECIMAL are multiples of: 100 for {@code numeric(3,-2)}, else 1. */
  public long unit() {
    return PowersOfTen.of(-scale.orElse(0));
  }

  /** The largest value that an INTEGER of this name holds. */
  public long maxInteger() {
    return switch (name) {
      case "int2" -> Short.MAX_VALUE;
      case "int4" -> Integer.MAX_VALUE;
      case "oid", "xid", "cid" -> 0xFFFF_FFFFL;
      default -> Long.MAX_VALUE;
    };
  }

  /** The smallest value that an INTEGER of this name holds. */
  public long minInteger() {
    return switch (name) {
      case "oid", "xid", "cid", "xid8" -> 0;
      default -> -maxInteger() - 1;
    };
  }

  /** The largest unscaled value that a DECIMAL of this precision holds, 18 digits at most. */
  public long maxUnscaled() {
    int lost = scale.orElse(2) - decimals();
    int digits = precision.map(p -> p - Math.max(0, lost)).orElse(MAX_DIGITS);
    int zeros = Math.max(0, -scale.orElse(0));
    int kept = Math.max(0, Math.min(MAX_DIGITS - zeros, digits));
    return (PowersOfTen.of(kept) - 1) * unit();
  }

  /** Whether values are stored with blanks up to their length: {@code char(n)}. */
  public boolean isBlankPadded() {
    return name.equals("bpchar") && maxLength.isPresent();
  }

  /** The type within this one, or itself, that is of the family OTHER, if there is one. */
  public Optional<ValueType> unknownPart() {
    if (family == TypeFamily.OTHER) {
      return Optional.of(this);
    }
    return Stream.concat(element.stream(), fields.stream().map(Field::type))
        .flatMap(part -> part.unknownPart().stream())
        .findFirst();
  }
}
