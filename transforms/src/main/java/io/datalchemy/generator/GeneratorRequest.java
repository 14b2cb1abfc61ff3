package io.datalchemy.generator;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.type.ValueType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a factory needs to make a generator for one column.
 *
 * @param type the column's type: values must fit it
 * @param inputTypes the types of the columns named in {@code input_columns}, in order
 * @param locale the locale in force, {@code pt_BR} or {@code en_US}
 * @param asOf the day that stands for today
 * @param caseInsensitive whether a value space is to be counted with case folded
 */
public record GeneratorRequest(
    Parameters params,
    ValueType type,
    List<ValueType> inputTypes,
    String locale,
    LocalDate asOf,
    boolean caseInsensitive) {
  /** A {@code name} holds 63 bytes: this many characters fit, whatever they are. */
  private static final int NAME_CHARS = 31;

  public GeneratorRequest {
    Objects.requireNonNull(params, "params");
    Objects.requireNonNull(type, "type");
    inputTypes = List.copyOf(inputTypes);
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(asOf, "asOf");
  }

  /** The most characters that a text of the column may have. */
  public int maxChars() {
    return switch (type.name()) {
      case "name" -> NAME_CHARS;
      case "char" -> 1;
      default -> type.maxLength().orElse(Integer.MAX_VALUE);
    };
  }

  /** The same request for a column of another type. */
  public GeneratorRequest withType(ValueType other) {
    return new GeneratorRequest(params, other, inputTypes, locale, asOf, caseInsensitive);
  }

  /** The same request with other parameters. */
  public GeneratorRequest withParams(Parameters other) {
    return new GeneratorRequest(other, type, inputTypes, locale, asOf, caseInsensitive);
  }
}
