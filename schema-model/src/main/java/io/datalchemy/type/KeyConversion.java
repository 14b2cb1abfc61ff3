package io.datalchemy.type;

import java.util.OptionalLong;

/** How the value of a parent's key becomes the value of a child's column of another type. */
public final class KeyConversion {
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final int MAX_POWER = 18;

  private KeyConversion() {}

  /**
   * The number that the parent's long is multiplied by to mean the same in the child's column; 1
   * for values that are copied as they are. Empty where some values of the parent would change.
   */
  public static OptionalLong factor(ValueType parent, ValueType child) {
    return switch (parent.family()) {
      case INTEGER, DECIMAL -> number(parent, child);
      case DATE -> date(child);
      case FLOAT ->
          sameIf(
              child.family() == TypeFamily.FLOAT
                  && (child.name().equals("float8") || child.name().equals(parent.name())));
      case RANGE, COMPOSITE, NOTATION, ARRAY ->
          sameIf(child.family() == parent.family() && child.name().equals(parent.name()));
      case TIMESTAMP, TIMESTAMPTZ, TIME ->
          sameIf(child.family() == parent.family() && seconds(child) >= seconds(parent));
      default -> sameIf(child.family() == parent.family());
    };
  }

  private static OptionalLong number(ValueType parent, ValueType child) {
    boolean isNumber = child.family() == TypeFamily.INTEGER || child.family() == TypeFamily.DECIMAL;
    int power = decimals(child) - decimals(parent);
    if (!isNumber || power < 0 || power > MAX_POWER) {
      return OptionalLong.empty();
    }
    long factor = 1;
    for (int i = 0; i < power; i++) {
      factor *= 10;
    }
    return OptionalLong.of(factor);
  }

  private static OptionalLong date(ValueType child) {
    return switch (child.family()) {
      case DATE -> OptionalLong.of(1);
      case TIMESTAMP -> OptionalLong.of(MICROS_PER_DAY);
      default -> OptionalLong.empty();
    };
  }

  private static int decimals(ValueType type) {
    return type.family() == TypeFamily.DECIMAL ? type.decimals() : 0;
  }

  private static int seconds(ValueType type) {
    return type.scale().orElse(6);
  }

  private static OptionalLong sameIf(boolean isSame) {
    return isSame ? OptionalLong.of(1) : OptionalLong.empty();
  }
}
