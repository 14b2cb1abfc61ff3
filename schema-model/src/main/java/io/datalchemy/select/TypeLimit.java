package io.datalchemy.select;

import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Column types by family and size: characters of TEXT, digits before the point of DECIMAL.
 *
 * @param min the smallest size, without limit counting as the largest there is
 */
record TypeLimit(Set<TypeFamily> families, int min, int max) {
  private static final Pattern FORM = Pattern.compile("([A-Z]+)(?:(>=|<=|=)(\\d+))?");

  /** Reads {@code TEXT>=11,INTEGER}. */
  static List<TypeLimit> parse(String text) {
    return Arrays.stream(text.split(",")).map(TypeLimit::parseOne).toList();
  }

  private static TypeLimit parseOne(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("no type limit: " + text);
    }
    boolean isLimited = form.group(2) != null;
    int size = isLimited ? Integer.parseInt(form.group(3)) : 0;
    int min = isLimited && form.group(2).equals("<=") ? 0 : size;
    int max = isLimited && !form.group(2).equals(">=") ? size : Integer.MAX_VALUE;
    return new TypeLimit(families(form.group(1)), min, max);
  }

  private static Set<TypeFamily> families(String name) {
    return switch (name) {
      case "NUMBER" -> Set.of(TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.FLOAT);
      case "MOMENT" -> Set.of(TypeFamily.DATE, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMPTZ);
      default -> Set.of(TypeFamily.valueOf(name));
    };
  }

  boolean holds(ValueType type) {
    int size = size(type);
    return families.contains(type.family()) && size >= min && size <= max;
  }

  private static int size(ValueType type) {
    return type.family() == TypeFamily.DECIMAL
        ? type.precision().map(p -> p - type.decimals()).orElse(Integer.MAX_VALUE)
        : type.maxLength().orElse(Integer.MAX_VALUE);
  }
}
