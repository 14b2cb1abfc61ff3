package io.datalchemy.generator;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.type.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * One generator id: what it declares, and how a call of it becomes a generator.
 *
 * <p>Others can add ids with a {@link java.util.ServiceLoader} provider of {@link
 * GeneratorProvider}.
 */
public interface GeneratorFactory {
  /** What the generator says of itself. */
  GeneratorDeclaration declaration();

  /**
   * Makes the generator; called once for each column, before the first row.
   *
   * <p>The request's parameters have been checked against the declaration, so names and JSON types
   * hold; defaults are the factory's to apply.
   *
   * @throws IllegalArgumentException if the parameters make no sense together or for the column's
   *     type; the message names parameter, rule and value
   */
  ValueGenerator create(GeneratorRequest request);

  /**
   * Makes a generator of values with parts, whose generators {@code parts} makes; others ignore it.
   *
   * @throws IllegalArgumentException as {@link #create(GeneratorRequest)}
   */
  default ValueGenerator create(GeneratorRequest request, PartMaker parts) {
    return create(request);
  }

  /** The columns of the same row that a call reads, in the order in which it reads them. */
  default List<String> inputColumns(Parameters params) {
    return declaration().inputColumns(params);
  }

  /** The kind of personal datum that the values of a call imitate. */
  default Optional<String> piiTag(Parameters params) {
    return declaration().piiTag();
  }

  /** Makes the generators of the parts of a value. */
  @FunctionalInterface
  interface PartMaker {
    /**
     * The generator of a call for parts of a type.
     *
     * @throws io.datalchemy.problem.InvalidInputException if the call is wrong
     */
    ValueGenerator make(GeneratorCall call, ValueType type);
  }

  /** A group of factories, found by {@link java.util.ServiceLoader}. */
  interface GeneratorProvider {
    /** The factories, in any order. */
    List<GeneratorFactory> factories();
  }
}
