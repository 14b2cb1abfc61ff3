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
  public GeneratorRequest {
    Objects.requireNonNull(params, "params");
    Objects.requireNonNull(type, "type");
    inputTypes = List.copyOf(inputTypes);
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(asOf, "asOf");
  }
}
