package io.datalchemy.select;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the vocabulary says what to make, made to fit a column's type.
 *
 * @param verb a way of making ({@code number}, {@code one-of}, …) or a generator's id
 * @param rest what the verb needs
 */
record Recipe(String verb, String rest) {

  /** Reads {@code number 1..20}. */
  static Recipe parse(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? new Recipe(text, "")
        : new Recipe(text.substring(0, space), text.substring(space + 1));
  }

  /** The generator to call; empty if the type has no room for what is asked. */
  Optional<GeneratorCall> call(ValueType type, LocalDate asOf) {
    return switch (verb) {
      case "number" -> NumberBounds.parse(rest).call(type);
      case "percent" -> NumberBounds.parse(rest).asShareIfSmall(type).call(type);
      case "year" -> NumberBounds.parse(rest).shifted(asOf.getYear()).call(type);
      case "moment" -> Optional.of(MomentBounds.parse(rest).call(type, asOf));
      case "time" -> Optional.of(time());
      case "one-of" -> oneOf(type);
      case "chars" -> Optional.of(chars(type));
      case "pattern" -> Optional.of(pattern(rest));
      case "words" -> Optional.of(words(type));
      default -> Optional.of(new GeneratorCall(verb, Optional.empty(), parameters()));
    };
  }

  private GeneratorCall time() {
    String[] bounds = bounds(rest);
    return GeneratorCall.of(
        "primitive.time.range", Parameters.none().with("min", bounds[0]).with("max", bounds[1]));
  }

  /** Those of the values that fit; one alone says nothing, unless only one was given. */
  private Optional<GeneratorCall> oneOf(ValueType type) {
    List<String> given = List.of(rest.split("\\|"));
    int room = room(type);
    List<String> fitting =
        given.stream().filter(value -> value.codePointCount(0, value.length()) <= room).toList();
    return fitting.size() < Math.min(2, given.size())
        ? Optional.empty()
        : Optional.of(
            GeneratorCall.of("primitive.enum", Parameters.none().with("values", fitting)));
  }

  private GeneratorCall chars(ValueType type) {
    int space = rest.lastIndexOf(' ');
    int count = Math.min(Integer.parseInt(rest.substring(space + 1)), room(type));
    return pattern(rest.substring(0, space) + "{" + count + "}");
  }

  private static GeneratorCall pattern(String pattern) {
    return GeneratorCall.of("primitive.text.pattern", Parameters.none().with("pattern", pattern));
  }

  private GeneratorCall words(ValueType type) {
    String[] bounds = bounds(rest);
    long most = Math.max(1, Math.min(Long.parseLong(bounds[1]), room(type) / 8));
    long least = Math.min(Long.parseLong(bounds[0]), most);
    return GeneratorCall.of(
        "primitive.text.lorem", Parameters.none().with("min_words", least).with("max_words", most));
  }

  private Parameters parameters() {
    Parameters parameters = Parameters.none();
    for (String pair : rest.isEmpty() ? new String[0] : rest.split(" ")) {
      String[] nameAndValue = pair.split("=", 2);
      parameters = NumberBounds.with(parameters, nameAndValue[0], new BigDecimal(nameAndValue[1]));
    }
    return parameters;
  }

  private static int room(ValueType type) {
    return type.family() == TypeFamily.TEXT
        ? type.maxLength().orElse(Integer.MAX_VALUE)
        : Integer.MAX_VALUE;
  }

  /** The two ends of {@code a..b}. */
  static String[] bounds(String range) {
    String[] bounds = range.split("\\.\\.", 2);
    if (bounds.length != 2) {
      throw new IllegalArgumentException("no range a..b: " + Arrays.toString(bounds));
    }
    return bounds;
  }
}
